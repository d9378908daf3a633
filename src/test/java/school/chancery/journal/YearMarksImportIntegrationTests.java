package school.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import school.chancery.ChanceryTest;
import school.chancery.exchange.ImportClerk;
import school.chancery.exchange.Sheets;
import school.chancery.platform.SchoolStory;

/** Marks of the year from a table. */
@ChanceryTest
class YearMarksImportIntegrationTests {
    private static final List<String> HEADINGS =
            List.of("Класс", "ФИО", "Номер личного дела", "Предмет", "Годовая отметка");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    private SchoolStory story;
    private TestMarks book;
    private ImportClerk deputy;
    private UUID maths;
    private UUID seventh;
    private UUID first;
    private UUID second;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        var classes = story.classes();
        book = new TestMarks(story.rows(), story.school.id(), classes.year());
        maths = book.subject("mathematics", "Математика", "Матем");
        var sport = book.subject("physical-education", "Физическая культура", "Физ-ра");
        seventh = classes.open(7, "А", 25);
        book.plan(seventh, maths, sport);
        first = classes.pupilIn(seventh, "Отметкин");
        second = classes.pupilIn(seventh, "Табелев");
        deputy = new ImportClerk(web, story.deputy.account(), story.school);
    }

    @Test
    void aTableBecomesMarksAndIsTakenBackWhole() {
        book.mark(second, maths, MarkValue.THREE);
        var page = dryRun(
                row("7а", first, "математика", "отлично"),
                row("7А", first, "Физ-ра", "осв."),
                row("7А", second, "Математика", "4"),
                row("7А", second, "Физическая культура", ""));
        assertThat(ImportClerk.faults(page)).isEmpty();
        assertThat(ImportClerk.count(page, "new")).isEqualTo(2);
        assertThat(ImportClerk.count(page, "changed")).isEqualTo(1);
        var applied = deputy.press(page, "/apply");
        assertThat(book.of(first)).containsExactly("Матем FIVE", "Физ-ра EXEMPT");
        assertThat(book.of(second)).containsExactly("Матем FOUR");
        deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isNull();
        assertThat(book.of(first)).isEmpty();
        assertThat(book.of(second)).containsExactly("Матем THREE");
    }

    @Test
    void eachFaultStandsAtItsCellAndNothingIsLoaded() {
        book.subject("music", "Музыка", "Муз");
        var page = dryRun(
                row("7Я", first, "Математика", "5"),
                row("7А", first, "Алхимия", "5"),
                row("7А", first, "Музыка", "5"),
                List.of("7А", "Неизвестнов Иван Петрович", "", "Математика", "5"),
                row("7А", first, "Математика", "6"),
                row("7А", second, "Математика", "5"),
                row("7А", second, "матем", "4"));
        assertThat(ImportClerk.faults(page))
                .extracting(fault -> fault.replaceAll("\\|.*\\|", "|"))
                .hasSize(6)
                .anyMatch(fault -> fault.startsWith("2|") && fault.contains("7Я"))
                .anyMatch(fault -> fault.startsWith("3|") && fault.contains("Алхимия"))
                .anyMatch(fault -> fault.startsWith("4|") && fault.contains("не ставится"))
                .anyMatch(fault -> fault.startsWith("5|") && fault.contains("нет такого учащегося"))
                .anyMatch(fault -> fault.startsWith("6|"))
                .anyMatch(fault -> fault.startsWith("8|") && fault.contains("7"));
        assertThat(ImportClerk.has(page, "/apply")).isFalse();
    }

    @Test
    void namesakesAreToldApartByTheNumberOfTheirFile() {
        var twin = twin();
        var nameless = dryRun(List.of("7А", name(first), "", "Математика", "5"));
        assertThat(ImportClerk.faults(nameless)).singleElement().asString().contains("или их двое");
        deputy.press(nameless, "/withdraw");
        var page = dryRun(row("7А", twin, "Математика", "5"));
        deputy.press(page, "/apply");
        assertThat(book.of(twin)).containsExactly("Матем FIVE");
        assertThat(book.of(first)).isEmpty();
    }

    @Test
    void nothingIsTakenBackOnceAMarkWasChangedByHand() {
        var applied = deputy.press(dryRun(row("7А", first, "Математика", "5")), "/apply");
        story.post(
                story.deputy,
                "/journal/marks/" + seventh,
                "pupils",
                first.toString(),
                "subjects",
                maths.toString(),
                "marks",
                "4");
        deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isEqualTo("exchange.undo.changed");
        assertThat(book.of(first)).containsExactly("Матем FOUR");
    }

    private UUID twin() {
        var twin = story.classes().pupilIn(seventh, "Отметкин");
        story.rows().sql("""
                        update people.persons set given = o.given from people.persons o, people.pupils t, people.pupils f
                        where t.id = ? and f.id = ? and persons.id = t.person_id and o.id = f.person_id
                        """).params(twin, first).update();
        return twin;
    }

    @SafeVarargs
    private Document dryRun(List<String>... rows) {
        var table = new ArrayList<List<String>>();
        table.add(HEADINGS);
        table.addAll(List.of(rows));
        return deputy.dryRun("year-marks", "отметки.xlsx", Sheets.xlsx(table));
    }

    private List<String> row(String label, UUID pupil, String subject, String mark) {
        var file = story.rows()
                .sql("select file_number from people.pupils where id = ?")
                .param(pupil)
                .query(String.class)
                .single();
        return List.of(label, name(pupil), file, subject, mark);
    }

    private String name(UUID pupil) {
        return story.rows()
                .sql("select n.family || ' ' || n.given || ' ' || n.patronymic from people.pupils u"
                        + " join people.persons n on n.id = u.person_id where u.id = ?")
                .param(pupil)
                .query(String.class)
                .single();
    }
}
