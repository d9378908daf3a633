package school.chancery.yearclosing.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of a class shows: two statements, however many pupils. */
@Repository
class ClassRows {
    private static final String CLASS = """
            select k.id, k.closing_id, k.organization_id, k.class_id, c.label as class_label, c.grade, k.state, k.sent_by,
                k.remark
            from yearclosing.class_closings k join organization.classes c on c.id = k.class_id
            """;

    private static final String ROWS = """
            select o.pupil_id, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name, o.proposed, o.ground,
                o.chosen, o.chosen_by is not null and o.chosen is distinct from o.proposed as changed, o.reason,
                t.label as to_class,
                (select string_agg(s.short_name, ', ' order by s.short_name) from journal.year_marks m
                    join organization.subjects s on s.id = m.subject_id
                    where m.pupil_id = o.pupil_id and m.school_year_id = o.school_year_id and m.value in
                        ('TWO', 'NO_CREDIT', 'NOT_ATTESTED', 'NOT_ATTESTED_GOOD_REASON')) as debts
            from yearclosing.outcomes o join yearclosing.roster r on r.closing_id = o.closing_id and r.pupil_id = o.pupil_id
                join people.persons n on n.id = r.person_id left join organization.classes t on t.id = o.to_class_id
            where o.closing_id = ? and o.class_id = ? order by n.search_name, o.pupil_id
            """;

    private final JdbcClient jdbc;
    private final FactsReader facts;

    ClassRows(JdbcClient jdbc, FactsReader facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    ClassClosingView require(UUID id) {
        return jdbc.sql(CLASS + " where k.id = ?")
                .param(id)
                .query(ClassClosingView.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("class closing " + id));
    }

    /** Of two who change a class at once the second sees what the first has made of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    ClassClosingView hold(UUID id) {
        return jdbc.sql(CLASS + " where k.id = ? for update of k")
                .param(id)
                .query(ClassClosingView.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("class closing " + id));
    }

    List<ClassClosingView> ofClosing(UUID closingId) {
        return jdbc.sql(CLASS + " where k.closing_id = ? order by c.grade, c.label")
                .param(closingId)
                .query(ClassClosingView.class)
                .list();
    }

    private record Row(
            UUID pupilId,
            String name,
            @Nullable String proposed,
            @Nullable String ground,
            @Nullable String chosen,
            boolean changed,
            @Nullable String reason,
            @Nullable String toClass,
            @Nullable String debts) {}

    List<OutcomeRow> rows(ClosingView closing, UUID classId) {
        Map<UUID, PupilFacts> known = facts.ofClass(closing, classId).stream()
                .collect(Collectors.toMap(FactsReader.Row::pupilId, FactsReader.Row::facts));
        return jdbc.sql(ROWS).params(closing.id(), classId).query(Row.class).list().stream()
                .map(row -> shown(row, known.get(row.pupilId())))
                .toList();
    }

    private static OutcomeRow shown(Row row, @Nullable PupilFacts facts) {
        return new OutcomeRow(
                row.pupilId(),
                row.name(),
                facts != null && facts.present(),
                row.debts() == null ? "" : row.debts(),
                facts == null ? 0 : facts.missing(),
                value(row.proposed(), YearOutcome::valueOf),
                value(row.ground(), OutcomeRule.Ground::valueOf),
                value(row.chosen(), YearOutcome::valueOf),
                row.changed(),
                row.reason(),
                facts == null ? Set.of() : OutcomeRule.allowed(facts),
                row.toClass());
    }

    private static <T> @Nullable T value(@Nullable String name, Function<String, T> of) {
        return name == null ? null : of.apply(name);
    }
}
