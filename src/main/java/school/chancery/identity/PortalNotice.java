package school.chancery.identity;

import java.util.List;
import java.util.Optional;

/**
 * A warning above every page of the portal for those it concerns, contributed by a module as a bean. Asked for with
 * every page: it answers from memory.
 */
public interface PortalNotice {
    Optional<Notice> of(SignedIn person);

    /**
     * @param key message key of its text
     * @param arguments of the text
     * @param path where to read more
     */
    record Notice(String key, List<Object> arguments, String path) {}
}
