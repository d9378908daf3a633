package school.chancery.yearclosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.faults.SoftCrash;
import school.chancery.faults.SoftCrashes;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.yearclosing.domain.Checks;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.ClosingOrders;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.Confirmations;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.NextClasses;
import school.chancery.yearclosing.domain.Undos;

/**
 * A school of 60 pupils closes its year, takes it back and closes it again, and each step is ended at every one of its
 * calls to the database and begun anew. Nobody is lost, nobody is there twice, nothing is half done.
 */
@ChanceryTest
@Import(SoftCrash.class)
class ClosingSoftCrashTests {
    private static final int PUPILS = 60;

    @Autowired
    private ApplicationContext context;

    private SingleConnectionDataSource connection;
    private JdbcClient rows;
    private ClosingSteps school;
    private SoftCrashes crashes;

    @BeforeEach
    void found() throws SQLException {
        connection =
                new SingleConnectionDataSource(TestDatabase.shared().owner().getConnection(), true);
        rows = JdbcClient.create(connection);
        var organizations = new TestOrganizations(context.getBean(Organizations.class));
        var organization = organizations.school(organizations.office()).id();
        var today = context.getBean(Organizations.class).today(organization);
        var starts = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        var year = UUID.randomUUID();
        rows.sql("insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)")
                .params(year, organization, starts, starts.plusYears(1).minusDays(1))
                .update();
        new GeneratedSchool(rows, organization, year, starts, PUPILS, 60, GeneratedSchool.Lots.WILD).make();
        school = new ClosingSteps(
                context::getBean, rows, organization, year, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        crashes = new SoftCrashes(new JdbcTemplate(connection), new ClosingInvariants(connection, organization)::check);
    }

    @AfterEach
    void leave() {
        connection.destroy();
    }

    @Test
    void nobodyIsLostOrDoubledWhereverAStepIsEnded() {
        closeSoftly();
        crashes.during("activation", school::activate, () -> is("ACTIVE"));
        assertThat(school.as(() -> school.bean(Undos.class).request(school.closing, "ошибка", school.director)))
                .isEmpty();
        var order = school.as(() -> school.bean(Undos.class).draft(school.closing));
        school.register(order);
        crashes.during(
                "undo",
                () -> school.as(() -> school.bean(Undos.class).undo(school.closing, order)),
                () -> is("UNDONE"));
        closeSoftly();
        System.out.println("Closing of a year ended softly at " + crashes.count() + " calls");
        assertThat(crashes.count()).isGreaterThan(200);
    }

    @Test
    void aProductThatKeepsTheLinesOfTheBookBeforeTheRestIsFound() {
        school.plannedAtOnce();
        school.confirm();
        school.issueOrders();
        crashes = crashes.committingAfter("+students.movements");
        assertThatThrownBy(() -> crashes.during("application", school::apply, () -> is("APPLIED")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("stays changed by a closing that is not carried out");
    }

    private void closeSoftly() {
        during("opening", this::open, () -> count("state = 'OPENED'") == 1);
        school.closing = school.as(() -> school.bean(Closings.class).find(school.organization, school.year))
                .orElseThrow()
                .id();
        during(
                "checks",
                () -> school.bean(Checks.class).run(school.closing),
                () -> count("runs = 1 and state = 'OPENED'") == 1);
        school.explainAll();
        during("classes", () -> school.bean(ClassOutcomes.class).openAll(school.closing), () -> is("CLASSES"));
        rows.sql("update yearclosing.class_closings set state = 'ACCEPTED', sent_by = ?, accepted_by = ?,"
                        + " accepted_at = now() where closing_id = ?")
                .params(school.deputy, school.deputy, school.closing)
                .update();
        school.council();
        during(
                "next classes",
                () -> school.bean(NextClasses.class).approve(school.closing),
                () -> count("next_school_year_id is not null and state = 'COUNCIL'") == 1
                        && school.as(() -> school.bean(NextClasses.class).unplaced(school.closing))
                                .isEmpty());
        during("dry run", () -> school.bean(DryRuns.class).run(school.closing), () -> is("PLANNED"));
        var hash = school.view().planHash();
        during(
                "confirmation",
                () -> school.bean(Confirmations.class).confirm(school.closing, hash, school.director),
                () -> is("CONFIRMED"));
        during(
                "second confirmation",
                () -> school.bean(Confirmations.class).countersign(school.closing, hash, school.second),
                () -> is("COUNTERSIGNED"));
        during("orders", () -> school.bean(ClosingOrders.class).draftAll(school.closing), this::drafted);
        school.issueOrders();
        during("application", school::apply, () -> is("APPLIED"));
    }

    private void open() {
        school.bean(Closings.class).open(school.organization, school.year, school.deputy);
    }

    private void during(String step, Runnable act, BooleanSupplier done) {
        crashes.during(
                step,
                () -> school.as(() -> {
                    act.run();
                    return true;
                }),
                done);
    }

    private boolean drafted() {
        return rows.sql("select count(*) from yearclosing.closing_orders where closing_id = ? and order_id is not null")
                        .param(school.closing)
                        .query(Integer.class)
                        .single()
                >= 4;
    }

    private boolean is(String state) {
        return rows.sql("select state from yearclosing.closings where id = ?")
                .param(school.closing)
                .query(String.class)
                .single()
                .equals(state);
    }

    private int count(String where) {
        return rows.sql("select count(*) from yearclosing.closings where organization_id = ? and " + where)
                .param(school.organization)
                .query(Integer.class)
                .single();
    }
}
