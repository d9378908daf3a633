package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.PersonName;
import school.chancery.people.SearchText;

/** The alphabet book: everybody who ever was a pupil, a run of pages a letter, in the order of the personal files. */
@Service
@Transactional(readOnly = true)
public class AlphabetBook {
    private static final String ENTRIES = """
             from people.pupils p join people.persons n on n.id = p.person_id
            where p.organization_id = :organization and p.file_letter is not null
              and (cast(:letter as text) is null or p.file_letter = :letter)
              and (:blocked or not exists (select from people.blocks b where b.organization_id = p.organization_id
                and b.person_id = p.person_id and b.lifted_on is null))
              and translate(concat_ws(' ', n.family, n.given, n.patronymic, p.file_number), 'ёЁ', 'еЕ') ilike :pattern
            """;
    private static final String SELECT = """
            select p.id, p.file_number, p.admitted_on, p.left_on, n.family, n.given, n.patronymic, n.born_on,
                (select string_agg(c.label, ', ' order by c.label) from students.enrollments e
                    join organization.classes c on c.id = e.class_id
                    where e.pupil_id = p.id and e.days @> cast(:day as date)) as label,
                (select m.order_number from students.movements m
                    where m.pupil_id = p.id and m.kind in ('WITHDRAWAL', 'DEPARTURE')
                    order by m.number desc limit 1) as left_order
            """ + ENTRIES;
    private static final String IN_ORDER = " order by p.file_letter, p.file_sequence";

    private final JdbcClient jdbc;

    AlphabetBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for; a null letter and an empty text narrow nothing.
     *
     * @param blockedToo whether those whose data are blocked are in it, which is for the head alone
     */
    public record Wanted(
            UUID organizationId, @Nullable String letter, String text, LocalDate day, boolean blockedToo) {}

    /** @param classLabel on the day; null for who is in none */
    public record Entry(
            UUID pupilId,
            String fileNumber,
            PersonName name,
            @Nullable LocalDate bornOn,
            LocalDate admittedOn,
            @Nullable LocalDate leftOn,
            @Nullable String classLabel,
            @Nullable String leftOrder) {
        @Override
        public String toString() {
            return "Entry[" + pupilId + "]";
        }
    }

    public Page<Entry> entries(Wanted wanted, Pageable page) {
        var rows = bound(SELECT + IN_ORDER + " limit :size offset :start", wanted)
                .param("day", wanted.day())
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(AlphabetBook::entry)
                .list();
        var count = bound("select count(*)" + ENTRIES, wanted).query(Long.class).single();
        return new PageImpl<>(rows, page, count);
    }

    /** All of them, one by one. */
    public void each(Wanted wanted, Consumer<Entry> reader) {
        try (var all =
                bound(SELECT + IN_ORDER, wanted).param("day", wanted.day()).query(AlphabetBook::entry).stream()) {
            all.forEach(reader);
        }
    }

    /** Letters that have an entry. */
    public List<String> letters(UUID organizationId) {
        return jdbc.sql(
                        "select distinct file_letter from people.pupils where organization_id = ? and file_letter is not null order by 1")
                .param(organizationId)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("organization", wanted.organizationId())
                .param("letter", wanted.letter())
                .param("blocked", wanted.blockedToo())
                .param("pattern", SearchText.pattern(wanted.text()));
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("file_number"),
                new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic")),
                row.getObject("born_on", LocalDate.class),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                row.getString("label"),
                row.getString("left_order"));
    }
}
