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

/** Who answers for a child, entered by hand. */
@ChanceryTest
class GuardianIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private UUID child;
    private UUID pupil;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        child = story.classes().person("Опекаемый", story.today().minusYears(12));
        pupil = story.classes().pupil(child);
    }

    @Test
    void aGuardianIsEnteredWithTheKinshipAndTheirOwnConsent() {
        assertThat(story.get(story.secretary, path())).hasStatusOk().bodyText().contains("Степень родства");
        assertThat(add("phone", "8 912 345-67-89"))
                .hasStatusOk()
                .bodyText()
                .contains("Телефон и почту хранят с согласия человека");
        assertThat(guardians()).isEmpty();
        var text = wording();
        assertThat(add(
                        "phone",
                        "8 912 345-67-89",
                        "consentTextId",
                        text.toString(),
                        "agreedOn",
                        story.today().toString()))
                .hasStatus3xxRedirection();
        assertThat(story.get(story.secretary, "/people/pupils/" + pupil))
                .bodyText()
                .contains("Опекунова Вера Павловна", "Бабушка", "+79123456789");
        assertThat(story.rows()
                        .sql(
                                "select person_id = given_by_id and scope like 'Телефон%' from people.consents where person_id = ?")
                        .param(guardians().get(0))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(add("person", "NEW", "contact", "false")).hasStatus3xxRedirection();
        assertThat(guardians()).hasSize(2);
    }

    @Test
    void whoIsInTheRegisterAlreadyIsShownBeforeASecondRowIsMade() {
        var known = story.rows()
                .sql(
                        "insert into people.persons (id, family, given, patronymic) values (gen_random_uuid(), 'Опекунова', 'Вера', 'Павловна') returning id")
                .query(UUID.class)
                .single();
        var sister = story.classes()
                .pupil(story.classes().person("Опекаемая", story.today().minusYears(9)));
        story.rows()
                .sql(
                        "insert into people.guardians (pupil_id, person_id, organization_id, kinship) values (?, ?, ?, 'GRANDMOTHER')")
                .params(sister, known, story.school.id())
                .update();
        assertThat(add("contact", "false")).hasStatusOk().bodyText().contains("Кто это?", "Опекунова Вера Павловна");
        assertThat(add("contact", "false", "person", UUID.randomUUID().toString()))
                .hasStatusOk();
        assertThat(guardians()).isEmpty();
        assertThat(add("contact", "false", "person", known.toString())).hasStatus3xxRedirection();
        assertThat(guardians()).containsExactly(known);
        assertThat(add("contact", "false", "person", known.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Этот человек уже указан");
    }

    @Test
    void nobodyYoungerThanTheChildAndNothingWhileProcessingIsBlocked() {
        assertThat(add("contact", "false", "bornOn", story.today().minusYears(2).toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Родитель не моложе ребёнка");
        assertThat(add("contact", "false", "family", "1")).bodyText().contains("начните с буквы");
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
        assertThat(add("contact", "false")).hasStatus(404);
        assertThat(story.post(story.director, path(), "family", "Опекунова", "given", "Вера", "kinship", "MOTHER"))
                .hasStatusOk()
                .bodyText()
                .contains("сначала ответьте на него");
        assertThat(guardians()).isEmpty();
    }

    private String path() {
        return "/people/pupils/" + pupil + "/guardians";
    }

    private MvcTestResult add(String... changed) {
        var values = new ArrayList<>(List.of(
                "family",
                "Опекунова",
                "given",
                "Вера",
                "patronymic",
                "Павловна",
                "kinship",
                "GRANDMOTHER",
                "contact",
                "true"));
        for (var i = 0; i < changed.length; i += 2) {
            var at = values.indexOf(changed[i]);
            if (at < 0) values.addAll(List.of(changed[i], changed[i + 1]));
            else values.set(at + 1, changed[i + 1]);
        }
        return story.post(story.secretary, path(), values.toArray(String[]::new));
    }

    private List<UUID> guardians() {
        return story.rows()
                .sql("select person_id from people.guardians where pupil_id = ?")
                .param(pupil)
                .query(UUID.class)
                .list();
    }

    private UUID wording() {
        story.post(
                story.secretary,
                "/people/consent-texts",
                "purpose",
                "PROCESSING",
                "title",
                "Согласие",
                "text",
                "Я согласен");
        return story.rows()
                .sql("select id from people.consent_texts where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
    }
}
