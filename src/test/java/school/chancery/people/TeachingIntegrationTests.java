package school.chancery.people;

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

/** Who teaches which subject in which class, and the table of class teachers. */
@ChanceryTest
class TeachingIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private UUID sixC;
    private UUID algebra;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        sixC = story.classes().open(6, "В", null);
        algebra = subject("algebra", "Алгебра");
    }

    @Test
    void theDeputyKeepsWhoTeachesWhatFromWhenUntilWhen() {
        var part = subgroup(sixC, algebra, "Первая");
        assertThat(assign()).hasStatus3xxRedirection();
        assertThat(assign("subgroupId", part.toString())).hasStatus3xxRedirection();
        assertThat(story.get(story.deputy, path()))
                .hasStatusOk()
                .bodyText()
                .contains("Алгебра", "Весь класс", "Первая", story.teacher.name());
        assertThat(story.get(story.secretary, "/people/staff/" + story.teacher.staffId()))
                .bodyText()
                .contains("6В: Алгебра");
        var id = assignments().get(0);
        assertThat(end(id, "")).hasStatus3xxRedirection();
        assertThat(end(id, "завтра").getResponse().getStatus()).isEqualTo(400);
        assertThat(assignments()).hasSize(2);
        end(id, story.today().toString());
        assertThat(story.rows()
                        .sql("select to_on = ? from people.teaching_assignments where id = ?")
                        .params(story.today(), id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatDoesNotFitIsRefusedAtItsField() {
        assign();
        assertThat(assign()).hasStatusOk().bodyText().contains("уже назначен на эти дни");
        assertThat(assign("from", story.classes().yearStart().minusDays(1).toString()))
                .bodyText()
                .contains("вне учебного года");
        assertThat(assign("to", story.classes().yearStart().plusYears(2).toString()))
                .bodyText()
                .contains("вне учебного года");
        assertThat(assign("to", story.today().minusDays(3).toString()))
                .bodyText()
                .contains("раньше, чем начинается");
        var foreign = subgroup(story.classes().open(7, "В", null), null, "Чужая");
        assertThat(assign("subgroupId", foreign.toString())).bodyText().contains("другого класса");
        assertThat(assign("staffId", story.specialist.staffId().toString()))
                .bodyText()
                .contains("не работает");
        assertThat(assign("subjectId", UUID.randomUUID().toString())).bodyText().contains("не ведётся");
        assertThat(assign("staffId", "")).bodyText().contains("Заполните поле");
        assertThat(assignments()).hasSize(1);
        var other = new SchoolStory(context);
        assertThat(other.get(other.deputy, path())).hasStatus(404);
        assertThat(other.post(other.deputy, path() + "/" + assignments().get(0) + "/end", "lastDay", "2026-11-01"))
                .hasStatus(404);
    }

    @Test
    void theTableOfClassTeachersNamesTheOrderAndWhoHasNobody() {
        var order = story.registeredOrder("class-teacher-allocation");
        story.rows()
                .sql(
                        "insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on, order_id) values (gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(story.school.id(), sixC, story.teacher.staffId(), story.today(), order)
                .update();
        assertThat(story.get(story.secretary, "/people/class-teachers"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "6В",
                        story.teacher.name(),
                        "№ п-",
                        "не назначен",
                        "/people/assign-duty/start?kind=CLASS_TEACHERS")
                .doesNotContain("/teaching");
        assertThat(story.get(story.deputy, "/people/class-teachers")).bodyText().contains("/teaching");
    }

    private String path() {
        return "/people/classes/" + sixC + "/teaching";
    }

    private MvcTestResult assign(String... changed) {
        var values = new ArrayList<>(List.of(
                "staffId",
                story.teacher.staffId().toString(),
                "subjectId",
                algebra.toString(),
                "from",
                story.today().toString()));
        for (var i = 0; i < changed.length; i += 2) {
            var at = values.indexOf(changed[i]);
            if (at < 0) values.addAll(List.of(changed[i], changed[i + 1]));
            else values.set(at + 1, changed[i + 1]);
        }
        return story.post(story.deputy, path(), values.toArray(String[]::new));
    }

    private MvcTestResult end(UUID id, String day) {
        return story.post(story.deputy, path() + "/" + id + "/end", "lastDay", day);
    }

    private List<UUID> assignments() {
        return story.rows()
                .sql("select id from people.teaching_assignments where class_id = ? order by subgroup_id nulls first")
                .param(sixC)
                .query(UUID.class)
                .list();
    }

    private UUID subject(String code, String name) {
        return story.rows()
                .sql(
                        "insert into organization.subjects (id, organization_id, code, name, short_name) values (gen_random_uuid(), ?, ?, ?, ?) returning id")
                .params(story.school.id(), code, name, name)
                .query(UUID.class)
                .single();
    }

    private UUID subgroup(UUID schoolClass, UUID subject, String name) {
        return story.rows()
                .sql(
                        "insert into organization.subgroups (id, organization_id, class_id, subject_id, name) values (gen_random_uuid(), ?, ?, ?, ?) returning id")
                .param(1, story.school.id())
                .param(2, schoolClass)
                .param(3, subject, java.sql.Types.OTHER)
                .param(4, name)
                .query(UUID.class)
                .single();
    }
}
