package school.chancery.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import school.chancery.identity.Role;

/** A line of {@code authorization.csv}; what the columns mean stands at the head of that file. */
record Rule(String handler, Who who, Set<Role> roles, List<String> parameters) {
    enum Who {
        PUBLIC,
        SIGNED_IN,
        DOMAIN,
        ROLES
    }

    String method() {
        return handler.substring(0, handler.indexOf(' '));
    }

    String path() {
        return handler.substring(handler.indexOf(' ') + 1);
    }

    boolean admits(Role role) {
        return switch (who) {
            case PUBLIC, SIGNED_IN -> true;
            case DOMAIN -> role != Role.SYSTEM_ADMINISTRATOR;
            case ROLES -> roles.contains(role);
        };
    }

    static List<Rule> table() {
        try {
            return new ClassPathResource("authorization.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rule::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rule read(String line) {
        var cells = line.split(";", -1);
        var who = cells[1].strip();
        var named = Stream.of(Who.values())
                .anyMatch(each -> each != Who.ROLES && each.name().equals(who));
        return new Rule(
                cells[0].strip(),
                named ? Who.valueOf(who) : Who.ROLES,
                named ? Set.of() : roles(who),
                cells.length < 3 || cells[2].isBlank()
                        ? List.of()
                        : List.of(cells[2].strip().split("[&=]")));
    }

    private static Set<Role> roles(String codes) {
        return Stream.of(codes.split(" "))
                .map(Role::ofCode)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
