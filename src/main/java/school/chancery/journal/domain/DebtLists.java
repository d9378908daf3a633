package school.chancery.journal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.Debt;

/** Debts as the school looks at them: who has which, and till when. */
@Repository
@Transactional(readOnly = true)
public class DebtLists {
    private static final String FROM = """
             from journal.debts d join people.pupils u on u.id = d.pupil_id join people.persons n on n.id = u.person_id
                join organization.subjects s on s.id = d.subject_id
                join organization.school_years y on y.id = d.school_year_id
            """;
    private static final String WANTED = """
             where d.organization_id = :organization and (cast(:state as text) is null or d.state = :state)
                and (:blocked or not exists (select from people.blocks b where b.organization_id = d.organization_id
                    and b.person_id = d.person_id and b.lifted_on is null))
            """;

    private final JdbcClient jdbc;

    DebtLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param classLabel today; null when the pupil is in no class */
    public record Line(
            UUID id,
            UUID pupilId,
            String pupil,
            @Nullable String classLabel,
            String subject,
            String year,
            Debt.Ground ground,
            LocalDate arisenOn,
            LocalDate dueOn,
            Debt.State state,
            int attempts) {
        public boolean isUrgent(LocalDate today) {
            return state == Debt.State.OPEN && today.plusDays(30).isAfter(dueOn);
        }
    }

    /** @param blockedToo whether those whose data are blocked are in it, which is for the head alone */
    public Page<Line> page(
            UUID organizationId, Debt.@Nullable State state, LocalDate today, boolean blockedToo, Pageable page) {
        var lines = lines(WANTED, organizationId, state, null, today)
                .param("blocked", blockedToo)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(Line.class)
                .list();
        var total = jdbc.sql("select count(*) from journal.debts d" + WANTED)
                .param("organization", organizationId)
                .param("state", state == null ? null : state.name())
                .param("blocked", blockedToo)
                .query(Long.class)
                .single();
        return new PageImpl<>(lines, page, total);
    }

    public List<Line> of(UUID organizationId, UUID pupilId, LocalDate today) {
        return lines(WANTED + " and d.pupil_id = :pupil", organizationId, null, pupilId, today)
                .param("blocked", true)
                .param("size", Integer.MAX_VALUE)
                .param("start", 0)
                .query(Line.class)
                .list();
    }

    private JdbcClient.StatementSpec lines(
            String wanted, UUID organizationId, Debt.@Nullable State state, @Nullable UUID pupilId, LocalDate today) {
        var statement = jdbc.sql(
                        """
                select d.id, d.pupil_id, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as pupil,
                    (select c.label from students.enrollments e join organization.classes c on c.id = e.class_id
                        where e.pupil_id = d.pupil_id and e.class_kind = 'CLASS' and e.days @> cast(:today as date)) as class_label,
                    s.name as subject, extract(year from y.starts_on)::int || '/' || extract(year from y.ends_on)::int as year,
                    d.ground, d.arisen_on, d.due_on, d.state,
                    (select count(a.value) from journal.debt_attempts a where a.debt_id = d.id)::int as attempts
                """ + FROM + wanted + " order by d.due_on, pupil, s.name, d.id limit :size offset :start")
                .param("organization", organizationId)
                .param("state", state == null ? null : state.name())
                .param("today", today);
        return pupilId == null ? statement : statement.param("pupil", pupilId);
    }
}
