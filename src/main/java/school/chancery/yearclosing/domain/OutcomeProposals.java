package school.chancery.yearclosing.domain;

import java.lang.reflect.Array;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what the rule proposes, for a class or a school in one statement; what a person chose stays while it may. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutcomeProposals {
    private static final String WRITE = """
            insert into yearclosing.outcomes as o (closing_id, organization_id, school_year_id, pupil_id, class_id, grade,
                present, proposed, ground, chosen, choice, conclusion, term_over, owing, certified)
            select :closing, :organization, :year, f.pupil_id, f.class_id, f.grade, f.present, f.proposed, f.ground, f.proposed,
                f.choice, f.conclusion, f.term_over, f.owing, f.certified
            from unnest(:pupils::uuid[], :classes::uuid[], :grades::smallint[], :present::boolean[], :proposed::text[],
                :grounds::text[], :choices::text[], :conclusions::boolean[], :over::boolean[],
                :owing::boolean[], :certified::boolean[])
                f (pupil_id, class_id, grade, present, proposed, ground, choice, conclusion, term_over, owing, certified)
            on conflict (closing_id, pupil_id) do update set class_id = excluded.class_id, grade = excluded.grade,
                present = excluded.present, proposed = excluded.proposed, ground = excluded.ground,
                choice = excluded.choice, conclusion = excluded.conclusion, term_over = excluded.term_over,
                owing = excluded.owing, certified = excluded.certified, version = o.version + 1,
                chosen = case when o.pupil_id = any (:kept) then o.chosen else excluded.chosen end,
                chosen_by = case when o.pupil_id = any (:kept) then o.chosen_by end,
                chosen_at = case when o.pupil_id = any (:kept) then o.chosen_at end,
                reason = case when o.pupil_id = any (:kept) then o.reason end,
                to_class_id = case when o.class_id = excluded.class_id and o.pupil_id = any (:kept) then o.to_class_id end,
                placed_by = case when o.class_id = excluded.class_id and o.pupil_id = any (:kept) then o.placed_by end
            """;

    private final JdbcClient jdbc;
    private final FactsReader facts;

    OutcomeProposals(JdbcClient jdbc, FactsReader facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** @param classId null = the whole roster */
    void write(ClosingView closing, @Nullable UUID classId) {
        var rows = classId == null ? facts.readAll(closing) : facts.ofClass(closing, classId);
        if (rows.isEmpty()) return;
        var proposals =
                rows.stream().map(row -> OutcomeRule.propose(row.facts())).toList();
        jdbc.sql(WRITE)
                .param("closing", closing.id())
                .param("organization", closing.organizationId())
                .param("year", closing.schoolYearId())
                .param("kept", kept(closing, classId, rows))
                .param("pupils", array(rows, UUID.class, FactsReader.Row::pupilId))
                .param("classes", array(rows, UUID.class, FactsReader.Row::classId))
                .param("grades", array(rows, Integer.class, row -> row.facts().grade()))
                .param("present", array(rows, Boolean.class, row -> row.facts().present()))
                .param(
                        "proposed",
                        array(
                                proposals,
                                String.class,
                                each -> each.map(p -> p.outcome().name()).orElse(null)))
                .param(
                        "grounds",
                        array(
                                proposals,
                                String.class,
                                each -> each.map(p -> p.ground().name()).orElse(null)))
                .param(
                        "choices",
                        array(rows, String.class, row -> name(row.facts().choice())))
                .param(
                        "conclusions",
                        array(rows, Boolean.class, row -> row.facts().conclusion()))
                .param("over", array(rows, Boolean.class, row -> row.facts().termOver()))
                .param("owing", array(rows, Boolean.class, row -> row.facts().owing()))
                .param(
                        "certified",
                        array(rows, Boolean.class, row -> row.facts().certified()))
                .update();
    }

    // What a person chose, or what is still proposed as it was: as long as the law leaves it open.
    private UUID[] kept(ClosingView closing, @Nullable UUID classId, List<FactsReader.Row> rows) {
        record Chosen(
                UUID pupilId,
                @Nullable String chosen,
                @Nullable UUID chosenBy) {}
        var chosen = jdbc
                .sql("select pupil_id, chosen, chosen_by from yearclosing.outcomes where closing_id = :closing"
                        + " and (cast(:class as uuid) is null or class_id = :class) and chosen is not null")
                .param("closing", closing.id())
                .param("class", classId)
                .query(Chosen.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Chosen::pupilId, Function.identity()));
        return rows.stream()
                .filter(row -> {
                    var known = chosen.get(row.pupilId());
                    if (known == null) return false;
                    var outcome = YearOutcome.valueOf(known.chosen());
                    return known.chosenBy() == null
                            ? OutcomeRule.propose(row.facts())
                                    .filter(proposed -> proposed.outcome() == outcome)
                                    .isPresent()
                            : OutcomeRule.allowed(row.facts()).contains(outcome);
                })
                .map(FactsReader.Row::pupilId)
                .toArray(UUID[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    @SuppressWarnings("unchecked")
    private static <R, T> T[] array(List<R> rows, Class<T> type, Function<R, @Nullable T> value) {
        return rows.stream().map(value).toArray(size -> (T[]) Array.newInstance(type, size));
    }
}
