package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.Policies;
import school.chancery.platform.SchoolStory;
import school.chancery.students.domain.Admissions;

/** Newcomers are enrolled through the forms: application, documents, place, order, class. */
@ChanceryTest
class AdmissionsIntegrationTests {
    private static final String START = "/students/enrol-newcomer/start";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    private SchoolStory story;
    private LocalDate today;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        today = story.today();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aNewcomerIsEnrolledByASignedOrderAndOnlyByIt() {
        var fourth = story.classes().open(4, "А", 25);
        assertThat(apply("4", story.classes().year().toString())).hasStatus3xxRedirection();
        assertThat(documents("APPLICATION", "GUARDIAN_IDENTITY"))
                .hasStatusOk()
                .bodyText()
                .contains("Без заявления, документа родителя");
        assertThat(documents("APPLICATION", "GUARDIAN_IDENTITY", "BIRTH_CERTIFICATE"))
                .hasStatus3xxRedirection();
        assertThat(place("classId", story.classes().open(5, "Я", 25).toString()))
                .bodyText()
                .contains("другая параллель");
        assertThat(place("classId", fourth.toString())).hasStatus3xxRedirection();
        story.run("ServiceTask_DraftOrder");
        assertThat(pupils()).isZero();
        story.sign("SIGN");
        assertThat(pupils()).isZero();
        story.run("ServiceTask_EnrolNewcomer");
        assertThat(story.rows()
                        .sql("""
                                select n.family || ' ' || p.file_number || ' ' || c.label || ' ' || e.from_on || ' ' || g.kinship
                                from people.pupils p join people.persons n on n.id = p.person_id
                                    join students.enrollments e on e.pupil_id = p.id
                                    join organization.classes c on c.id = e.class_id
                                    join people.guardians g on g.pupil_id = p.id
                                where p.organization_id = ? and n.family = 'Новичков'
                                """)
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("Новичков Н/1 4А " + today.plusDays(1) + " MOTHER");
        assertThat(story.rows()
                        .sql("select kind || ' ' || to_class from students.movements where organization_id = ?")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("ENROLMENT 4А");
    }

    @Test
    void withoutDocumentsOrWithoutAPlaceNobodyIsEnrolled() {
        apply("4", story.classes().year().toString());
        assertThat(story.submit(
                        story.secretary,
                        "UserTask_CheckDocuments",
                        "/students/enrol-newcomer/check-documents",
                        "decision",
                        "NOT_COME"))
                .bodyText()
                .contains("Заполните поле");
        story.submit(
                story.secretary,
                "UserTask_CheckDocuments",
                "/students/enrol-newcomer/check-documents",
                "decision",
                "NOT_COME",
                "reason",
                "Родители не пришли");
        story.run("ServiceTask_DropAdmission");
        apply("4", story.classes().year().toString());
        documents("APPLICATION", "GUARDIAN_IDENTITY", "BIRTH_CERTIFICATE");
        story.submit(
                story.deputy,
                "UserTask_AssignPlace",
                "/students/enrol-newcomer/assign-place",
                "decision",
                "REFUSE",
                "reason",
                "Параллель заполнена");
        story.run("ServiceTask_DropAdmission");
        assertThat(story.rows()
                        .sql(
                                "select drop_reason from students.admissions where organization_id = ? order by proposed_at")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("DOCUMENTS_MISSING", "NO_PLACE");
        assertThat(pupils()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-31, closed",
        "2027-04-01, open",
        "2027-06-30, open",
        "2027-07-05, closed",
        "2027-07-06, open",
        "2027-08-31, open",
        "2027-09-06, open"
    })
    void applicationsForTheFirstGradeAreTakenInTwoWindowsAndOnceTheYearHasBegun(LocalDate day, String window) {
        clock.set(day.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/Samara")).toInstant());
        var school = new SchoolStory(context);
        var coming = day.isBefore(LocalDate.of(2027, 9, 1)) ? school.classes().next() : school.classes();
        var from = coming.yearStart().isAfter(day) ? coming.yearStart() : day.plusDays(1);
        var answer = school.post(
                school.secretary,
                START,
                application(
                        "1",
                        coming.year().toString(),
                        "bornOn",
                        "2020-06-01",
                        "appliedOn",
                        day.toString(),
                        "enrolFrom",
                        from.toString()));
        if (window.equals("open")) assertThat(answer).hasStatus3xxRedirection();
        else assertThat(answer).bodyText().contains("с 01.04 по 30.06 и с 06.07 по 05.09");
    }

    @Test
    void aChildWhoComesInSummerIsEnteredForTheComingYear() {
        clock.set(LocalDate.of(2027, 7, 20)
                .atTime(LocalTime.NOON)
                .atZone(ZoneId.of("Europe/Samara"))
                .toInstant());
        var school = new SchoolStory(context);
        var coming = school.classes().next();
        var sixth = coming.open(6, "А", 25);
        assertThat(school.post(
                        school.secretary,
                        START,
                        application(
                                "6",
                                coming.year().toString(),
                                "appliedOn",
                                "2027-07-20",
                                "bornOn",
                                "2015-05-05",
                                "enrolFrom",
                                "2027-09-01")))
                .hasStatus3xxRedirection();
        school.submit(
                school.secretary,
                "UserTask_CheckDocuments",
                "/students/enrol-newcomer/check-documents",
                "decision",
                "TAKEN",
                "documents",
                "APPLICATION",
                "documents",
                "GUARDIAN_IDENTITY",
                "documents",
                "BIRTH_CERTIFICATE");
        school.submit(
                school.deputy,
                "UserTask_AssignPlace",
                "/students/enrol-newcomer/assign-place",
                "decision",
                "ACCEPT",
                "classId",
                sixth.toString());
        school.run("ServiceTask_DraftOrder");
        school.sign("SIGN");
        school.run("ServiceTask_EnrolNewcomer");
        assertThat(school.rows()
                        .sql("select from_on::text from students.enrollments where class_id = ?")
                        .param(sixth)
                        .query(String.class)
                        .list())
                .containsExactly("2027-09-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "family       | ' '        | Заполните поле",
                "bornOn       | 2999-01-01 | раньше даты заявления",
                "bornOn       | 1899-12-31 | Дата раньше 1900 года",
                "bornOn       | 31.02.2015 | Укажите существующую дату",
                "grade        | 12         | Число не больше 11",
                "grade        | первый     | Укажите целое число",
                "schoolYearId | 00000000-0000-0000-0000-000000000000 | Выберите учебный год",
                "family       | Новичков2  | начните с буквы",
                "patronymic   | =Петрович  | начните с буквы",
                "guardianGiven| <b>        | начните с буквы",
                "appliedOn    | 2999-01-01 | ещё не наступила",
                "appliedOn    | 2020-01-01 | больше месяца назад",
                "enrolFrom    | 2020-01-01 | другого учебного года",
                "kinship      | AUNT       | Значение записано неверно",
                "guardianPhone| 12         | номер телефона полностью"
            })
    void aWrongApplicationComesBackWithItsFaultAndChangesNothing(String field, String value, String fault) {
        assertThat(story.post(
                        story.secretary,
                        START,
                        application("4", story.classes().year().toString(), field, value)))
                .hasStatusOk()
                .bodyText()
                .contains(fault);
        assertThat(admissions()).isZero();
    }

    @Test
    void theWindowsAreThoseThatTheSchoolHasSettled() {
        Acting.as(
                Actor.PRODUCT,
                () -> context.getBean(Policies.class)
                        .set(story.school.id(), "students.first-grade-first-window", "10.04-20.06"));
        clock.set(LocalDate.of(2027, 4, 5)
                .atTime(LocalTime.NOON)
                .atZone(ZoneId.of("Europe/Samara"))
                .toInstant());
        var coming = story.classes().next();
        assertThat(story.get(story.secretary, START)).bodyText().contains("с 10.04 по 20.06");
        assertThat(story.post(
                        story.secretary,
                        START,
                        application(
                                "1",
                                coming.year().toString(),
                                "bornOn",
                                "2020-06-01",
                                "appliedOn",
                                "2027-04-05",
                                "enrolFrom",
                                coming.yearStart().toString())))
                .bodyText()
                .contains("с 10.04 по 20.06 и с 06.07 по 05.09");
    }

    @Test
    void aParentWhomTheRegisterHasIsNotEnteredAnew() {
        var brother = story.classes().pupilIn(story.classes().open(9, "Я", 25), "Старшев");
        var mother = story.classes().guardian(brother, "Новичкова", "+79990001122");
        var application = application("4", story.classes().year().toString(), "guardianGiven", "Мария");
        assertThat(story.post(story.secretary, START, application))
                .hasStatusOk()
                .bodyText()
                .contains("Выберите, кто это", "Новичкова Мария Ивановна");
        assertThat(admissions()).isZero();
        var madeUp = application(
                "4",
                story.classes().year().toString(),
                "guardianGiven",
                "Мария",
                "guardianPerson",
                UUID.randomUUID().toString());
        assertThat(story.post(story.secretary, START, madeUp)).bodyText().contains("Выберите, кто это");
        var known = application(
                "4", story.classes().year().toString(), "guardianGiven", "Мария", "guardianPerson", mother.toString());
        assertThat(story.post(story.secretary, START, known)).hasStatus3xxRedirection();
        documents("APPLICATION", "GUARDIAN_IDENTITY", "BIRTH_CERTIFICATE");
        place("classId", story.classes().open(4, "Я", 25).toString());
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.run("ServiceTask_EnrolNewcomer");
        assertThat(story.rows()
                        .sql("select count(*) from people.guardians where organization_id = ? and person_id = ?")
                        .params(story.school.id(), mother)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void ageTwiceAndAStrangerAreRefused() {
        var next = story.classes().next();
        assertThat(story.post(
                        story.secretary,
                        START,
                        application("1", story.classes().year().toString(), "bornOn", "2023-01-01")))
                .bodyText()
                .contains("от шести с половиной до восьми лет");
        assertThat(apply("4", story.classes().year().toString())).hasStatus3xxRedirection();
        assertThat(apply("4", story.classes().year().toString())).bodyText().contains("уже рассматривается");
        assertThat(story.post(story.teacher, START, application("4", next.year().toString())))
                .hasStatus(403);
        assertThat(admissions()).isEqualTo(1);
    }

    @Test
    void whoIsAPupilHereIsNotAdmittedAgain() {
        var person = story.classes().person("Новичков", today.minusYears(10));
        story.classes().pupil(person);
        var given = story.rows()
                .sql("select given from people.persons where id = ?")
                .param(person)
                .query(String.class)
                .single();
        var next = story.classes().next();
        assertThat(story.post(
                        story.secretary,
                        START,
                        application(
                                "4",
                                next.year().toString(),
                                "given",
                                given,
                                "patronymic",
                                "Петрович",
                                "enrolFrom",
                                next.yearStart().toString())))
                .hasStatusOk()
                .bodyText()
                .contains("уже обучается в вашей школе");
        assertThat(admissions()).isZero();
    }

    @Test
    void whoeverComesSecondFindsTheStepTaken() {
        var fourth = story.classes().open(4, "А", 25);
        apply("4", story.classes().year().toString());
        assertThat(documents("", "")).hasStatusOk().bodyText().contains("Без заявления, документа родителя");
        documents("APPLICATION", "GUARDIAN_IDENTITY", "BIRTH_CERTIFICATE");
        place("classId", fourth.toString());
        var id = story.rows()
                .sql("select id from students.admissions where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
        var admissions = context.getBean(Admissions.class);
        // A conflict, which the page tells in words, and no fault of the product.
        Acting.as(
                Actor.PRODUCT,
                () -> assertThatThrownBy(() -> admissions.place(id, fourth))
                        .isInstanceOf(ConcurrencyFailureException.class));
    }

    private MvcTestResult apply(String grade, String year) {
        return story.post(story.secretary, START, application(grade, year));
    }

    private String[] application(String grade, String year, String... more) {
        var parameters = new ArrayList<>(List.of(
                "family",
                "Новичков",
                "given",
                "Пётр",
                "bornOn",
                today.minusYears(10).toString(),
                "schoolYearId",
                year,
                "grade",
                grade,
                "guardianFamily",
                "Новичкова",
                "guardianGiven",
                "Анна",
                "kinship",
                "MOTHER",
                "appliedOn",
                today.toString(),
                "enrolFrom",
                today.plusDays(1).toString()));
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at < 0) parameters.addAll(List.of(more[i], more[i + 1]));
            else parameters.set(at + 1, more[i + 1]);
        }
        return parameters.toArray(String[]::new);
    }

    private MvcTestResult documents(String... brought) {
        var parameters = new ArrayList<>(List.of("decision", "TAKEN"));
        for (var each : brought) parameters.addAll(List.of("documents", each));
        return story.submit(
                story.secretary,
                "UserTask_CheckDocuments",
                "/students/enrol-newcomer/check-documents",
                parameters.toArray(String[]::new));
    }

    private MvcTestResult place(String field, String value) {
        return story.submit(
                story.deputy,
                "UserTask_AssignPlace",
                "/students/enrol-newcomer/assign-place",
                "decision",
                "ACCEPT",
                field,
                value);
    }

    private int pupils() {
        return story.rows()
                .sql("select count(*) from people.pupils p join people.persons n on n.id = p.person_id"
                        + " where p.organization_id = ? and n.family = 'Новичков'")
                .param(story.school.id())
                .query(Integer.class)
                .single();
    }

    private int admissions() {
        return story.rows()
                .sql("select count(*) from students.admissions where organization_id = ?")
                .param(story.school.id())
                .query(Integer.class)
                .single();
    }
}
