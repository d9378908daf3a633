package school.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.identity.Role;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;
import school.chancery.students.TestClasses;

/** Who gives which marks, by the page of a class. */
@ChanceryTest
class MarksPagesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private TestClasses classes;
    private TestMarks book;
    private UUID maths;
    private UUID russian;
    private UUID seventh;
    private UUID pupil;
    private Employee classTeacher;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        classes = story.classes();
        book = new TestMarks(story.rows(), story.school.id(), classes.year());
        maths = book.subject("mathematics", "Математика", "Матем");
        russian = book.subject("russian-language", "Русский язык", "Рус");
        seventh = classes.open(7, "А", 25);
        book.plan(seventh, maths, russian);
        pupil = classes.pupilIn(seventh, "Отметкин");
        classTeacher = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.CLASS_TEACHER);
        story.rows()
                .sql("insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?)")
                .params(story.school.id(), seventh, classTeacher.staffId(), classes.yearStart())
                .update();
        teaches(story.teacher, seventh, maths);
    }

    @Test
    void theTeacherOfASubjectGivesItsMarksAndNoOthers() {
        var page = page(story.teacher, seventh);
        assertThat(page.select("th.subject").eachText()).containsExactly("Матем");
        assertThat(save(story.teacher, pupil, maths, "4"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("Сохранено");
        assertThat(save(story.teacher, pupil, russian, "5"))
                .hasStatus(422)
                .bodyText()
                .contains("не входит в число предметов");
        assertThat(book.of(pupil)).containsExactly("Матем FOUR");
        assertThat(page(story.teacher, seventh).select("td input").eachAttr("value"))
                .containsExactly("4");
    }

    @Test
    void aClassNotTaughtIsNotThere() {
        var other = classes.open(8, "А", 25);
        book.plan(other, maths);
        assertThat(story.get(story.teacher, "/journal/marks/" + other)).hasStatus(404);
        assertThat(list(story.teacher)).containsExactly("7А");
        assertThat(list(story.deputy)).containsExactly("5А", "7А", "8А", "10Б");
    }

    @Test
    void anAssignmentThatHasEndedGivesNoRight() {
        story.rows()
                .sql("update people.teaching_assignments set to_on = ? where staff_id = ?")
                .params(story.today().minusDays(1), story.teacher.staffId())
                .update();
        assertThat(save(story.teacher, pupil, maths, "5")).hasStatus(404);
        assertThat(list(story.teacher)).isEmpty();
        assertThat(book.of(pupil)).isEmpty();
    }

    @Test
    void theClassTeacherAndTheDeputyGiveMarksInEverySubject() {
        assertThat(save(classTeacher, pupil, russian, "неуд")).hasStatusOk();
        assertThat(save(story.deputy, pupil, maths, "осв")).hasStatusOk();
        assertThat(book.of(pupil)).containsExactly("Матем EXEMPT", "Рус TWO");
        assertThat(save(story.deputy, pupil, maths, "-")).hasStatusOk();
        assertThat(book.of(pupil)).containsExactly("Рус TWO");
    }

    @Test
    void whatIsNoMarkOrNobodyOfTheClassIsRefusedWithAReasonAndNothingIsSaved() {
        assertThat(save(story.deputy, pupil, maths, "6"))
                .hasStatus(422)
                .bodyText()
                .contains("Такой отметки нет");
        var stranger = classes.pupilIn(classes.open(9, "А", 25), "Чужов");
        assertThat(save(story.deputy, stranger, maths, "5")).hasStatus(422);
        assertThat(story.post(
                        story.deputy,
                        "/journal/marks/" + seventh,
                        "pupils",
                        pupil.toString(),
                        "subjects",
                        maths.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("не целиком");
        assertThat(save(story.deputy, pupil, maths, "5", "subjects", "х")).hasStatus(422);
        assertThat(book.of(pupil)).isEmpty();
    }

    @Test
    void anotherSchoolsClassIsNotThere() {
        var stranger = new SchoolStory(context);
        assertThat(stranger.get(stranger.deputy, "/journal/marks/" + seventh)).hasStatus(404);
        assertThat(stranger.post(
                        stranger.deputy,
                        "/journal/marks/" + seventh,
                        "pupils",
                        pupil.toString(),
                        "subjects",
                        maths.toString(),
                        "marks",
                        "5"))
                .hasStatus(404);
        assertThat(stranger.get(stranger.deputy, "/journal/marks/" + seventh + "/subjects"))
                .hasStatus(404);
    }

    @Test
    void thePlanComesFromTheAssignmentsAndKeepsWhatIsMarked() {
        var eighth = classes.open(8, "А", 25);
        teaches(story.teacher, eighth, maths);
        story.post(
                story.deputy, "/journal/marks/propose", "year", classes.year().toString());
        assertThat(planned(eighth)).containsExactly(maths);
        assertThat(planned(seventh)).containsExactlyInAnyOrder(maths, russian);
        book.mark(pupil, russian, MarkValue.FIVE);
        assertThat(story.post(story.deputy, "/journal/marks/" + seventh + "/subjects", "subjects", maths.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("уже есть отметки");
        assertThat(planned(seventh)).hasSize(2);
        assertThat(story.post(story.deputy, "/journal/marks/" + seventh + "/subjects", "subjects", russian.toString()))
                .hasStatus3xxRedirection();
        assertThat(planned(seventh)).containsExactly(russian);
    }

    @Test
    void theTableThatLeavesTheHouseHasAPlaceForEveryMark() {
        book.mark(pupil, russian, MarkValue.NOT_ATTESTED);
        var csv = story.get(story.deputy, "/journal/marks/export", "format", "CSV");
        assertThat(csv).hasStatusOk();
        assertThat(csv).bodyText().contains("Класс;ФИО;", "Математика;\r\n", "Русский язык;н/а");
    }

    private void teaches(Employee who, UUID schoolClass, UUID subject) {
        story.rows()
                .sql(
                        "insert into people.teaching_assignments (id, organization_id, staff_id, class_id, subject_id, from_on)"
                                + " values (gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(story.school.id(), who.staffId(), schoolClass, subject, classes.yearStart())
                .update();
    }

    private MvcTestResult save(Employee who, UUID pupil, UUID subject, String mark, String... more) {
        var all = new ArrayList<>(List.of("pupils", pupil.toString(), "subjects", subject.toString(), "marks", mark));
        all.addAll(List.of(more));
        return story.post(who, "/journal/marks/" + seventh, all.toArray(String[]::new));
    }

    private Document page(Employee who, UUID schoolClass) {
        return read(story.get(who, "/journal/marks/" + schoolClass));
    }

    private List<String> list(Employee who) {
        return read(story.get(who, "/journal/marks")).select("tbody th a").eachText();
    }

    private List<UUID> planned(UUID schoolClass) {
        return story.rows()
                .sql("select subject_id from journal.class_subjects where class_id = ?")
                .param(schoolClass)
                .query(UUID.class)
                .list();
    }

    private static Document read(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
