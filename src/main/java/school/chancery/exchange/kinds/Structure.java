package school.chancery.exchange.kinds;

import java.util.Locale;
import java.util.Set;
import school.chancery.exchange.CellType;
import school.chancery.identity.Role;

/** What the kinds of the school's structure have in common. */
final class Structure {
    static final Set<Role> LOADERS = Set.of(Role.DIRECTOR, Role.DEPUTY, Role.OPERATOR);

    /** SQL: the school year a row {@code f} means, joined as {@code y}; without one in the file the running one. */
    static final String YEAR = """
             left join organization.school_years y on y.organization_id = :organization
                and case when f.school_year is null then :today between y.starts_on and y.ends_on
                    else extract(year from y.starts_on) = f.school_year end
            """;

    static final String NO_YEAR = """
            select row_no, array[coalesce(f.school_year::text, extract(year from :today::date)::text)] from {file} f
            """ + YEAR + " where y.id is null";

    private Structure() {}

    /** SQL: a name as it is compared; case, ё and е are alike. */
    static String folded(String column) {
        return "lower(translate(" + column + ", 'ёЁ', 'еЕ'))";
    }

    /** SQL: rows that repeat an earlier one of the file in all of these, with the number of that one. */
    static String repeated(String key, String... others) {
        var all = others.length == 0 ? key : key + ", " + String.join(", ", others);
        return """
                select row_no, array[first::text] from (
                    select row_no, min(row_no) over (partition by %s) as first from {file} f where %s is not null) twins
                where row_no <> first""".formatted(all, key);
    }

    /** «2026/2027», also written 2026-2027 or 2026/27; becomes the year it begins in. */
    static CellType schoolYear() {
        return new CellType() {
            @Override
            public Answer read(String text) {
                var years = text.toLowerCase(Locale.ROOT).replaceAll("\\s*(уч\\.?|учебный)?\\s*г(од|\\.)?\\s*$", "");
                if (!years.matches("20\\d\\d\\s*[/–-]\\s*(20)?\\d\\d")) return wrong(text);
                var begins = Integer.parseInt(years.substring(0, 4));
                return Integer.parseInt(years.substring(years.length() - 2)) == (begins + 1) % 100
                        ? CellType.value(String.valueOf(begins))
                        : wrong(text);
            }

            @Override
            public String sqlType() {
                return "int";
            }
        };
    }

    private static CellType.Answer wrong(String text) {
        return CellType.fault("exchange.cell.school-year", text.substring(0, Math.min(text.length(), 40)));
    }
}
