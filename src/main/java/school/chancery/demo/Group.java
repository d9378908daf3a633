package school.chancery.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.chancery.demo.Rows.Cells;
import school.chancery.organization.ClassKind;

/**
 * A class of a school, a group of a kindergarten, a circle of a center.
 *
 * @param grade null outside schools
 * @param bornFrom earliest birthday in it
 * @param bornTo latest birthday in it
 * @param guestsFrom code of the organization whose pupils come here after lessons, empty for none
 */
record Group(
        String organization,
        String label,
        @Nullable Integer grade,
        LocalDate bornFrom,
        LocalDate bornTo,
        int size,
        String guestsFrom) {

    /** @param yearStart 1 September of the running school year */
    static Group read(Cells row, LocalDate yearStart) {
        return new Group(
                row.text(0),
                row.text(1),
                null,
                yearStart.minusYears(row.number(4) + 1L).plusDays(1),
                yearStart.minusYears(row.number(3)),
                row.number(5),
                row.text(6));
    }

    /**
     * A class that entered the first grade at an age of 6½ to 7⅔ years (273-ФЗ ст. 67).
     *
     * @param letter А–Г
     */
    static Group schoolClass(String organization, int grade, String letter, LocalDate yearStart) {
        var entered = yearStart.minusYears(grade - 1L);
        return new Group(organization, grade + letter, grade, entered.minusMonths(92), entered.minusMonths(78), 25, "");
    }

    /** What the register calls it. */
    ClassKind kind() {
        if (grade != null) return ClassKind.CLASS;
        return organization.startsWith("kindergarten") ? ClassKind.GROUP : ClassKind.ASSOCIATION;
    }

    @Nullable
    String letter() {
        return grade == null ? null : label.substring(grade.toString().length());
    }

    boolean isOpenTo(DemoPerson child) {
        return !child.bornOn().isBefore(bornFrom) && !child.bornOn().isAfter(bornTo);
    }
}
