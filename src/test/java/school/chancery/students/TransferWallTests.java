package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.people.Pupils;

/** What the receiving school can see of a child before it has said yes, after it, and once the child has left. */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransferWallTests {
    /** Things of the child that are nobody's business but its own school's. */
    private static final List<String> CANARIES = List.of("Канарейкина", "+79995550101", "79995550101");

    @Autowired
    private ApplicationContext context;

    private TransferStory story;
    private String fileNumber;

    @BeforeAll
    void ask() {
        story = new TransferStory(context);
        fileNumber = story.from
                .rows()
                .sql("select file_number from people.pupils where id = ?")
                .param(story.pupil)
                .query(String.class)
                .single();
        paper("EDUCATION", "Табель за пятый класс");
        // Who wrote the title told more than another school may know.
        paper("CERTIFICATE", "О здоровье: Канарейкина");
        story.asked();
        var scan = UUID.randomUUID();
        story.from.rows().sql("""
                        insert into documents.files (id, organization_id, name, media_type, size, sha256, bytes, frozen, stored_at)
                        values (?, ?, 'заявление.pdf', 'application/pdf', 1, encode(sha256('x'), 'hex'), 'x', true, now())
                        """).params(scan, story.from.school.id()).update();
        story.from
                .rows()
                .sql("update students.transfers set application_document_id = ? where id = ?")
                .params(scan, story.transfer())
                .update();
    }

    private void paper(String kind, String title) {
        var path = "/people/pupils/" + story.pupil + "/papers";
        assertThat(story.from.post(story.from.secretary, path, "kind", kind, "title", title, "number", "17"))
                .hasStatus3xxRedirection();
    }

    @Test
    @Order(1)
    void beforeItsAnswerTheSchoolSeesNameBirthDateClassAndProfileAndNothingMore() {
        var pages = pages();
        assertThat(pages).anySatisfy(page -> assertThat(page).contains("Переводов", "6А"));
        assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain(CANARIES.toArray(String[]::new)));
        assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain(">" + fileNumber + "<"));
        assertThat(seen(pupils -> pupils.find(story.pupil).isPresent())).isFalse();
        assertThat(seen(pupils -> pupils.guardians(story.pupil).isEmpty())).isTrue();
    }

    @Test
    @Order(2)
    void theEngineHoldsNoneOfItAtAll() {
        engineHoldsNothing();
    }

    // What its tables do not hold, neither Tasklist nor any other interface of the engine can tell.
    private void engineHoldsNothing() {
        var tables = story.from
                .rows()
                .sql("select table_name from information_schema.tables where table_schema = 'engine'")
                .query(String.class)
                .list();
        var searched = new ArrayList<>(CANARIES);
        searched.add("Переводов");
        var pattern = String.join("|", searched).replace("+", "[+]");
        assertThat(tables)
                .hasSizeGreaterThan(40)
                .allSatisfy(table -> assertThat(story.from
                                .rows()
                                .sql("select count(*) from engine." + table + " t where t::text ~ ?")
                                .param(pattern)
                                .query(Integer.class)
                                .single())
                        .isZero());
    }

    @Test
    @Order(3)
    void havingSaidYesItStillSeesNoMoreUntilTheChildHasLeft() {
        story.answer("decision", "ACCEPT", "classId", story.toClass.toString());
        assertThat(pages()).allSatisfy(page -> assertThat(page).doesNotContain(CANARIES.toArray(String[]::new)));
        assertThat(papers()).isZero();
        assertThat(story.to.get(story.to.secretary, "/documents/" + scan())).hasStatus(404);
        assertThat(seen(pupils -> pupils.find(story.pupil).isPresent())).isFalse();
        engineHoldsNothing();
    }

    @Test
    @Order(4)
    void onceTheChildHasLeftThePapersAreReadableForBothSchoolsAndNobodyElse() throws Exception {
        story.from.run("ServiceTask_TakeAnswer");
        story.from.run("ServiceTask_DraftOrder");
        story.from.sign("SIGN");
        story.from.run("ServiceTask_WithdrawStudent");
        story.from.deliverFacts();
        var answer = story.to.get(story.to.secretary, "/documents/" + dossier());
        assertThat(answer).hasStatusOk();
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Переводов", "6А", "Опись личного дела", "Табель за пятый класс", "Справка")
                    .doesNotContain("Канарейкина");
        }
        assertThat(story.to.get(story.to.teacher, "/documents/" + dossier())).hasStatus(404);
        assertThat(story.from.get(story.from.secretary, "/documents/" + dossier()))
                .hasStatus(404);
        assertThat(story.from.get(story.from.secretary, "/documents/" + own())).hasStatusOk();
        assertThat(story.to.get(story.to.secretary, "/documents/" + own())).hasStatus(404);
    }

    @Test
    @Order(5)
    void thePagesOfTheTransferItselfAreNoBusinessOfTheOtherSchool() {
        assertThat(story.to.get(story.to.secretary, "/students/transfers/" + story.transfer()))
                .hasStatus(404);
        assertThat(story.to.post(
                        story.to.secretary,
                        "/students/transfers/" + story.transfer() + "/withdraw",
                        "reason",
                        "мы против"))
                .hasStatus(404);
        var task = story.from.task("UserTask_HandOverFile");
        assertThat(story.to.get(story.to.secretary, "/students/transfer-student/hand-over-file", "taskId", task))
                .hasStatus(404);
    }

    @Test
    @Order(6)
    void onceItIsEnrolledTheChildHasAFileOfTheNewSchoolAndTheOldOneStaysClosed() {
        story.receive();
        story.to.run("ServiceTask_DraftOrder");
        story.to.sign("SIGN");
        story.to.run("ServiceTask_EnrollStudent");
        story.to.run("SendTask_NotifySendingSchool");
        story.to.deliverFacts();
        var own = story.to
                .rows()
                .sql("select pupil_id from students.place_requests where transfer_id = ?")
                .param(story.transfer())
                .query(UUID.class)
                .single();
        assertThat(seen(pupils -> pupils.guardians(own).stream()
                        .anyMatch(guardian -> guardian.name().family().equals("Канарейкина"))))
                .isTrue();
        assertThat(seen(pupils -> pupils.find(story.pupil).isPresent())).isFalse();
        assertThat(story.to.get(story.to.secretary, "/documents/" + scan())).hasStatus(404);
        assertThat(story.to.get(story.to.secretary, "/people/pupils/" + story.pupil))
                .hasStatus(404);
        engineHoldsNothing();
    }

    /** Everything of the request that somebody of the receiving school can open. */
    private List<String> pages() {
        var found = new ArrayList<String>();
        found.add(page("/inbox"));
        found.add(page("/cases"));
        found.add(page("/students/transfers"));
        found.add(page("/students/transfers/missing"));
        found.add(page("/students/transfers/missing/export?format=CSV"));
        found.add(page("/students/transfers/expected/export?format=CSV"));
        for (var search : List.of(
                "/people/pupils", "/students/transfer-student/start", "/students/alphabet-book", "/students/movements"))
            found.add(page(search + "?text=Переводов"));
        for (var instance : story.from
                .rows()
                .sql("select process_instance_id from workflow.cases where organization_id = ?")
                .param(story.to.school.id())
                .query(String.class)
                .list()) found.add(page("/cases/" + instance));
        if (story.to.isOpen("UserTask_AnswerRequest")) {
            found.add(page(TransferStory.ANSWER + "?taskId=" + story.to.task("UserTask_AnswerRequest")));
        }
        return found;
    }

    private String page(String path) {
        var answer = story.to.get(story.to.deputy, path);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private int papers() {
        return story.from
                .rows()
                .sql("select count(dossier_document_id) from students.place_requests where transfer_id = ?")
                .param(story.transfer())
                .query(Integer.class)
                .single();
    }

    private UUID dossier() {
        return story.from
                .rows()
                .sql("select dossier_document_id from students.place_requests where transfer_id = ?")
                .param(story.transfer())
                .query(UUID.class)
                .single();
    }

    /** The application as the former school has it. */
    private UUID scan() {
        return story.from
                .rows()
                .sql("select application_document_id from students.transfers where id = ?")
                .param(story.transfer())
                .query(UUID.class)
                .single();
    }

    private UUID own() {
        return story.from
                .rows()
                .sql("select dossier_document_id from students.transfers where id = ?")
                .param(story.transfer())
                .query(UUID.class)
                .single();
    }

    private boolean seen(Predicate<Pupils> asked) {
        var person = Actor.person(story.to.deputy.account().id(), story.to.school.id(), Set.of(story.to.school.id()));
        return Acting.as(
                person,
                () -> Boolean.TRUE.equals(context.getBean(TransactionTemplate.class)
                        .execute(status -> asked.test(context.getBean(Pupils.class)))));
    }
}
