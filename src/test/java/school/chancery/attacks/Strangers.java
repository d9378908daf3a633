package school.chancery.attacks;

import java.util.List;
import java.util.Random;

/**
 * Things that are not the attacker's.
 *
 * @param ids of rows of another school
 * @param tasks of another school, and some that are closed
 */
record Strangers(List<String> ids, List<String> tasks) {
    String any(Random dice) {
        return ids.get(dice.nextInt(ids.size()));
    }

    String task(Random dice) {
        return tasks.get(dice.nextInt(tasks.size()));
    }
}
