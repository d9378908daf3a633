package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.platform.SchoolStory;

/** The movement book (F093) and the lists of classes as the office opens, searches, prints and corrects them. */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovementBookIntegrationTests {
    private static final String BOOK = "/students/movements";

    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private UUID seventh;

    @BeforeAll
    void moveTwentyFive() {
        story = new SchoolStory(context);
        seventh = story.classes().open(7, "А", 30);
        var other = story.classes().open(7, "Б", 30);
        for (var at = 0; at < 25; at++) {
            var pupil = story.classes().pupilIn(seventh, at == 0 ? "Ёжиков" : "Движенцев");
            move(story, pupil, other);
        }
    }

    @Test
    void theBookIsPagedTheNewestLineFirst() {
        assertThat(story.get(story.secretary, BOOK))
                .hasStatusOk()
                .bodyText()
                .contains(">25<", ">6<", "Страница 1 из 2");
        assertThat(story.get(story.secretary, BOOK, "page", "1"))
                .bodyText()
                .contains(">5<", ">1<")
                .doesNotContain(">25<");
        assertThat(story.get(story.secretary, BOOK, "page", "x")).hasStatus(400);
    }

    @Test
    void aPieceOfTheNameFindsItWithEOrYoAndAnUnknownKindNarrowsNothing() {
        assertThat(story.get(story.secretary, BOOK, "text", "ежиков"))
                .bodyText()
                .contains("Ёжиков")
                .doesNotContain("Движенцев");
        assertThat(story.get(story.secretary, BOOK, "text", "100%_'"))
                .bodyText()
                .contains("Записей нет");
        assertThat(story.get(story.secretary, BOOK, "kind", "WITHDRAWAL"))
                .bodyText()
                .contains("Записей нет");
        assertThat(story.get(
                        story.secretary,
                        BOOK,
                        "kind",
                        "x",
                        "year",
                        UUID.randomUUID().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Движенцев");
    }

    @Test
    void thePrintHoldsEveryLineWithItsOrder() throws Exception {
        var printed = story.get(story.secretary, BOOK + "/print").getResponse();
        assertThat(printed.getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(printed.getContentAsByteArray())) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("Ёжиков", "переведён в другой класс", number(1));
            assertThat(text.split("Движенцев", -1)).hasSize(25);
        }
    }

    @Test
    void aCorrectionIsANewLineThatRefersToTheWrongOne() {
        var school = new SchoolStory(context);
        var fifth = school.classes().open(5, "Б", 30);
        move(
                school,
                school.classes().pupilIn(fifth, "Опечаткин"),
                school.classes().open(5, "В", 30));
        var line = BOOK + "/" + id(school, 1);
        assertThat(school.post(school.secretary, line, "text", " "))
                .hasStatusOk()
                .bodyText()
                .contains("Заполните поле");
        assertThat(school.post(school.secretary, line, "text", "Следует читать: Опечаткина"))
                .hasStatus3xxRedirection();
        assertThat(school.get(school.secretary, line)).bodyText().contains("исправлена записью № 2");
        assertThat(school.post(school.secretary, line, "text", "Ещё раз"))
                .hasStatus3xxRedirection()
                .flash()
                .containsEntry("flash", "students.refused.corrected");
        assertThat(school.rows()
                        .sql(
                                "select kind || ' ' || reason from students.movements where organization_id = ? and number = 2")
                        .param(school.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("CORRECTION Следует читать: Опечаткина");
    }

    @Test
    void theAlphabetBookHoldsEverybodyByLetterAndNumberAlsoWhoHasLeft() throws Exception {
        var school = new SchoolStory(context);
        var first = school.classes().open(1, "Я", 30);
        school.classes().pupilIn(first, "Яшин");
        var left = school.classes().pupilIn(first, "Ясенев");
        school.rows()
                .sql("update people.pupils set left_on = admitted_on + 1 where id = ?")
                .param(left)
                .update();
        var book = "/students/alphabet-book";
        assertThat(school.get(school.secretary, book, "letter", "я"))
                .bodyText()
                .contains("Я/1", "Я/2", "Яшин", "Ясенев");
        assertThat(school.get(school.secretary, book, "letter", "Щ", "text", "'"))
                .bodyText()
                .contains("Записей нет");
        assertThat(school.get(school.secretary, book, "text", "Я/2"))
                .bodyText()
                .contains("Ясенев")
                .doesNotContain("Яшин");
        var printed =
                school.get(school.secretary, book + "/print", "letter", "Я").getResponse();
        try (var pdf = Loader.loadPDF(printed.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Яшин", "Ясенев", "Я/1");
        }
        assertThat(story.get(story.secretary, book)).bodyText().doesNotContain("Ясенев");
    }

    @Test
    void aLineOfAnotherSchoolIsNotThere() {
        var other = new SchoolStory(context);
        assertThat(other.get(other.secretary, BOOK + "/" + id(story, 1))).hasStatus(404);
        assertThat(other.post(other.secretary, BOOK + "/" + id(story, 1), "text", "нет"))
                .hasStatus(404);
        assertThat(other.get(other.secretary, BOOK)).bodyText().doesNotContain("Движенцев");
        assertThat(other.get(other.secretary, "/students/classes/" + seventh)).hasStatus(404);
        assertThat(other.get(other.secretary, "/students/classes/" + seventh + "/print"))
                .hasStatus(404);
    }

    @Test
    void bothBooksAreExportedAsTheyAreSearched() {
        var book = story.get(story.secretary, BOOK + "/export", "format", "CSV", "text", "ежиков");
        assertThat(book)
                .hasStatusOk()
                .bodyText()
                .contains("Ёжиков", "переведён в другой класс")
                .doesNotContain("Движенцев");
        assertThat(story.get(story.secretary, BOOK + "/export", "format", "XLSX"))
                .hasStatusOk();
        assertThat(story.get(story.secretary, "/students/alphabet-book/export", "format", "CSV", "letter", "Е"))
                .hasStatusOk()
                .bodyText()
                .contains("Ёжиков", "Е/1");
    }

    @Test
    void theNumberOfAFileThatWasTakenBackIsGivenToNobodyElse() {
        var taken = story.classes()
                .pupil(story.classes().person("Щукин", story.today().minusYears(9)));
        story.rows().sql("delete from people.pupils where id = ?").param(taken).update();
        story.classes().pupil(story.classes().person("Щеглов", story.today().minusYears(9)));
        assertThat(story.get(story.secretary, "/students/alphabet-book", "letter", "Щ"))
                .hasStatusOk()
                .bodyText()
                .contains("Щ/2", "больше никому не достаётся")
                .doesNotContain("Щ/1");
    }

    @Test
    void theListOfAClassIsThatOfTheDay() throws Exception {
        var before = story.today().minusDays(1).toString();
        assertThat(story.get(story.secretary, "/students/classes", "on", before))
                .bodyText()
                .contains("7А")
                .doesNotContain("7Б");
        assertThat(story.get(story.secretary, "/students/classes/" + seventh, "on", before))
                .bodyText()
                .contains("Ёжиков");
        assertThat(story.get(story.secretary, "/students/classes/" + seventh))
                .bodyText()
                .contains("никого нет");
        assertThat(story.get(story.secretary, "/students/classes/" + seventh, "on", "завтра"))
                .hasStatusOk();
        var printed = story.get(story.secretary, "/students/classes/" + seventh + "/print", "on", before)
                .getResponse();
        try (var pdf = Loader.loadPDF(printed.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Ёжиков", "7А");
        }
    }

    private void move(SchoolStory story, UUID pupil, UUID to) {
        var ground = new MovementGround(story.registeredOrder("student-withdrawal"), "заявление родителей", null);
        Acting.as(
                Actor.PRODUCT,
                () -> context.getBean(TransactionTemplate.class)
                        .executeWithoutResult(
                                status -> context.getBean(Enrollments.class).move(pupil, to, story.today(), ground)));
    }

    private static UUID id(SchoolStory story, int number) {
        return story.rows()
                .sql("select id from students.movements where organization_id = ? and number = ?")
                .params(story.school.id(), number)
                .query(UUID.class)
                .single();
    }

    private String number(int line) {
        return List.copyOf(story.rows()
                        .sql("select order_number from students.movements where organization_id = ? and number = ?")
                        .params(story.school.id(), line)
                        .query(String.class)
                        .list())
                .get(0);
    }
}
