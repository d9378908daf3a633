package school.chancery.demo;

import school.chancery.demo.Rows.Cells;

/**
 * A given name; a man's one carries the patronymics of his children.
 *
 * @param common how often it is drawn, compared with the others
 * @param son patronymic of a son, empty for a woman's name
 * @param daughter patronymic of a daughter, empty for a woman's name
 */
record GivenName(String text, Sex sex, Generation generation, int common, String son, String daughter) {
    static GivenName read(Cells row) {
        return new GivenName(
                row.text(0),
                Sex.valueOf(row.text(1)),
                Generation.valueOf(row.text(2)),
                row.number(3),
                row.text(4),
                row.text(5));
    }

    String patronymic(Sex child) {
        return child == Sex.MALE ? son : daughter;
    }
}
