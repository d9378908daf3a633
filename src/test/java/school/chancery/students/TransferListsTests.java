package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.StatementCount;
import school.chancery.platform.SchoolStory;

/** Lists of transfers with many rows: pages, files, and no more statements than with few. */
@ChanceryTest
@Import(StatementCount.class)
class TransferListsTests {
    private static final String MISSING = "/students/transfers/missing";
    private static final String FORMULA = "=HYPERLINK(1)";

    @Autowired
    private ApplicationContext context;

    private TransferStory story;
    private UUID order;

    @BeforeEach
    void found() {
        story = new TransferStory(context);
        order = story.from.registeredOrder("student-withdrawal");
    }

    @Test
    void manyWhoHaveLeftTakeTheSameStatementsAsFewAndHavePages() {
        leave(2);
        statements();
        var few = statements();
        leave(30);
        assertThat(statements()).isEqualTo(few);
        assertThat(children(story.from.secretary, MISSING)).isEqualTo(20);
        assertThat(children(story.from.secretary, MISSING, "page", "1")).isEqualTo(12);
        assertThat(children(story.from.secretary, MISSING, "page", "-1", "expected", "9999999"))
                .isEqualTo(20);
    }

    @Test
    void theReceivingSchoolHasPagesOfThoseItExpects() {
        leave(25);
        assertThat(story.to.get(story.to.secretary, MISSING, "expected", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("expected=0")
                .contains("Выбывшев");
    }

    @Test
    void theListsLeaveTheHouseAsFilesWithoutFormulas() throws Exception {
        story.start("OUTSIDE_SCHOOL", "receivingName", FORMULA);
        assertThat(export(story.from.secretary, "/students/transfers", "CSV"))
                .contains("Переводов", "'" + FORMULA)
                .doesNotContain(";" + FORMULA);
        var xlsx = story.from
                .get(story.from.secretary, "/students/transfers/export", "format", "XLSX")
                .getResponse()
                .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getFirstSheet().read())
                    .anySatisfy(row -> assertThat(row.getCellText(3)).isEqualTo("'" + FORMULA));
        }
        assertThat(export(story.from.secretary, "/students/classes", "CSV")).contains("6А");
        assertThat(export(story.from.secretary, "/students/classes/" + story.fromClass, "CSV"))
                .contains("Переводов", "6А");
        assertThat(story.to.get(
                        story.to.secretary, "/students/classes/" + story.fromClass + "/export", "format", "CSV"))
                .hasStatus(404);
    }

    @Test
    void theOfficeTakesTheListOfMissingChildrenWithoutTheirNames() {
        leave(1);
        var office = story.from.get(story.from.specialist, story.from.office, MISSING + "/export", "format", "CSV");
        assertThat(text(office)).contains(story.from.school.shortName()).doesNotContain("Выбывшев");
        assertThat(export(story.from.secretary, MISSING, "CSV")).contains("Выбывшев");
        assertThat(export(story.to.secretary, "/students/transfers/expected", "CSV"))
                .contains("Выбывшев", story.from.school.shortName());
        assertThat(export(story.to.secretary, MISSING, "CSV")).doesNotContain("Выбывшев");
    }

    private long statements() {
        return StatementCount.of(() -> story.from.get(story.from.secretary, MISSING))
                + StatementCount.of(() -> story.from.get(story.from.secretary, "/students/transfers"))
                + StatementCount.of(() -> story.to.get(story.to.secretary, MISSING));
    }

    /** So many children on their way from the one school to the other. */
    private void leave(int children) {
        for (var i = 0; i < children; i++) {
            var pupil = story.from.classes().pupilIn(story.fromClass, "Выбывшев");
            var transfer = UUID.randomUUID();
            story.from
                    .rows()
                    .sql("""
                            insert into students.transfers (id, version, organization_id, pupil_id, person_id, kind, state,
                                school_year_id, class_kind, from_class_id, receiving_organization_id, applicant, applied_on,
                                effective_on, proposed_by, proposed_at, order_id, moved_on, notice_due_on)
                            select ?, 0, p.organization_id, p.id, p.person_id, 'SYSTEM_SCHOOL', 'LEFT', c.school_year_id,
                                c.kind, c.id, ?, 'Мать', ?, ?, ?, now(), ?, ?, ?
                            from people.pupils p, organization.classes c where p.id = ? and c.id = ?
                            """)
                    .params(
                            transfer,
                            story.to.school.id(),
                            story.today,
                            story.today,
                            story.from.secretary.account().id(),
                            order,
                            story.today,
                            story.today.plusDays(9),
                            pupil,
                            story.fromClass)
                    .update();
            story.from.rows().sql("""
                            insert into students.place_requests (id, version, organization_id, transfer_id,
                                sending_organization_id, person_id, family, given, class_label, wanted_on, state,
                                answer_due_on, requested_at, answered_at, answered_by, class_id, left_on, left_order_number,
                                notice_due_on)
                            select gen_random_uuid(), 0, t.receiving_organization_id, t.id, t.organization_id, t.person_id,
                                n.family, n.given, '6А', t.effective_on, 'ACCEPTED', t.effective_on, now(), now(),
                                t.proposed_by, ?, t.moved_on, '1-д', t.notice_due_on
                            from students.transfers t join people.persons n on n.id = t.person_id where t.id = ?
                            """).params(story.toClass, transfer).update();
        }
    }

    private String export(SchoolStory.Employee who, String list, String format) {
        var school = who == story.to.secretary ? story.to : story.from;
        return text(school.get(who, list + "/export", "format", format));
    }

    private int children(SchoolStory.Employee who, String path, String... parameters) {
        return Jsoup.parse(text(story.from.get(who, path, parameters)))
                .select("tbody tr:contains(Выбывшев)")
                .size();
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
