package school.chancery.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.organization.WorkingDays;
import school.chancery.platform.SchoolStory;

/** What people may ask of the school about their data: consents, export, correction, blocking. */
@ChanceryTest
class SubjectRightsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private UUID pupil;
    private UUID child;
    private UUID mother;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        child = story.classes().person("Субботина", story.today().minusYears(12));
        pupil = story.classes().pupil(child);
        mother = story.classes().person("Материнская", story.today().minusYears(40));
        story.rows()
                .sql("update people.persons set phone = '+79995550022' where id = ?")
                .param(mother)
                .update();
        story.rows()
                .sql(
                        "insert into people.guardians (pupil_id, person_id, organization_id, kinship) values (?, ?, ?, 'MOTHER')")
                .params(pupil, mother, story.school.id())
                .update();
    }

    @Test
    void aConsentKeepsItsWordingWhoGaveItForWhatAndWhenItWasWithdrawn() {
        wording("Согласие на обработку");
        assertThat(consent()).hasStatus3xxRedirection();
        assertThat(consent()).hasStatusOk().bodyText().contains("Такое согласие уже действует");
        wording("Согласие на обработку, новое");
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Согласие на обработку, № 1", "Материнская", "обучение и учёт");
        var id = story.rows()
                .sql("select id from people.consents where person_id = ?")
                .param(child)
                .query(UUID.class)
                .single();
        var path = "/people/pupils/" + pupil + "/consents/" + id + "/withdraw";
        story.post(story.secretary, path, "ground", " ");
        assertThat(withdrawn()).isZero();
        story.post(story.secretary, path, "ground", "заявление матери");
        assertThat(withdrawn()).isEqualTo(1);
        assertThat(consent()).hasStatus3xxRedirection();
    }

    @Test
    void onlyWhoMayAgreeAgreesToTheRevisionInForce() {
        wording("Первая");
        var old = text();
        wording("Вторая");
        assertThat(consent("textId", old.toString())).hasStatusOk().bodyText().contains("действующую редакцию");
        assertThat(consent("givenById", story.teacher.personId().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("законного представителя");
        assertThat(consent("givenOn", "2999-01-01")).bodyText().contains("ещё не наступила");
        assertThat(consent("scope", " ")).bodyText().contains("Заполните поле");
    }

    @Test
    void theExportHasAllOfThePersonAndNothingOfOthers() throws IOException {
        wording("Согласие на обработку");
        consent();
        var json = text(story.get(story.secretary, "/people/persons/" + child + "/export.json"));
        assertThat(json).contains("Субботина", "С/1", "Согласие на обработку", "обучение и учёт");
        assertThat(json).doesNotContain("Материнская", "+79995550022");
        var ofMother = text(story.get(story.secretary, "/people/persons/" + mother + "/export.json"));
        assertThat(ofMother).contains("Материнская", "+79995550022", "MOTHER", "Согласие на обработку");
        assertThat(ofMother).doesNotContain("Субботина");
        var pdf = story.get(story.secretary, "/people/persons/" + child + "/export.pdf");
        try (var document = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Субботина", "личное дело С/1")
                    .doesNotContain("Материнская");
        }
        assertThat(story.rows()
                        .sql(
                                "select count(*) from audit.entries where organization_id = ? and action = 'people.subject-data-exported'")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        var other = new SchoolStory(context);
        assertThat(other.get(other.secretary, "/people/persons/" + child + "/export.json"))
                .hasStatus(404);
    }

    @Test
    void aCorrectionIsAnsweredWithinSevenWorkingDays() {
        assertThat(ask("CORRECTION", story.today().toString())).hasStatus3xxRedirection();
        var due = context.getBean(WorkingDays.class).plusWorkingDays(story.school.id(), story.today(), 7);
        assertThat(story.rows()
                        .sql("select due_on = ? from people.data_requests where person_id = ?")
                        .params(due, child)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(ask("CORRECTION", "2999-01-01")).bodyText().contains("ещё не наступила");
        assertThat(ask("FORGET", story.today().toString())).bodyText().contains("записано неверно");
        var path = "/people/requests/" + request();
        assertThat(story.post(story.secretary, path, "outcome", "OPEN", "answer", "x"))
                .hasStatusOk();
        assertThat(story.post(story.secretary, path, "outcome", "DONE", "answer", "Исправлено"))
                .hasStatus3xxRedirection();
        assertThat(story.post(story.secretary, path, "outcome", "REFUSED", "answer", "Поздно"))
                .hasStatusOk()
                .bodyText()
                .contains("уже закончено");
    }

    @Test
    void whatIsLateStandsOut() {
        ask("ACCESS", story.today().minusDays(40).toString());
        assertThat(story.get(story.secretary, "/people/requests")).bodyText().contains("просрочено");
    }

    @Test
    void blockedDataAreShownToNobodyButTheDirectorUntilTheAnswer() {
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Материнская");
        ask("BLOCKING", story.today().toString());
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("заблокирована")
                .doesNotContain("Материнская");
        assertThat(story.get(story.director, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Материнская");
        story.post(story.secretary, "/people/requests/" + request(), "outcome", "DONE", "answer", "Проверено");
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Материнская");
    }

    private MvcTestResult ask(String kind, String on) {
        return story.post(
                story.secretary,
                "/people/requests/new",
                "personId",
                child.toString(),
                "kind",
                kind,
                "receivedOn",
                on,
                "request",
                "Прошу проверить дату рождения");
    }

    private void wording(String title) {
        assertThat(story.post(
                        story.secretary,
                        "/people/consent-texts",
                        "purpose",
                        "PROCESSING",
                        "title",
                        title,
                        "text",
                        "Я согласен\nна обработку"))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult consent(String... more) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("textId", text().toString());
        parameters.put("givenById", mother.toString());
        parameters.put("scope", "обучение и учёт");
        parameters.put("givenOn", story.today().toString());
        for (var i = 0; i < more.length; i += 2) parameters.put(more[i], more[i + 1]);
        var flat = parameters.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
        return story.post(story.secretary, "/people/pupils/" + pupil + "/consents", flat);
    }

    private UUID text() {
        return story.rows()
                .sql("select id from people.consent_texts where organization_id = ? order by revision desc limit 1")
                .param(story.school.id())
                .query(UUID.class)
                .single();
    }

    private long withdrawn() {
        return story.rows()
                .sql("select count(*) from people.consents where person_id = ? and withdrawn_on is not null")
                .param(child)
                .query(Long.class)
                .single();
    }

    private UUID request() {
        return story.rows()
                .sql("select id from people.data_requests where person_id = ? order by recorded_at limit 1")
                .param(child)
                .query(UUID.class)
                .single();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
