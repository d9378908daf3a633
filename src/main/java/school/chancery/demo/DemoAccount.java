package school.chancery.demo;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who can sign in.
 *
 * @param posts all they hold, in one organization or in several; the first is what they are known for
 * @param listed whether the start prints the login
 */
record DemoAccount(UUID id, String login, DemoPerson person, List<Employee> posts, boolean listed) {
    Post mainPost() {
        return posts.get(0).post();
    }
}
