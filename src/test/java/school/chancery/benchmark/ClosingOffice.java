package school.chancery.benchmark;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.yearclosing.ClosingSteps;
import school.chancery.yearclosing.GeneratedSchool;

/** A generated school on the product, brought as far as a measurement needs it. */
final class ClosingOffice {
    private final Product product;
    private final JdbcClient rows;
    private final ClosingSteps steps;

    ClosingOffice(Product product, int pupils, long seed) {
        this.product = product;
        rows = JdbcClient.create(product.database().owner());
        var organizations = new TestOrganizations(product.bean(Organizations.class));
        var school = organizations.school(organizations.office()).id();
        var today = product.bean(Organizations.class).today(school);
        var starts = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        var year = UUID.randomUUID();
        rows.sql("insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)")
                .params(year, school, starts, starts.plusYears(1).minusDays(1))
                .update();
        new GeneratedSchool(rows, school, year, starts, pupils, seed, GeneratedSchool.Lots.USUAL).make();
        steps = new ClosingSteps(
                product::bean, rows, school, year, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    ClosingSteps steps() {
        return steps;
    }

    /** Two persons have confirmed the plan and the orders are signed. */
    ClosingOffice ordered() {
        var plan = steps.plannedAtOnce();
        if (plan.hash() == null) throw new AssertionError(plan.faults().toString());
        steps.confirm();
        steps.issueOrders();
        return this;
    }

    /** What the database does by itself in service. */
    void settle() {
        new JdbcTemplate(product.database().owner()).execute("vacuum analyze");
    }

    void apply() {
        steps.apply();
        steps.activate();
    }

    int entered() {
        return rows.sql(
                        "select count(*) from students.enrollments e join organization.school_years y on y.id = e.school_year_id"
                                + " where e.organization_id = ? and e.entry_ground = 'ORDER' and y.starts_on > current_date")
                .param(steps.organization)
                .query(Integer.class)
                .single();
    }

    int lines() {
        return rows.sql("select count(*) from students.movements where organization_id = ?")
                .param(steps.organization)
                .query(Integer.class)
                .single();
    }
}
