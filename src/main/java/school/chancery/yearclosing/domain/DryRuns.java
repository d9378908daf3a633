package school.chancery.yearclosing.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exactly what would happen: the plan with its hash, or the reasons why there is none. */
@Service
@Transactional
public class DryRuns {
    private static final String PLAN = """
            insert into yearclosing.plan_rows (closing_id, organization_id, pupil_id, outcome, from_class_id, to_class_id, entered)
            select :closing, :organization, p.pupil_id, p.outcome, p.from_class_id, p.to_class_id, p.entered from %s p
            """.formatted(PlanSql.ROWS);

    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final Rosters rosters;
    private final Placement placement;
    private final PlanFaults faults;
    private final WholeSchool wholeSchool;

    DryRuns(
            JdbcClient jdbc,
            ClosingRows rows,
            Rosters rosters,
            Placement placement,
            PlanFaults faults,
            WholeSchool wholeSchool) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rosters = rosters;
        this.placement = placement;
        this.faults = faults;
        this.wholeSchool = wholeSchool;
    }

    /**
     * A dry run.
     *
     * @param hash null when there is no plan
     * @param balances whether in each class those counted are those with an outcome
     */
    public record DryRun(@Nullable String hash, int pupils, boolean balances, List<Total> totals, List<Fault> faults) {
        public DryRun {
            totals = List.copyOf(totals);
            faults = List.copyOf(faults);
        }
    }

    /** @param pupils of that class with that outcome */
    public record Total(UUID classId, String classLabel, int grade, YearOutcome outcome, int pupils) {}

    /** @param code the words are {@code yearclosing.fault.<CODE>} */
    public record Fault(
            String code, @Nullable String pupil, @Nullable String classLabel) {
        @Override
        public String toString() {
            return code;
        }
    }

    /** A pupil in the plan. */
    public record Row(
            UUID pupilId,
            String name,
            String fromClass,
            YearOutcome outcome,
            @Nullable String toClass,
            boolean entered,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Row[" + pupilId + "]";
        }
    }

    /** Makes the plan, once the classes of the next year are approved; made already = that one. */
    public DryRun run(UUID closingId) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.COUNCIL || closing.nextYearId() == null) return last(closingId);
        follow(closing);
        placement.place(closing);
        if (faults.find(closing) == 0) plan(closing);
        return last(closingId);
    }

    private void follow(ClosingView closing) {
        rosters.follow(closing);
        // Who left since is withdrawn; who came back waits for an outcome.
        jdbc.sql("""
                        update yearclosing.outcomes o set class_id = r.class_id, grade = r.grade, present = r.present,
                            version = o.version + 1, to_class_id = null, placed_by = null,
                            proposed = case when r.present then o.proposed else 'WITHDRAWN' end,
                            ground = case when r.present then o.ground else 'LEFT_EARLIER' end,
                            chosen = case when not r.present then 'WITHDRAWN' when not o.present then null else o.chosen end,
                            reason = case when r.present then o.reason end
                        from yearclosing.roster r
                        where o.closing_id = ? and r.closing_id = o.closing_id and r.pupil_id = o.pupil_id
                            and (o.class_id, o.present) is distinct from (r.class_id, r.present)
                        """).param(closing.id()).update();
        jdbc.sql("""
                        insert into yearclosing.class_closings (id, closing_id, organization_id, class_id)
                        select gen_random_uuid(), r.closing_id, r.organization_id, r.class_id from yearclosing.roster r
                        where r.closing_id = ? group by r.closing_id, r.organization_id, r.class_id
                        on conflict (closing_id, class_id) do nothing
                        """).param(closing.id()).update();
    }

    private void plan(ClosingView closing) {
        jdbc.sql("delete from yearclosing.plan_rows where closing_id = ?")
                .param(closing.id())
                .update();
        wholeSchool.read(() -> PlanSql.bound(jdbc, PLAN, closing).update());
        rows.write(
                closing.id(),
                "state = 'PLANNED', plan_hash = ?, planned_at = ?, plan_number = plan_number + 1",
                wholeSchool.read(() -> PlanSql.hash(jdbc, closing)),
                rows.now());
        rows.record("yearclosing.plan-made", closing);
    }

    /** The plan as it was made, or the faults of the last attempt. */
    @Transactional(readOnly = true)
    public DryRun last(UUID closingId) {
        var closing = rows.require(closingId);
        var totals = totals(closingId);
        var pupils = totals.stream().mapToInt(Total::pupils).sum();
        return new DryRun(closing.planHash(), pupils, pupils == counted(closingId), totals, faultsOf(closingId));
    }

    private List<Total> totals(UUID closingId) {
        return jdbc.sql("""
                        select c.id as class_id, c.label as class_label, c.grade, p.outcome, count(*) as pupils
                        from yearclosing.plan_rows p join organization.classes c on c.id = p.from_class_id
                        where p.closing_id = ? group by c.id, p.outcome order by c.grade, c.label, p.outcome
                        """).param(closingId).query(Total.class).list();
    }

    private int counted(UUID closingId) {
        return jdbc.sql("select count(*) from yearclosing.roster where closing_id = ?")
                .param(closingId)
                .query(Integer.class)
                .single();
    }

    private List<Fault> faultsOf(UUID closingId) {
        return jdbc.sql("""
                        select f.code, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as pupil,
                            c.label as class_label
                        from yearclosing.plan_faults f left join people.pupils p on p.id = f.pupil_id
                            left join people.persons n on n.id = p.person_id
                            left join organization.classes c on c.id = f.class_id
                        where f.closing_id = ? order by f.code, c.grade, c.label, n.search_name limit 200
                        """).param(closingId).query(Fault.class).list();
    }

    /** By class and name. */
    @Transactional(readOnly = true)
    public Page<Row> rows(UUID closingId, @Nullable UUID classId, @Nullable YearOutcome outcome, Pageable page) {
        var rows = wanted(
                        """
                        select p.pupil_id, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name,
                            c.label as from_class, p.outcome, t.label as to_class, p.entered,
                            o.reason
                        """,
                        " order by c.grade, c.label, n.search_name, p.pupil_id limit :size offset :start",
                        closingId,
                        classId,
                        outcome)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(Row.class)
                .list();
        var count = wanted("select count(*)", "", closingId, classId, outcome)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, count);
    }

    private JdbcClient.StatementSpec wanted(
            String select, String order, UUID closingId, @Nullable UUID classId, @Nullable YearOutcome outcome) {
        return jdbc.sql(select + """
                         from yearclosing.plan_rows p join organization.classes c on c.id = p.from_class_id
                            left join organization.classes t on t.id = p.to_class_id
                            join people.pupils u on u.id = p.pupil_id join people.persons n on n.id = u.person_id
                            left join yearclosing.outcomes o on o.closing_id = p.closing_id and o.pupil_id = p.pupil_id
                        where p.closing_id = :closing and (cast(:class as uuid) is null or p.from_class_id = :class)
                            and (cast(:outcome as text) is null or p.outcome = :outcome)
                        """ + order)
                .param("closing", closingId)
                .param("class", classId)
                .param("outcome", outcome == null ? null : outcome.name());
    }
}
