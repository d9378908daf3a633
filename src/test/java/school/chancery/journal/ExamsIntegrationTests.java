package school.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.platform.SchoolStory;

/** Final examinations by the pages of a graduating class. */
@ChanceryTest
class ExamsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private UUID maths;
    private UUID ninth;
    private UUID good;
    private UUID owing;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        var classes = story.classes();
        var book = new TestMarks(story.rows(), story.school.id(), classes.year());
        maths = book.subject("mathematics", "Математика", "Матем");
        ninth = classes.open(9, "А", 25);
        book.plan(ninth, maths);
        good = classes.pupilIn(ninth, "Выпускников");
        owing = classes.pupilIn(ninth, "Должников");
        book.mark(good, maths, MarkValue.FOUR);
        book.mark(owing, maths, MarkValue.TWO);
    }

    @Test
    void theClassIsAdmittedAtOnceButForThoseWhoOwe() {
        assertThat(all("admit")).hasStatus3xxRedirection();
        assertThat(finals()).containsExactly(good + " true null 0 0");
        assertThat(story.get(story.deputy, page()))
                .hasStatusOk()
                .bodyText()
                .contains("Выпускников", "есть неудовлетворительные отметки", "не решён");
    }

    @Test
    void whoIsNotAdmittedIsTheSubjectOfAReason() {
        assertThat(decide(owing, "admitted", "false")).hasStatusOk().bodyText().contains("Укажите, почему");
        assertThat(decide(owing, "admitted", "false", "reason", "неудовлетворительная отметка"))
                .hasStatus3xxRedirection();
        assertThat(sit(owing, "THREE")).hasStatusOk().bodyText().contains("не допущен к экзаменам");
        assertThat(decide(
                        owing,
                        "admitted",
                        "false",
                        "reason",
                        "отметка",
                        "certificate",
                        "ORDINARY",
                        "certifiedOn",
                        story.today().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("аттестат не выдаётся");
        assertThat(finals()).containsExactly(owing + " false null 0 0");
    }

    @Test
    void certificatesGoToThoseWhoHavePassedEverything() {
        all("admit");
        decide(owing, "admitted", "true");
        assertThat(sit(good, "FOUR")).hasStatus3xxRedirection();
        assertThat(sit(owing, "TWO")).hasStatus3xxRedirection();
        all("certify");
        assertThat(finals()).containsExactlyInAnyOrder(good + " true ORDINARY 1 0", owing + " true null 1 1");
        assertThat(decide(good, "admitted", "false", "reason", "ошибка"))
                .hasStatusOk()
                .bodyText()
                .contains("допуск не отменить");
    }

    @Test
    void onlyGraduatingClassesOfTheOwnSchoolHaveExaminations() {
        var fifth = story.classes().open(6, "Я", 25);
        assertThat(story.get(story.deputy, "/journal/exams/" + fifth)).hasStatus(404);
        var stranger = new SchoolStory(context);
        assertThat(stranger.get(stranger.deputy, page())).hasStatus(404);
        assertThat(stranger.get(stranger.deputy, page() + "/" + good)).hasStatus(404);
        assertThat(story.get(story.deputy, page() + "/" + stranger.director.personId()))
                .hasStatus(404);
    }

    @Test
    void aDayThatHasNotComeIsRefusedAtItsField() {
        assertThat(story.post(
                        story.deputy,
                        page() + "/admit",
                        "on",
                        story.today().plusDays(1).toString()))
                .hasStatusOk()
                .bodyText()
                .contains("ещё не наступила");
        assertThat(story.post(story.deputy, page() + "/admit")).hasStatusOk();
        assertThat(finals()).isEmpty();
    }

    private String page() {
        return "/journal/exams/" + ninth;
    }

    private MvcTestResult all(String what) {
        return story.post(story.deputy, page() + "/" + what, "on", story.today().toString());
    }

    private MvcTestResult decide(UUID pupil, String... parameters) {
        var all = new ArrayList<>(List.of("decidedOn", story.today().toString()));
        all.addAll(List.of(parameters));
        return story.post(story.deputy, page() + "/" + pupil, all.toArray(String[]::new));
    }

    private MvcTestResult sit(UUID pupil, String value) {
        return story.post(
                story.deputy,
                page() + "/" + pupil + "/marks",
                "subjectId",
                maths.toString(),
                "takenOn",
                story.today().toString(),
                "value",
                value,
                "points",
                "");
    }

    private List<String> finals() {
        return story.rows()
                .sql(
                        "select pupil_id || ' ' || admitted || ' ' || coalesce(certificate, 'null') || ' ' || sat || ' ' || failed"
                                + " from journal.final_results where organization_id = ?")
                .param(story.school.id())
                .query(String.class)
                .list();
    }
}
