package school.chancery.people.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
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
import school.chancery.people.PupilCard;

/** Pupils of an organization by pieces of their names or by the number of the personal file, a page at a time. */
@Service
@Transactional(readOnly = true)
public class PupilSearch {
    /** Nobody turns more pages than this holds; counting further would cost more than the page itself. */
    public static final int COUNTED_AT_MOST = 1_000;

    private static final int MOST_WORDS = 5;

    private final JdbcClient jdbc;

    PupilSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param text any text, also empty; all of its words are to be found, ё and е are alike
     * @param among only these pupils (of a class); null = whoever
     * @param on who learns that day; null = whoever ever learned here
     * @param blockedToo whether those whose data are blocked are found, which is for the head alone
     * @param sorting one of the list's own keys with its direction, e.g. {@code name,asc}
     */
    public record Wanted(
            UUID organizationId,
            String text,
            @Nullable List<UUID> among,
            @Nullable LocalDate on,
            boolean blockedToo,
            String sorting) {
        public Wanted(
                UUID organizationId, String text, @Nullable List<UUID> among, @Nullable LocalDate on, String sorting) {
            this(organizationId, text, among, on, false, sorting);
        }

        private String[] words() {
            return Arrays.stream(text.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS)
                    .toArray(String[]::new);
        }

        private UUID @Nullable [] amongThese() {
            return among == null ? null : among.toArray(UUID[]::new);
        }
    }

    /** The total is counted up to {@link #COUNTED_AT_MOST}. */
    public Page<PupilCard> find(Wanted wanted, Pageable page) {
        return new PageImpl<>(cards(wanted, page), page, count(wanted));
    }

    /** All of them, one by one; a file of the list is made of it. */
    public void each(Wanted wanted, Consumer<PupilCard> reader) {
        try (var all = found(wanted, Integer.MAX_VALUE, 0).query(PupilRegister::card).stream()) {
            all.forEach(reader);
        }
    }

    private List<PupilCard> cards(Wanted wanted, Pageable page) {
        return found(wanted, page.getPageSize(), (int) page.getOffset())
                .query(PupilRegister::card)
                .list();
    }

    private JdbcClient.StatementSpec found(Wanted wanted, int size, int start) {
        return jdbc.sql("""
                        select p.id, p.person_id, p.organization_id, n.family, n.given, n.patronymic, n.born_on,
                               p.file_number, p.admitted_on, p.left_on
                        from people.pupils_found(?, ?, ?, ?, ?, ?, ?, ?) with ordinality f (pupil_id, place)
                        join people.pupils p on p.id = f.pupil_id
                        join people.persons n on n.id = p.person_id
                        order by f.place
                        """)
                .param(1, wanted.organizationId())
                .param(2, wanted.words())
                .param(3, wanted.amongThese(), Types.ARRAY)
                .param(4, wanted.on(), Types.DATE)
                .param(5, wanted.blockedToo())
                .param(6, wanted.sorting())
                .param(7, size)
                .param(8, start);
    }

    private long count(Wanted wanted) {
        return jdbc.sql("select people.pupils_counted(?, ?, ?, ?, ?, ?)")
                .param(1, wanted.organizationId())
                .param(2, wanted.words())
                .param(3, wanted.amongThese(), Types.ARRAY)
                .param(4, wanted.on(), Types.DATE)
                .param(5, wanted.blockedToo())
                .param(6, COUNTED_AT_MOST)
                .query(Long.class)
                .single();
    }
}
