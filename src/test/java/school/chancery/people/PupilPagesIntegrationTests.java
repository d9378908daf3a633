package school.chancery.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.identity.Role;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** The lists of pupils and staff and the personal files, as the office uses them (F036, F095, F096, F129, F174). */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PupilPagesIntegrationTests {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\nendobj\ntrailer\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    private SchoolStory story;
    private Employee personnel;
    private UUID pupil;

    @BeforeAll
    void found() {
        story = new SchoolStory(context);
        personnel = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR);
        var sixth = story.classes().open(6, "В", null);
        pupil = story.classes().pupilIn(sixth, "Жаворонкова");
        var mother = story.classes().person("Жаворонкова", story.today().minusYears(40));
        story.rows()
                .sql("update people.persons set phone = '+79995550011' where id = ?")
                .param(mother)
                .update();
        story.rows()
                .sql(
                        "insert into people.guardians (pupil_id, person_id, organization_id, kinship) values (?, ?, ?, 'MOTHER')")
                .params(pupil, mother, story.school.id())
                .update();
    }

    @Test
    void aPupilIsFoundByPartOfTheNameFileNumberAndClass() {
        assertThat(story.get(story.deputy, "/people/pupils", "text", "жавор"))
                .hasStatusOk()
                .bodyText()
                .contains("Жаворонкова", "6В", "Ж/1");
        assertThat(story.get(story.deputy, "/people/pupils", "text", "Ж/1"))
                .bodyText()
                .contains("Жаворонкова");
        assertThat(story.get(story.deputy, "/people/pupils", "in", "6В"))
                .bodyText()
                .contains("Жаворонкова");
        assertThat(story.get(story.deputy, "/people/pupils", "in", "5А"))
                .bodyText()
                .contains("Учеников")
                .doesNotContain("Жаворонкова");
        assertThat(story.get(story.deputy, "/people/pupils", "in", "99Я"))
                .hasStatusOk()
                .bodyText()
                .contains("Никого не найдено");
    }

    @Test
    void wildRequestsGetAPage() {
        for (var page : new String[] {"-1", "99999999"})
            assertThat(story.get(story.deputy, "/people/pupils", "page", page)).hasStatusOk();
        assertThat(story.get(story.deputy, "/people/pupils", "sort", "id;drop", "text", "%_\\'\"<>"))
                .hasStatusOk();
        assertThat(story.get(story.deputy, "/people/pupils", "text", "а".repeat(5_000)))
                .hasStatusOk();
    }

    @Test
    void thePersonalFileShowsWhoAnswersForTheChild() {
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .hasStatusOk()
                .bodyText()
                .contains("Мать", "+79995550011", "6В", "Ж/1");
        assertThat(story.get(story.secretary, "/people/pupils/" + UUID.randomUUID()))
                .hasStatus(404);
        var stranger = new SchoolStory(context);
        assertThat(stranger.get(stranger.director, "/people/pupils/" + pupil)).hasStatus(404);
    }

    @Test
    void aPaperComesIntoTheFileWithItsScanAndIsTakenOutWithAReason() {
        var path = "/people/pupils/" + pupil;
        assertThat(story.post(story.secretary, path + "/papers", "kind", "APPLICATION", "title", " "))
                .hasStatusOk()
                .bodyText()
                .contains("Заполните поле");
        assertThat(upload(story.secretary, path + "/papers", "бумага".getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("PDF");
        assertThat(upload(story.secretary, path + "/papers", PDF)).hasStatus3xxRedirection();
        assertThat(story.get(story.secretary, path)).bodyText().contains("Заявление о приёме");
        var document = story.rows()
                .sql("select document_id from people.file_papers where pupil_id = ? and document_id is not null")
                .param(pupil)
                .query(UUID.class)
                .single();
        assertThat(story.get(story.secretary, "/documents/" + document)).hasStatusOk();
        // Who works there but keeps no personal files does not read them.
        assertThat(story.get(story.teacher, "/documents/" + document)
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(story.get(personnel, "/documents/" + document).getResponse().getStatus())
                .isIn(403, 404);
        var paper = story.rows()
                .sql("select id from people.file_papers where pupil_id = ? and document_id is not null")
                .param(pupil)
                .query(UUID.class)
                .single();
        story.post(story.secretary, "/people/papers/" + paper + "/remove", "ground", "Подшито не в то дело");
        assertThat(story.get(story.secretary, path)).bodyText().contains("Подшито не в то дело");
    }

    @Test
    void anEmployeeHasAFileToo() {
        var path = "/people/staff/" + story.teacher.staffId();
        assertThat(story.post(personnel, path + "/papers", "kind", "CONTRACT", "title", "Трудовой договор № 7"))
                .hasStatus3xxRedirection();
        assertThat(story.get(personnel, path))
                .hasStatusOk()
                .bodyText()
                .contains("Трудовой договор № 7", story.teacher.name(), story.teacher.phone());
        assertThat(story.post(personnel, path + "/papers", "kind", "CONTRACT", "title", "x", "issuedOn", "2999-01-01"))
                .bodyText()
                .contains("ещё не наступила");
    }

    @Test
    void theStaffListIsSortedByWhatItOffers() {
        var up = names("name,asc");
        assertThat(up).hasSizeGreaterThan(2);
        assertThat(names("name,desc")).containsExactlyElementsOf(reversed(up));
        assertThat(names("salary,asc")).containsExactlyElementsOf(up);
        assertThat(cells("position,asc", 2)).isSorted();
        assertThat(cells("position,desc", 2)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(story.get(personnel, "/people/staff", "sort", "name,desc"))
                .bodyText()
                .contains("sort=name,desc");
        assertThat(story.get(
                        personnel, "/people/staff", "text", story.teacher.name().split(" ")[0]))
                .bodyText()
                .contains(story.teacher.name());
    }

    @Test
    void aSearchIsKeptUnderANameByWhoMadeIt() {
        story.post(story.deputy, "/people/filters", "list", "PUPILS", "name", "Шестой В", "query", "in=6%D0%92&page=0");
        assertThat(story.get(story.deputy, "/people/pupils")).bodyText().contains("Шестой В");
        assertThat(story.get(story.secretary, "/people/pupils")).bodyText().doesNotContain("Шестой В");
        var id = story.rows()
                .sql("select id from people.saved_filters where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
        story.post(story.secretary, "/people/filters/" + id + "/remove", "list", "PUPILS");
        assertThat(story.get(story.deputy, "/people/pupils")).bodyText().contains("Шестой В");
        story.post(story.deputy, "/people/filters/" + id + "/remove", "list", "PUPILS");
        assertThat(story.get(story.deputy, "/people/pupils")).bodyText().doesNotContain("Шестой В");
        assertThat(story.post(story.deputy, "/people/filters", "list", "PUPILS", "name", " ", "query", "//evil"))
                .hasStatus3xxRedirection();
    }

    private List<String> names(String sort) {
        return cells(sort, 1);
    }

    private List<String> cells(String sort, int column) {
        var page = story.get(personnel, "/people/staff", "sort", sort);
        assertThat(page).hasStatusOk();
        return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), UTF_8))
                .select("tbody tr > :nth-child(" + column + ")")
                .eachText();
    }

    private static List<String> reversed(List<String> names) {
        var turned = new ArrayList<>(names);
        Collections.reverse(turned);
        return turned;
    }

    private MvcTestResult upload(Employee who, String path, byte[] bytes) {
        return web.post()
                .uri(path)
                .multipart()
                .file("scan", bytes)
                .param("kind", "APPLICATION")
                .param("title", "Заявление о приёме")
                .with(who.account().in(story.school))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
