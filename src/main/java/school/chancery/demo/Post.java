package school.chancery.demo;

import java.util.List;
import school.chancery.demo.Rows.Cells;
import school.chancery.identity.Role;
import school.chancery.people.StaffMember.Category;
import school.chancery.people.StaffMember.Education;

/**
 * A line of the staffing table.
 *
 * @param women percent
 * @param subjects codes of what is taught
 * @param roles what the holder may do here; {@code CLASS_TEACHER} only as far as there are classes
 * @param holderOf another post ({@code organization:position}) whose holder has this one too, or empty
 */
record Post(
        String organization,
        String position,
        int people,
        int women,
        Category category,
        Education education,
        boolean managementExperience,
        List<String> subjects,
        List<Role> roles,
        String holderOf) {

    static Post read(Cells row) {
        return new Post(
                row.text(0),
                row.text(1),
                row.number(2),
                row.number(3),
                Category.valueOf(row.text(4)),
                Education.valueOf(row.text(5)),
                row.yes(6),
                row.words(7),
                row.words(8).stream().map(Role::valueOf).toList(),
                row.text(9));
    }

    String key() {
        return organization + ":" + position;
    }

    /** Where its holder gets their mail; reserved for examples (RFC 2606). */
    String mailDomain() {
        return organization + ".example.org";
    }

    boolean leads() {
        return category == Category.HEAD || category == Category.DEPUTY;
    }
}
