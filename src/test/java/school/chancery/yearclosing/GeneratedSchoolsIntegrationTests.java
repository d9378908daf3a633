package school.chancery.yearclosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.yearclosing.domain.ApplyPlan;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.Reconciliations;
import school.chancery.yearclosing.domain.StalePlans;

/** Schools made by a seed: whatever their marks, debts, examinations and choices, nobody is lost and the law is kept. */
@ChanceryTest
class GeneratedSchoolsIntegrationTests {
    private static final int PUPILS = 66;

    @Autowired
    private ApplicationContext context;

    private final JdbcClient rows = JdbcClient.create(TestDatabase.shared().owner());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("chancery.test.schools", 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyIsLostWhateverTheMarksDebtsAndChoices(long seed) {
        var school = school(seed, PUPILS);
        var invariants = new ClosingInvariants(TestDatabase.shared().owner(), school.organization);
        var before = register(school.organization);
        closed(school);
        invariants.check();
        assertThat(lawBreakers(school)).isEmpty();
        var report = school.as(() -> school.bean(Reconciliations.class).of(school.closing));
        assertThat(report.differences()).isEmpty();
        var after = register(school.organization);
        var plan = plan(school);
        assertThat(plan).hasSize(PUPILS);
        assertThat(school.undo()).isEmpty();
        invariants.check();
        assertThat(register(school.organization)).isEqualTo(before);
        closed(school);
        invariants.check();
        assertThat(plan(school)).isEqualTo(plan);
        assertThat(withoutOrders(register(school.organization))).isEqualTo(withoutOrders(after));
    }

    @Test
    void theInvariantsNoticeALostPupilAndADoubledLine() {
        var school = school(77, PUPILS);
        closed(school);
        var invariants = new ClosingInvariants(TestDatabase.shared().owner(), school.organization);
        rows.sql("delete from students.enrollments where id = (select n.id from students.enrollments n"
                        + " join yearclosing.closings c on c.next_school_year_id = n.school_year_id where c.id = ?"
                        + " and n.entry_order_id is not null limit 1)")
                .param(school.closing)
                .update();
        assertThatThrownBy(invariants::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pupils lost or doubled");
    }

    private ClosingSteps school(long seed, int pupils) {
        var organizations = new TestOrganizations(context.getBean(Organizations.class));
        var organization = organizations.school(organizations.office()).id();
        var starts = yearStart(context.getBean(Organizations.class).today(organization));
        var year = UUID.randomUUID();
        rows.sql("insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)")
                .params(year, organization, starts, starts.plusYears(1).minusDays(1))
                .update();
        new GeneratedSchool(rows, organization, year, starts, pupils, seed, GeneratedSchool.Lots.WILD).make();
        return new ClosingSteps(
                context::getBean, rows, organization, year, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    private static LocalDate yearStart(LocalDate day) {
        var september = LocalDate.of(day.getYear(), 9, 1);
        return day.isBefore(september) ? september.minusYears(1) : september;
    }

    private static void closed(ClosingSteps school) {
        assertThat(school.planned().faults()).isEmpty();
        school.confirm();
        school.issueOrders();
        assertThat(school.as(() -> school.bean(StalePlans.class).isStale(school.closing)))
                .isFalse();
        assertThat(school.apply()).isEqualTo(new ApplyPlan.Answer.Applied());
        school.activate();
    }

    private static List<String> plan(ClosingSteps school) {
        return school
                .as(() -> school.bean(DryRuns.class).rows(school.closing, null, null, PageRequest.of(0, 1000)))
                .stream()
                .map(row -> row.pupilId() + " " + row.outcome() + " " + row.fromClass() + " " + row.toClass() + " "
                        + row.entered())
                .sorted()
                .toList();
    }

    // Ст. 58 and 66, asked of the rows and not of the rule.
    private List<String> lawBreakers(ClosingSteps school) {
        return rows.sql("""
                        select p.outcome || ' ' || c.grade || ' ' || p.pupil_id from yearclosing.plan_rows p
                            join organization.classes c on c.id = p.from_class_id
                            left join organization.classes t on t.id = p.to_class_id
                            left join journal.parents_choices h on h.pupil_id = p.pupil_id and h.school_year_id = c.school_year_id,
                            lateral (select exists (select from journal.year_marks m where m.pupil_id = p.pupil_id
                                and m.school_year_id = c.school_year_id and (journal.is_unsatisfactory(m.value)
                                    or m.value = 'NOT_ATTESTED_GOOD_REASON')) as owing) m,
                            lateral (select exists (select from journal.debts d where d.pupil_id = p.pupil_id
                                and d.state = 'TERM_OVER') as over) d
                        where p.closing_id = ? and (
                            t.grade > c.grade and c.grade = 4 and m.owing
                            or t.grade > c.grade and c.grade = 9 and not exists (select from journal.final_exams f
                                where f.pupil_id = p.pupil_id and f.certificate in ('ORDINARY', 'HONOURS'))
                            or p.outcome = 'PROMOTED' and m.owing
                            or p.outcome = 'REPEATS' and (h.choice is distinct from 'REPEAT'
                                or not (d.over or h.conclusion_number is not null))
                            or t.grade not in (c.grade, c.grade + 1))
                        """).param(school.closing).query(String.class).list();
    }

    private List<String> register(UUID organization) {
        return rows.sql("""
                        select line from (
                            select concat_ws(' ', 'e', e.pupil_id, e.class_id, e.sequence, e.from_on, e.to_on, 'order',
                                e.entry_order_id, e.exit_order_id) as line
                            from students.enrollments e where e.organization_id = :school
                            union all select concat_ws(' ', 'p', id, admitted_on, left_on) from people.pupils
                                where organization_id = :school
                            union all select concat_ws(' ', 'd', pupil_id, subject_id, state, due_on) from journal.debts
                                where organization_id = :school
                            union all select concat_ws(' ', 'y', id, state, starts_on, ends_on, activated_at is null)
                                from organization.school_years where organization_id = :school and starts_on <= current_date)
                            lines order by line
                        """).param("school", organization).query(String.class).list();
    }

    private static List<String> withoutOrders(List<String> register) {
        return register.stream().map(line -> line.replaceAll(" order.*", "")).toList();
    }
}
