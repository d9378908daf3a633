package school.chancery.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.identity.Role;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** Health and special needs: an own right, a recorded ground, a log of every look (F124, F125). */
@ChanceryTest
class HealthIntegrationTests {
    private static final String CANARY = "Канареечный-диагноз-7316";

    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private Employee social;
    private UUID pupil;
    private UUID person;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        social = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.SOCIAL_PEDAGOGUE);
        person = story.classes().person("Хворостова", story.today().minusYears(12));
        pupil = story.classes().pupil(person);
    }

    @Test
    void theSocialPedagogueKeepsHealthAndNeedsWithTheirGround() {
        assertThat(record()).hasStatus3xxRedirection();
        assertThat(needs()).hasStatus3xxRedirection();
        assertThat(story.get(social, "/people/health/" + pupil))
                .hasStatusOk()
                .bodyText()
                .contains(CANARY, "согласие матери от 01.09.2026", "Нарушения слуха", "АООП вариант 2.1");
        assertThat(story.get(social, "/people/health")).bodyText().contains("Хворостова");
        assertThat(record("conditions", "Иначе")).hasStatus3xxRedirection();
        assertThat(story.get(social, "/people/health/" + pupil))
                .bodyText()
                .contains("Иначе")
                .doesNotContain(CANARY);
    }

    @Test
    void theDirectorLooksWithAReasonAndSeesWhoLooked() {
        record();
        assertThat(story.get(story.director, "/people/health/" + pupil))
                .hasStatusOk()
                .bodyText()
                .contains("Напишите причину")
                .doesNotContain(CANARY);
        assertThat(story.post(story.director, "/people/health/" + pupil, "reason", " "))
                .bodyText()
                .contains("Заполните поле")
                .doesNotContain(CANARY);
        assertThat(story.post(story.director, "/people/health/" + pupil, "reason", "Подготовка похода"))
                .hasStatusOk()
                .bodyText()
                .contains(CANARY);
        story.get(social, "/people/health/" + pupil);
        story.get(social, "/people/health");
        assertThat(story.get(story.director, "/people/health/readings"))
                .hasStatusOk()
                .bodyText()
                .contains("Подготовка похода", "Хворостова", "Список")
                .doesNotContain(CANARY);
        assertThat(story.rows()
                        .sql("select string_agg(what, ' ' order by id) from people.health_readings where pupil_id = ?")
                        .param(pupil)
                        .query(String.class)
                        .single())
                .isEqualTo("HEALTH NEEDS HEALTH NEEDS LIST");
    }

    @Test
    void nobodyElseGetsAtItAnywhere() {
        record();
        needs();
        var pages = List.of(
                "/people/pupils",
                "/people/pupils/" + pupil,
                "/people/pupils?text=хворост",
                "/people/health",
                "/people/health/" + pupil,
                "/people/health/" + pupil + "/record",
                "/people/health/" + pupil + "/needs",
                "/people/persons/" + person + "/export.json",
                "/people/persons/" + person + "/export.pdf",
                "/people/requests/new?personId=" + person,
                "/people/pupils/" + pupil + "/consents",
                "/inbox",
                "/cases");
        var personnel = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR);
        var leader = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.CLASS_TEACHER);
        for (var who : List.of(story.deputy, story.secretary, story.teacher, personnel, leader, story.director))
            for (var page : pages)
                assertThat(text(story.get(who, page))).as(page).doesNotContain(CANARY);
        assertThat(text(story.get(story.specialist, story.office, "/people/health/" + pupil)))
                .doesNotContain(CANARY);
        assertThat(story.get(story.deputy, "/people/health/" + pupil)).hasStatus(403);
    }

    @Test
    void itStandsInNoTableButItsOwn() {
        record();
        var owner = JdbcClient.create(TestDatabase.shared().owner());
        var columns = owner.sql("""
                        select table_schema || '.' || table_name as place, quote_ident(column_name) as name
                        from information_schema.columns c
                        where data_type in ('text', 'character varying', 'jsonb')
                          and table_schema in ('audit', 'engine', 'orders', 'workflow', 'mail', 'platform', 'people', 'students', 'session', 'documents')
                          and exists (select from information_schema.tables t where t.table_schema = c.table_schema
                            and t.table_name = c.table_name and t.table_type = 'BASE TABLE')
                        """)
                .query((row, i) -> new String[] {row.getString("place"), row.getString("name")})
                .list();
        var found = new ArrayList<String>();
        for (var column : columns) {
            var hits = owner.sql("select count(*) from " + column[0] + " where " + column[1] + "::text like ?")
                    .param("%" + CANARY + "%")
                    .query(Long.class)
                    .single();
            if (hits > 0) found.add(column[0] + "." + column[1]);
        }
        assertThat(found).containsExactly("people.health_records.conditions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record | healthGroup      | 6 | 5",
                "record | healthGroup      | шесть | число",
                "record | physicalGroup    | X | записано неверно",
                "record | groundKind       | ' ' | Заполните поле",
                "record | groundText       | ' ' | Заполните поле",
                "record | groundOn         | 2999-01-01 | ещё не наступила",
                "needs  | category         | NONE | запись не нужна",
                "needs  | category         | ' ' | Заполните поле",
                "needs  | conclusionNumber | ' ' | и номер, и дату",
                "needs  | validTo          | 2020-01-01 | раньше, чем начинается",
                "needs  | groundText       | ' ' | Заполните поле"
            })
    void aWrongRecordComesBackAndNothingIsKept(String form, String field, String value, String fault) {
        var answer = form.equals("record") ? record(field, value) : needs(field, value);
        assertThat(answer).hasStatusOk().bodyText().contains(fault);
        assertThat(story.rows()
                        .sql(
                                "select (select count(*) from people.health_records where pupil_id = :pupil) + (select count(*) from people.special_needs where pupil_id = :pupil)")
                        .param("pupil", pupil)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aPupilOfAnotherSchoolIsNotThere() {
        var other = new SchoolStory(context);
        var stranger = other.employee(other.school, "PEDAGOGUE", "HIGHER", false, Role.SOCIAL_PEDAGOGUE);
        assertThat(other.get(stranger, "/people/health/" + pupil)).hasStatus(404);
        assertThat(other.post(stranger, "/people/health/" + pupil + "/record", "healthGroup", "1"))
                .hasStatus(404);
    }

    private MvcTestResult record(String... more) {
        return post(
                "/record",
                List.of(
                        "healthGroup",
                        "2",
                        "physicalGroup",
                        "PREPARATORY",
                        "conditions",
                        CANARY,
                        "groundKind",
                        "CONSENT",
                        "groundText",
                        "согласие матери от 01.09.2026",
                        "groundOn",
                        "2026-09-01"),
                more);
    }

    private MvcTestResult needs(String... more) {
        return post(
                "/needs",
                List.of(
                        "category",
                        "HEARING",
                        "programme",
                        "АООП вариант 2.1",
                        "conclusionNumber",
                        "14",
                        "conclusionOn",
                        "2026-08-20",
                        "groundKind",
                        "COMMISSION",
                        "groundText",
                        "заключение ПМПК № 14",
                        "groundOn",
                        "2026-08-20"),
                more);
    }

    private MvcTestResult post(String form, List<String> sound, String... more) {
        var parameters = new ArrayList<>(sound);
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at < 0) parameters.addAll(List.of(more[i], more[i + 1]));
            else parameters.set(at + 1, more[i + 1]);
        }
        return story.post(social, "/people/health/" + pupil + form, parameters.toArray(String[]::new));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
