package school.chancery.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;

/** Wrong input comes back with a message at its field; one school serves all tests, because nothing changes. */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputIntegrationTests {

    @Autowired
    private ApplicationContext context;

    private SchoolStory story;

    @BeforeAll
    void begin() {
        story = new SchoolStory(context);
        story.appointed(story.deputy);
        story.post(
                story.deputy,
                "/platform/register-organization/start",
                "platformId",
                story.platform().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "platformId  | 00000000-0000-0000-0000-000000000000 | Выберите платформу из списка",
                "platformId  | ' ' | Заполните поле",
                "platformId  | 1; drop table | Выберите значение из списка",
                "staffId     | 00000000-0000-0000-0000-000000000000 | Выберите работника",
                "staffId     | x | Выберите значение из списка",
                "kind        | BOSS | Значение записано неверно",
                "effectiveOn | 2020-01-01 | Укажите сегодняшнюю дату или более позднюю",
                "effectiveOn | 2999-01-01 | не позже чем через год",
                "effectiveOn | 31.02.2027 | Укажите существующую дату",
                "ground      | ' ' | Заполните поле",
                "replacesId  | 00000000-0000-0000-0000-000000000000 | Заменить можно только действующего"
            })
    void aWrongProposalComesBackWithItsFaultAndChangesNothing(String field, String value, String fault) {
        assertThat(story.propose(story.secretary, story.teacher, field, value))
                .hasStatusOk()
                .bodyText()
                .contains(fault);
        assertThat(appointments()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "javascript:alert(1) | today | Укажите полный адрес страницы",
                "' ' | today | Укажите полный адрес страницы",
                "https://school.example | 2020-01-01 | нельзя разместить раньше его регистрации",
                "https://school.example | 2999-01-01 | ещё не наступила",
                "https://school.example | ' ' | Заполните поле"
            })
    void aWrongPublicationComesBack(String url, String day, String fault) {
        assertThat(publish(url, day.equals("today") ? story.today().toString() : day))
                .hasStatusOk()
                .bodyText()
                .contains(fault);
        assertThat(story.isOpen("UserTask_PublishOnWebsite")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inn | 6900123455 | ИНН записан неверно",
                "inn | ' ' | Заполните поле",
                "ogrn | 1026900000127 | ОГРН записан неверно",
                "email | office@school | имя@домен",
                "phone | 112 | российский номер телефона",
                "site | school.example | полный адрес сайта",
                "head | Иванов | Укажите фамилию, имя и отчество",
                "contactName | 12345 | Укажите фамилию, имя и отчество",
                "contactEmail | a@b@c | имя@домен",
                "contactPhone | +380501234567 | российский мобильный номер",
                "contactPhone | 8 482 232-00-00 | российский мобильный номер",
                "fullName | ' ' | Заполните поле",
                "address | ' ' | Заполните поле"
            })
    void aWrongFieldComesBackWithItsMessageAndNothingIsSubmitted(String field, String value, String fault) {
        assertThat(story.prepareApplication(field, value))
                .hasStatusOk()
                .bodyText()
                .contains(fault);
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(story.isOpen("UserTask_PrepareApplication")).isTrue();
    }

    @Test
    void tooLongAndManyLinedTextsAreRefused() {
        assertThat(story.prepareApplication("fullName", "я".repeat(501)))
                .bodyText()
                .contains("Не длиннее 500 знаков");
        assertThat(story.prepareApplication("shortName", "Школа\r\nBcc: a@b.example"))
                .bodyText()
                .contains("Не длиннее 200 знаков");
        assertThat(state()).isEqualTo("DRAFT");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(story.prepareApplication("inn", "1", "ogrn", "2", "contactPhone", "3"))
                .bodyText()
                .contains("ИНН записан неверно", "ОГРН записан неверно", "российский мобильный номер");
    }

    private MvcTestResult publish(String url, String day) {
        return story.submit(
                story.secretary,
                "UserTask_PublishOnWebsite",
                "/platform/appoint-administrator/publish-on-website",
                "decision",
                "PUBLISHED",
                "url",
                url,
                "publishedOn",
                day);
    }

    private String state() {
        return story.state("applications");
    }

    private long appointments() {
        return story.rows()
                .sql("select count(*) from platform.appointments where organization_id = ?")
                .param(story.school.id())
                .query(Long.class)
                .single();
    }
}
