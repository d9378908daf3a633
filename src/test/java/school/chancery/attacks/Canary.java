package school.chancery.attacks;

import java.util.Set;

/**
 * A text about a person that stands in the register and must not turn up elsewhere.
 *
 * @param about whose and what it is, for the message
 * @param spellings how it could be written somewhere
 * @param seenBy names of the viewers who may see it
 */
record Canary(String about, Set<String> spellings, Set<String> seenBy) {
    boolean isIn(String text) {
        return spellings.stream().anyMatch(text::contains);
    }
}
