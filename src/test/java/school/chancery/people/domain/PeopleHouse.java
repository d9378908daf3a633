package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.TestDatabase;

/** A database with two schools, rows made by its owner and looked at as one of the schools. */
final class PeopleHouse {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    final UUID school = UUID.randomUUID();
    final UUID other = UUID.randomUUID();
    final JdbcClient owner;
    final JdbcClient app;
    private final TransactionTemplate transaction;

    PeopleHouse() {
        var database = TestDatabase.fresh();
        owner = JdbcClient.create(database.owner());
        var source = database.app();
        app = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var office = UUID.randomUUID();
        organization(office, "office", "DISTRICT_OFFICE", null);
        organization(school, "school-a", "SCHOOL", office);
        organization(other, "school-b", "SCHOOL", office);
    }

    <T> T as(UUID organization, Supplier<T> act) {
        return transaction.execute(status -> {
            app.sql("select set_config('chancery.organizations', ?, true)")
                    .param(organization.toString())
                    .query(String.class)
                    .single();
            return act.get();
        });
    }

    UUID person(String family, String given, @Nullable String patronymic, @Nullable LocalDate bornOn) {
        var id = UUID.randomUUID();
        owner.sql("insert into people.persons (id, family, given, patronymic, born_on) values (?, ?, ?, ?, ?)")
                .params(id, family, given, patronymic, bornOn)
                .update();
        return id;
    }

    UUID pupil(UUID organization, UUID person) {
        var id = UUID.randomUUID();
        owner.sql(
                        "insert into people.pupils (id, organization_id, person_id, admitted_on) values (?, ?, ?, '2025-09-01')")
                .params(id, organization, person)
                .update();
        return id;
    }

    UUID pupil(UUID organization, String family, String given) {
        return pupil(organization, person(family, given, null, LocalDate.of(2015, 3, 1)));
    }

    UUID employee(UUID organization, UUID person) {
        var id = UUID.randomUUID();
        owner.sql("""
                        insert into people.staff (id, organization_id, person_id, position, category, education,
                            management_experience, hired_on)
                        values (?, ?, ?, 'учитель', 'PEDAGOGUE', 'HIGHER', false, '2019-09-01')
                        """).params(id, organization, person).update();
        return id;
    }

    /** A class of the school year around {@link #DAY}. */
    UUID schoolClass(UUID organization, int grade, String letter) {
        var id = UUID.randomUUID();
        owner.sql("""
                        with year as (
                            insert into organization.school_years (id, organization_id, starts_on, ends_on)
                            select gen_random_uuid(), :organization, '2026-09-01', '2027-08-31'
                            where not exists (select from organization.school_years where organization_id = :organization)
                            returning id)
                        insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label)
                        select :id, :organization, y.id, 'CLASS', :grade, :letter, :grade || :letter
                        from (select id from year union select id from organization.school_years
                            where organization_id = :organization) y
                        """)
                .param("organization", organization)
                .param("id", id)
                .param("grade", grade)
                .param("letter", letter)
                .update();
        return id;
    }

    /** A draft is enough for what refers to an order. */
    UUID order(UUID organization) {
        var id = UUID.randomUUID();
        owner.sql("""
                        insert into orders.orders (id, version, organization_id, kind, series, status, caused_by,
                            initiator_account_id, created_at, title, legal_basis, body, effective_on)
                        values (?, 0, ?, 'general', 'MAIN', 'DRAFT', ?, ?, now(), '', '', '', '2026-09-01')
                        """)
                .params(id, organization, UUID.randomUUID(), UUID.randomUUID())
                .update();
        return id;
    }

    UUID subject(UUID organization, String code) {
        var id = UUID.randomUUID();
        owner.sql(
                        "insert into organization.subjects (id, organization_id, code, name, short_name) values (?, ?, ?, ?, ?)")
                .params(id, organization, code, code, code)
                .update();
        return id;
    }

    private void organization(UUID id, String code, String type, @Nullable UUID office) {
        owner.sql("""
                        insert into organization.organizations (id, code, type, full_name, short_name, locality,
                            district_office_id, zone, head_title)
                        values (?, ?, ?, 'Полное', 'Краткое', 'г. Тестовый', ?, 'Europe/Moscow', 'Директор')
                        """).params(id, code, type, office).update();
    }
}
