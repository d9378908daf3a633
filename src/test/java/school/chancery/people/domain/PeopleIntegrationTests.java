package school.chancery.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.TestDatabase;
import school.chancery.people.StaffMember;

class PeopleIntegrationTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static JdbcClient owner;
    private static JdbcClient app;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void prepare() {
        var database = TestDatabase.fresh();
        owner = JdbcClient.create(database.owner());
        var source = database.app();
        app = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        organization("office", "DISTRICT_OFFICE", UUID.fromString("00000000-0000-0000-0000-000000000001"), null);
        organization("school-a", "SCHOOL", SCHOOL, UUID.fromString("00000000-0000-0000-0000-000000000001"));
        organization("school-b", "SCHOOL", OTHER, UUID.fromString("00000000-0000-0000-0000-000000000001"));
        employee(SCHOOL, "Ёлкина", "учитель информатики", "informatics");
        employee(SCHOOL, "Жукова", "учитель физики", "physics");
        employee(OTHER, "Яшина", "учитель химии", "chemistry");
        pupil(SCHOOL);
        pupil(SCHOOL);
        pupil(SCHOOL);
    }

    @Test
    void listsTheEmployedOfTheOwnSchoolByName() {
        assertThat(as(SCHOOL, () -> new StaffRegister(app).employed(SCHOOL, DAY)))
                .extracting(member -> member.name().family())
                .containsExactly("Ёлкина", "Жукова");
    }

    @Test
    void doesNotListWhoIsNotYetHired() {
        assertThat(as(SCHOOL, () -> new StaffRegister(app).employed(SCHOOL, LocalDate.of(2019, 8, 31))))
                .isEmpty();
    }

    @Test
    void knowsWhoTeachesInformatics() {
        assertThat(as(SCHOOL, () -> new StaffRegister(app).employed(SCHOOL, DAY)))
                .filteredOn(StaffMember::teachesInformatics)
                .extracting(member -> member.name().family())
                .containsExactly("Ёлкина");
    }

    @Test
    void anotherSchoolSeesNeitherEmployeesNorPersons() {
        assertThat(as(OTHER, () -> new StaffRegister(app).employed(SCHOOL, DAY)))
                .isEmpty();
        assertThat(as(
                        OTHER,
                        () -> app.sql("select family from people.persons where family <> 'Яшина'")
                                .query(String.class)
                                .list()))
                .isEmpty();
    }

    @Test
    void findsByNameWithOrWithoutTheDotsOfYo() {
        assertThat(found("елкин")).containsExactly("Ёлкина");
        assertThat(found("ЁЛКИНА")).containsExactly("Ёлкина");
        assertThat(found("физик")).containsExactly("Жукова");
        assertThat(found("")).hasSize(2);
    }

    @Test
    void findsByWordsInAnyOrderAndByTheClassThatIsLed() {
        assertThat(found("анна елк")).containsExactly("Ёлкина");
        assertThat(found("физики  Жукова")).containsExactly("Жукова");
        assertThat(found("Жукова информатики")).isEmpty();
        leads("Жукова", "5", "А", LocalDate.of(2026, 9, 1), null);
        leads("Ёлкина", "6", "Б", LocalDate.of(2026, 9, 1), DAY.minusDays(1));
        assertThat(found("5а")).containsExactly("Жукова");
        assertThat(found("учитель 6Б")).isEmpty();
    }

    @Test
    void takesSignsOfPatternsAsTheyStand() {
        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("\\")).isEmpty();
        assertThat(found("' or true --")).isEmpty();
    }

    @Test
    void nobodyWorksTwiceInOneSchoolAtATime() {
        var person = owner.sql("select person_id from people.staff where organization_id = ? limit 1")
                .param(SCHOOL)
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> staffRow(SCHOOL, person, "сторож"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("uq_staff_organization_id_person_id");
    }

    private static List<String> found(String text) {
        return as(SCHOOL, () -> new StaffSearch(app).employed(SCHOOL, DAY, text, "name,asc", PageRequest.of(0, 20)))
                .stream()
                .map(member -> member.name().family())
                .toList();
    }

    private static <T> T as(UUID organization, Supplier<T> act) {
        return transaction.execute(status -> {
            app.sql("select set_config('chancery.organizations', ?, true)")
                    .param(organization.toString())
                    .query(String.class)
                    .single();
            return act.get();
        });
    }

    private static void organization(String code, String type, UUID id, UUID office) {
        owner.sql(
                        "insert into organization.organizations (id, code, type, full_name, short_name, locality, district_office_id, zone, head_title)"
                                + " values (?, ?, ?, 'Полное', 'Краткое', 'г. Тестовый', ?, 'Europe/Moscow', 'Директор')")
                .params(id, code, type, office)
                .update();
    }

    private static void employee(UUID organization, String family, String position, String subject) {
        var staff = staffRow(organization, person(family), position);
        owner.sql(
                        "insert into organization.subjects (id, organization_id, code, name, short_name) values (gen_random_uuid(), ?, ?, ?, ?)")
                .params(organization, subject, subject, subject)
                .update();
        owner.sql("insert into people.teaching_subjects (staff_id, organization_id, subject) values (?, ?, ?)")
                .params(staff, organization, subject)
                .update();
    }

    private static UUID staffRow(UUID organization, UUID person, String position) {
        var id = UUID.randomUUID();
        owner.sql(
                        "insert into people.staff (id, organization_id, person_id, position, category, education, management_experience, hired_on)"
                                + " values (?, ?, ?, ?, 'PEDAGOGUE', 'HIGHER', false, '2019-09-01')")
                .params(id, organization, person, position)
                .update();
        return id;
    }

    private static void leads(String family, String grade, String letter, LocalDate from, @Nullable LocalDate to) {
        var year = owner.sql("select id from organization.school_years where organization_id = ?")
                .param(SCHOOL)
                .query(UUID.class)
                .optional()
                .orElseGet(PeopleIntegrationTests::year);
        var led = UUID.randomUUID();
        owner.sql("insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label)"
                        + " values (?, ?, ?, 'CLASS', ?::int, ?, ?)")
                .params(led, SCHOOL, year, grade, letter, grade + letter)
                .update();
        owner.sql("insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on, to_on)"
                        + " select gen_random_uuid(), ?, ?, s.id, ?, ? from people.staff s"
                        + " join people.persons p on p.id = s.person_id where s.organization_id = ? and p.family = ?")
                .params(Arrays.asList(SCHOOL, led, from, to, SCHOOL, family))
                .update();
    }

    private static UUID year() {
        var id = UUID.randomUUID();
        owner.sql(
                        "insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, '2026-09-01', '2027-08-31')")
                .params(id, SCHOOL)
                .update();
        return id;
    }

    private static void pupil(UUID organization) {
        owner.sql(
                        "insert into people.pupils (id, organization_id, person_id, admitted_on) values (?, ?, ?, '2025-09-01')")
                .params(UUID.randomUUID(), organization, person("Учеников"))
                .update();
    }

    private static UUID person(String family) {
        var id = UUID.randomUUID();
        owner.sql("insert into people.persons (id, family, given) values (?, ?, 'Анна')")
                .params(id, family)
                .update();
        return id;
    }
}
