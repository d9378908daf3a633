package school.chancery.exchange.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.exchange.ImportKind;
import school.chancery.identity.Role;

/** The kinds of all modules. */
@Component
public class ImportKinds {
    private final List<ImportKind> kinds;

    ImportKinds(ObjectProvider<ImportKind> kinds) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparingInt(ImportKind::order))
                .toList();
    }

    public List<ImportKind> of(Collection<Role> roles) {
        return kinds.stream()
                .filter(kind -> kind.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    /** Empty when there is none, or none for these roles. */
    public Optional<ImportKind> find(String code, Collection<Role> roles) {
        return of(roles).stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    ImportKind require(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind " + code));
    }
}
