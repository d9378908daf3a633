package school.chancery.attacks;

import java.util.List;
import school.chancery.platform.SchoolStory;

/**
 * Puts texts into the register that the leak test looks for everywhere else: a module with data of its own about people
 * (health, family, marks) brings an implementation annotated with {@code @Component}.
 */
interface CanarySource {
    List<Canary> plant(SchoolStory story);
}
