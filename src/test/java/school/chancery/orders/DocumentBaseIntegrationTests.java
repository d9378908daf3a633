package school.chancery.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.identity.Role;
import school.chancery.platform.SchoolStory;

/** The base of the school's electronic documents. */
@ChanceryTest
class DocumentBaseIntegrationTests {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    private SchoolStory story;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
    }

    @Test
    void ordersAndFiledDocumentsAreFoundInOneListByWhatStandsInThem() {
        story.registeredOrder("general");
        assertThat(file()).hasStatus3xxRedirection();
        var all = story.get(story.deputy, "/orders/documents");
        assertThat(all).hasStatusOk().bodyText().contains("О движении", "Положение о дежурстве", story.teacher.name());
        for (var text : List.of("дежурст", "17-лна", story.teacher.name().split(" ")[0]))
            assertThat(list("text", text))
                    .bodyText()
                    .contains("Положение о дежурстве")
                    .doesNotContain("О движении");
        assertThat(list("kind", "ORDER")).bodyText().contains("О движении").doesNotContain("Положение о дежурстве");
        assertThat(list("kind", "LOCAL_ACT", "from", "2999-01-01")).bodyText().contains("Ничего не найдено");
        for (var wild : List.of("%_\\'\"<>", "а".repeat(5_000)))
            assertThat(list("text", wild, "kind", "X", "from", "31.02", "page", "-7"))
                    .hasStatusOk();
        var id = document();
        assertThat(story.get(story.deputy, "/orders/documents/" + id))
                .bodyText()
                .contains("17-ЛНА", "Локальный акт");
        story.post(story.secretary, "/orders/documents/" + id + "/archive", "reason", " ");
        assertThat(list()).bodyText().contains("Положение о дежурстве");
        story.post(story.secretary, "/orders/documents/" + id + "/archive", "reason", "Принято новое положение");
        assertThat(list()).bodyText().doesNotContain("Положение о дежурстве");
        assertThat(list("archived", "true")).bodyText().contains("Положение о дежурстве", "В архиве");
    }

    @Test
    void eachReaderSeesWhatIsMeantForThem() {
        story.registeredOrder("general");
        file("title", "Для канцелярии");
        file("title", "Для всех", "audience", "STAFF");
        var parent = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.PARENT);
        assertThat(story.get(story.teacher, "/orders/documents"))
                .hasStatusOk()
                .bodyText()
                .contains("Для всех")
                .doesNotContain("Для канцелярии", "О движении", "/orders/documents/new");
        assertThat(story.get(parent, "/orders/documents"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Для всех");
        for (var title : List.of("Для канцелярии", "Для всех")) {
            var id = column("id", title);
            var file = "/documents/" + column("document_id", title);
            assertThat(story.get(story.secretary, file)).hasStatusOk();
            assertThat(status(story.get(story.teacher, file))).isEqualTo(title.equals("Для всех") ? 200 : 404);
            assertThat(status(story.get(story.teacher, "/orders/documents/" + id)))
                    .isEqualTo(title.equals("Для всех") ? 200 : 404);
            assertThat(status(story.get(parent, file))).isEqualTo(404);
            var other = new SchoolStory(context);
            assertThat(status(other.get(other.director, file))).isEqualTo(404);
            assertThat(status(other.get(other.director, "/orders/documents/" + id)))
                    .isEqualTo(404);
        }
    }

    @Test
    void aDocumentWithoutItsFileOrWithAStrangersNameIsNotFiled() {
        assertThat(file("title", " ")).hasStatusOk().bodyText().contains("Заполните поле");
        assertThat(file("datedOn", "2999-01-01")).bodyText().contains("ещё не наступила");
        assertThat(file("responsibleId", UUID.randomUUID().toString()))
                .bodyText()
                .contains("работающего сотрудника");
        assertThat(file("orderId", UUID.randomUUID().toString())).bodyText().contains("из списка");
        assertThat(send("текст".getBytes(StandardCharsets.UTF_8))).bodyText().contains("PDF");
        assertThat(story.post(story.secretary, "/orders/documents/new", "title", "Без файла"))
                .hasStatusOk();
        assertThat(story.rows()
                        .sql("select count(*) from orders.internal_documents where organization_id = ?")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult list(String... asked) {
        return story.get(story.deputy, "/orders/documents", asked);
    }

    private UUID document() {
        return column("id", "Положение о дежурстве");
    }

    private UUID column(String name, String title) {
        return story.rows()
                .sql("select " + name + " from orders.internal_documents where organization_id = ? and title = ?")
                .params(story.school.id(), title)
                .query(UUID.class)
                .single();
    }

    private static int status(MvcTestResult result) {
        return result.getResponse().getStatus();
    }

    private MvcTestResult file(String... changed) {
        return send(PDF, changed);
    }

    private MvcTestResult send(byte[] bytes, String... changed) {
        var values = new ArrayList<>(List.of(
                "kind", "LOCAL_ACT",
                "title", "Положение о дежурстве",
                "number", "17-ЛНА",
                "datedOn", story.today().toString(),
                "responsibleId", story.teacher.personId().toString(),
                "audience", "OFFICE"));
        for (var i = 0; i < changed.length; i += 2) {
            var at = values.indexOf(changed[i]);
            if (at < 0) values.addAll(List.of(changed[i], changed[i + 1]));
            else values.set(at + 1, changed[i + 1]);
        }
        var request = web.post().uri("/orders/documents/new").multipart().file("file", bytes);
        for (var i = 0; i < values.size(); i += 2) request = request.param(values.get(i), values.get(i + 1));
        return request.with(story.secretary.account().in(story.school))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
