package school.chancery.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
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
import school.chancery.identity.Role;
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
    void whatIsWrongIsPutRightByItsGroundAndHoldsInEveryList() {
        ask("CORRECTION", story.today().toString());
        var path = "/people/persons/" + child + "/correct";
        assertThat(story.get(story.secretary, "/people/requests/" + request()))
                .bodyText()
                .contains(path);
        assertThat(story.get(story.secretary, path)).hasStatusOk().bodyText().contains("Субботина");
        assertThat(correct("family", "Субботина1")).bodyText().contains("начните с буквы");
        assertThat(correct("family", "Воскресенская", "ground", " ")).bodyText().contains("Заполните поле");
        assertThat(correct("bornOn", "2999-01-01")).hasStatusOk();
        assertThat(correct("version", "x")).hasStatusOk();
        assertThat(correct("version", "7", "family", "Воскресенская")).hasStatus(409);
        assertThat(correct("family", "Воскресенская", "phone", "8 912 345-67-89"))
                .hasStatus3xxRedirection();
        assertThat(story.get(story.secretary, "/people/pupils", "text", "воскресен"))
                .bodyText()
                .contains("Воскресенская", "С/1");
        assertThat(story.rows()
                        .sql("select array_to_string(fields, ',') from people.corrections where person_id = ?")
                        .param(child)
                        .query(String.class)
                        .single())
                .isEqualTo("family,phone");
        assertThat(correct("version", "1", "family", "Воскресенская", "phone", "8 912 345-67-89"))
                .bodyText()
                .contains("Ничего не изменено");
        var twin = story.classes()
                .pupil(story.classes().person("Двойникова", story.today().minusYears(12)));
        story.rows()
                .sql(
                        "update people.persons p set given = n.given, patronymic = n.patronymic from people.persons n, people.pupils u where n.id = ? and u.id = ? and p.id = u.person_id")
                .params(child, twin)
                .update();
        assertThat(correct("version", "1", "family", "Двойникова"))
                .hasStatusOk()
                .bodyText()
                .contains("уже есть в реестре");
        var other = new SchoolStory(context);
        assertThat(other.get(other.secretary, path)).hasStatus(404);
    }

    @Test
    void whoLostTheRightToSignStaysInTheFile() {
        var path = "/people/pupils/" + pupil + "/guardians/" + mother;
        assertThat(story.get(story.secretary, path)).hasStatusOk().bodyText().contains("Материнская");
        assertThat(story.post(story.secretary, path, "kinship", "MOTHER", "ground", " "))
                .bodyText()
                .contains("Заполните поле");
        assertThat(story.post(story.secretary, path, "kinship", "MOTHER", "ground", "решение суда"))
                .hasStatus3xxRedirection();
        assertThat(story.rows()
                        .sql("select not legal and not contact from people.guardians where person_id = ?")
                        .param(mother)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Материнская")
                .doesNotContain("+79995550022");
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil + "/guardians/" + UUID.randomUUID()))
                .hasStatus(404);
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
                .hasStatusOk()
                .bodyText()
                .contains("заблокирована")
                .doesNotContain("Материнская", "Субботина");
        assertThat(story.get(story.director, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Материнская");
        for (var path : List.of("/consents", "/papers", "/guardians"))
            assertThat(story.get(story.secretary, "/people/pupils/" + pupil + path))
                    .hasStatus(404);
        story.post(story.secretary, "/people/requests/" + request(), "outcome", "DONE", "answer", "Проверено");
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Материнская");
    }

    @Test
    void searchAndListsLeaveOutWhoseDataAreBlocked() {
        assertThat(story.get(story.secretary, "/people/pupils", "text", "субботина"))
                .bodyText()
                .contains("Субботина");
        ask("BLOCKING", story.today().toString());
        assertThat(story.get(story.secretary, "/people/pupils", "text", "суббо"))
                .hasStatusOk()
                .bodyText()
                .contains("Не показано по обращениям о блокировании данных: 1")
                .doesNotContain("Субботина");
        assertThat(story.get(story.director, "/people/pupils", "text", "суббо"))
                .bodyText()
                .contains("Субботина", "данные заблокированы");
        // What leaves the house is left without them, whoever takes it.
        assertThat(text(story.get(story.director, "/people/pupils/export", "format", "CSV")))
                .contains("Учеников")
                .doesNotContain("Субботина");
    }

    @Test
    void healthOfAChildWhoseDataAreBlockedIsTheHeadsAlone() {
        var pedagogue = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.SOCIAL_PEDAGOGUE);
        story.rows().sql("""
                        insert into people.health_records (id, organization_id, pupil_id, health_group, ground_kind,
                            ground_text, ground_on, recorded_by, recorded_at)
                        values (gen_random_uuid(), ?, ?, 2, 'LAW', 'приказ', current_date, gen_random_uuid(), now())
                        """).params(story.school.id(), pupil).update();
        assertThat(story.get(pedagogue, "/people/health")).bodyText().contains("Субботина");
        ask("BLOCKING", story.today().toString());
        assertThat(story.get(pedagogue, "/people/health"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Субботина");
        assertThat(story.get(pedagogue, "/people/health/" + pupil)).hasStatus(404);
        assertThat(story.post(story.director, "/people/health/" + pupil, "reason", "обращение матери"))
                .hasStatusOk();
    }

    @Test
    void aBlockedParentAndABlockedEmployeeAreHiddenToo() {
        ask(mother, "BLOCKING", story.today().toString());
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Субботина", "данные заблокированы")
                .doesNotContain("Материнская", "+79995550022");
        ask(story.teacher.personId(), "BLOCKING", story.today().toString());
        assertThat(story.get(story.deputy, "/people/staff/" + story.teacher.staffId()))
                .hasStatusOk()
                .bodyText()
                .contains("заблокирована")
                .doesNotContain(story.teacher.phone());
        assertThat(story.get(story.director, "/people/staff/" + story.teacher.staffId()))
                .bodyText()
                .contains(story.teacher.phone());
    }

    @Test
    void whoAsksTwiceIsBlockedUntilBothRequestsAreAnswered() {
        ask("BLOCKING", story.today().toString());
        var first = request();
        ask("BLOCKING", story.today().toString());
        story.post(story.secretary, "/people/requests/" + first, "outcome", "DONE", "answer", "Проверено");
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("заблокирована");
        for (var open : story.rows()
                .sql("select id from people.data_requests where person_id = ? and state = 'OPEN'")
                .param(child)
                .query(UUID.class)
                .list())
            story.post(story.secretary, "/people/requests/" + open, "outcome", "DONE", "answer", "Проверено");
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Материнская");
    }

    @Test
    void theExportTellsEveryClassTheChildHasBeenIn() {
        var classes = story.classes();
        var middle = classes.yearStart().plusDays(40);
        classes.enrol(pupil, classes.open(6, "Г", null), classes.yearStart(), middle.minusDays(1), 1);
        classes.enrol(pupil, classes.open(6, "Д", null), middle, null, 2);
        assertThat(text(story.get(story.secretary, "/people/persons/" + child + "/export.json")))
                .contains("6Г", "6Д", middle.toString());
    }

    @Test
    void aConsentIsWithdrawnOnTheCardOfWhomItIsAbout() {
        wording("Согласие на обработку");
        consent();
        var other = story.classes()
                .pupil(story.classes().person("Другая", story.today().minusYears(10)));
        var id = story.rows()
                .sql("select id from people.consents where person_id = ?")
                .param(child)
                .query(UUID.class)
                .single();
        story.post(
                story.secretary,
                "/people/pupils/" + other + "/consents/" + id + "/withdraw",
                "ground",
                "заявление чужой матери");
        assertThat(withdrawn()).isZero();
    }

    @Test
    void nobodyIsOfferedALinkThatRefusesThem() {
        var path = "/people/pupils/" + pupil;
        assertThat(story.get(story.deputy, path))
                .bodyText()
                .contains(path + "/papers")
                .doesNotContain("/people/requests/new", "/export.pdf", "/export.json");
        assertThat(story.get(story.secretary, path)).bodyText().contains("/people/requests/new", "/export.pdf");
        var personnel = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR);
        var card = "/people/staff/" + story.teacher.staffId();
        assertThat(story.get(story.deputy, card)).bodyText().doesNotContain("/people/requests/new", "/export.pdf");
        story.post(personnel, card + "/papers", "kind", "CONTRACT", "title", "Договор");
        var paper = story.rows()
                .sql("select id from people.file_papers where staff_id = ?")
                .param(story.teacher.staffId())
                .query(UUID.class)
                .single();
        assertThat(story.get(personnel, card)).bodyText().contains("/people/papers/" + paper + "/remove");
        assertThat(story.post(personnel, "/people/papers/" + paper + "/remove", "ground", "истёк"))
                .hasStatus3xxRedirection();
        var network = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.NETWORK_ADMINISTRATOR);
        assertThat(story.get(network, "/people/staff"))
                .bodyText()
                .contains(story.teacher.name())
                .doesNotContain("/people/staff/" + story.teacher.staffId(), "/people/class-teachers");
    }

    @Test
    void everyPageSaysWhatItIsForOnWhatGroundAndWhatComesNext() {
        wording("Согласие на обработку");
        ask("ACCESS", story.today().toString());
        var pedagogue = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.SOCIAL_PEDAGOGUE);
        var card = "/people/pupils/" + pupil;
        for (var path : List.of(
                card,
                card + "/papers",
                card + "/consents",
                card + "/guardians",
                "/people/pupils",
                "/people/staff",
                "/people/staff/" + story.teacher.staffId(),
                "/people/consent-texts",
                "/people/requests",
                "/people/requests/" + request(),
                "/people/requests/new?personId=" + child,
                "/people/assign-duty/start?kind=SUBSTITUTION",
                "/people/class-teachers"))
            assertThat(story.get(story.secretary, path)).as(path).bodyText().contains("Зачем это нужно", "Основание");
        for (var path : List.of("", "/" + pupil + "/record", "/" + pupil + "/needs"))
            assertThat(story.get(pedagogue, "/people/health" + path))
                    .as(path)
                    .bodyText()
                    .contains("Зачем это нужно");
        assertThat(story.get(story.director, "/people/health/readings"))
                .bodyText()
                .contains("Зачем это нужно");
    }

    private MvcTestResult correct(String... changed) {
        var born = story.today().minusYears(12).toString();
        var values = new LinkedHashMap<String, String>();
        values.put("family", "Субботина");
        values.put("given", given("given"));
        values.put("patronymic", given("patronymic"));
        values.put("bornOn", born);
        values.put("ground", "свидетельство о рождении");
        values.put("version", "0");
        for (var i = 0; i < changed.length; i += 2) values.put(changed[i], changed[i + 1]);
        return story.post(
                story.secretary,
                "/people/persons/" + child + "/correct",
                values.entrySet().stream()
                        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                        .toArray(String[]::new));
    }

    private String given(String column) {
        return story.rows()
                .sql("select " + column + " from people.persons where id = ?")
                .param(child)
                .query(String.class)
                .single();
    }

    private MvcTestResult ask(String kind, String on) {
        return ask(child, kind, on);
    }

    private MvcTestResult ask(UUID person, String kind, String on) {
        return story.post(
                story.secretary,
                "/people/requests/new",
                "personId",
                person.toString(),
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
