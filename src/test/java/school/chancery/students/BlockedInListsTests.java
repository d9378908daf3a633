package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.platform.SchoolStory;

/** Whose data are blocked on request stands on no list of a class and in no alphabet book but the head's. */
@ChanceryTest
class BlockedInListsTests {
    @Autowired
    private ApplicationContext context;

    @Test
    void whoeverAsksForItIsTakenFromListsFilesAndTheAlphabetBook() {
        var story = new SchoolStory(context);
        var sixth = story.classes().open(6, "Б", null);
        var child =
                story.classes().person("Запретова", story.classes().yearStart().minusYears(11));
        story.classes()
                .enrol(story.classes().pupil(child), sixth, story.classes().yearStart(), null, 1);
        var pages = List.of("/students/classes/" + sixth, "/students/alphabet-book?text=запрет");
        for (var page : pages)
            assertThat(text(story.get(story.secretary, page))).as(page).contains("Запретова");
        story.post(
                story.secretary,
                "/people/requests/new",
                "personId",
                child.toString(),
                "kind",
                "BLOCKING",
                "receivedOn",
                story.today().toString(),
                "request",
                "Прошу заблокировать");
        for (var page : pages) {
            assertThat(text(story.get(story.secretary, page))).as(page).doesNotContain("Запретова");
            assertThat(text(story.get(story.director, page))).as(page).contains("Запретова");
        }
        assertThat(text(story.get(story.secretary, pages.get(0)))).contains("данные заблокированы", "З/1");
        for (var file : List.of(
                "/students/classes/" + sixth + "/export?format=CSV", "/students/alphabet-book/export?format=CSV"))
            assertThat(text(story.get(story.director, file))).as(file).doesNotContain("Запретова");
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
