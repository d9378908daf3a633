package school.chancery.demo;

import java.util.Map;

/**
 * A family name and its two forms. Names in -ов, -ев, -ин take -а, adjectives take -ая; all others (-енко, -ук, -ых)
 * have one form for both.
 *
 * @param masculine as in the list
 */
record FamilyName(String masculine) {
    private static final Map<String, String> FEMININE =
            Map.of("ов", "ова", "ев", "ева", "ёв", "ёва", "ин", "ина", "ын", "ына", "ий", "ая", "ой", "ая", "ый", "ая");

    String of(Sex sex) {
        return sex == Sex.MALE ? masculine : feminine();
    }

    private String feminine() {
        var stem = masculine.length() - 2;
        var ending = masculine.substring(stem);
        return masculine.substring(0, stem) + FEMININE.getOrDefault(ending, ending);
    }
}
