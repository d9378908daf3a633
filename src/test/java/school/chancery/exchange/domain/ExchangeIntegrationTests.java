package school.chancery.exchange.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.exchange.ImportClerk;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ListExport;
import school.chancery.exchange.ListExport.Format;
import school.chancery.exchange.Sheets;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.TestOrganizations;

/** The structure of a school loaded from files, looked at before, taken back after. */
@ChanceryTest
class ExchangeIntegrationTests {
    private static final List<List<String>> CLASSES = List.of(
            List.of("Класс", "Профиль", "Наполняемость"),
            List.of("5а", "", "25"),
            List.of("5 Б", "", "24"),
            List.of("10-А", "технологический", "30"));

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private SchoolYears years;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Retention retention;

    @Autowired
    private ListExport lists;

    @Autowired
    private TestClock clock;

    @Autowired
    private MessageSource messages;

    @Autowired
    private List<ImportKind> kinds;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.shared().owner());
    private TestPeople people;
    private Organization school;
    private TestPerson person;
    private ImportClerk deputy;

    @BeforeEach
    void open() {
        var made = new TestOrganizations(organizations);
        people = new TestPeople(accounts, roles);
        school = made.school(made.office());
        person = people.person(school, Role.DEPUTY);
        deputy = new ImportClerk(web, person, school);
        var today = organizations.today(school.id());
        var begins = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        Acting.as(
                person.actor(school),
                () -> years.open(new NewSchoolYear(
                        school.id(), begins, begins.plusYears(1).minusDays(1))));
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    private Document dryRun(List<? extends List<?>> table) {
        return deputy.dryRun("classes", "классы.csv", Sheets.csv(table, ';', Sheets.WINDOWS_1251));
    }

    private List<String> labels() {
        return database.queryForList(
                "select label || coalesce(' ' || profile, '') || ' ' || capacity from organization.classes"
                        + " where organization_id = ? order by grade, label",
                String.class,
                school.id());
    }

    @Test
    void classesAreInTheRegisterOnlyAfterTheyWereConfirmed() {
        var checked = dryRun(CLASSES);
        assertThat(ImportClerk.count(checked, "new")).isEqualTo(3);
        assertThat(ImportClerk.count(checked, "faults")).isZero();
        assertThat(labels()).isEmpty();
        deputy.press(checked, "/apply");
        assertThat(labels()).containsExactly("5А 25", "5Б 24", "10А технологический 30");
    }

    @Test
    void theSameFileOnceMoreHasNothingNew() {
        deputy.press(dryRun(CLASSES), "/apply");
        var again = dryRun(CLASSES);
        assertThat(ImportClerk.count(again, "same")).isEqualTo(3);
        assertThat(ImportClerk.count(again, "new")).isZero();
        assertThat(ImportClerk.has(again, "/apply")).isFalse();
    }

    @Test
    void undoingGivesBackWhatWasThereBefore() {
        deputy.press(dryRun(CLASSES), "/apply");
        var other = List.of(CLASSES.get(0), List.of("5А", "", "20"), List.of("6А", "", "22"));
        var changed = dryRun(other);
        assertThat(ImportClerk.count(changed, "changed")).isEqualTo(1);
        var applied = deputy.press(changed, "/apply");
        assertThat(labels()).containsExactly("5А 20", "5Б 24", "6А 22", "10А технологический 30");
        deputy.press(applied, "/undo");
        assertThat(labels()).containsExactly("5А 25", "5Б 24", "10А технологический 30");
    }

    @Test
    void nothingIsUndoneOnceSomethingElseStandsOnIt() {
        var applied = deputy.press(dryRun(CLASSES), "/apply");
        database.update(
                "insert into organization.subgroups (id, organization_id, class_id, name)"
                        + " select gen_random_uuid(), organization_id, id, '1' from organization.classes where organization_id = ? and label = '5А'",
                school.id());
        var refused = deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isEqualTo("exchange.undo.referred");
        assertThat(labels()).hasSize(3);
        assertThat(ImportClerk.has(refused, "/undo")).isTrue();
    }

    @Test
    void nothingIsUndoneOnceSomebodyHasChangedIt() {
        var applied = deputy.press(dryRun(CLASSES), "/apply");
        database.update(
                "update organization.classes set capacity = 19, version = version + 1 where organization_id = ? and label = '5А'",
                school.id());
        deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isEqualTo("exchange.undo.changed");
        assertThat(labels()).contains("5А 19", "5Б 24");
    }

    @Test
    void everyFaultIsToldByRowColumnAndReason() {
        var checked = dryRun(List.of(
                List.of("Классы школы на новый год"),
                List.of(),
                CLASSES.get(0),
                List.of("5А", "", "много"),
                List.of("12А", "", "25"),
                List.of("5б", "", "25"),
                List.of("", "общий", "25"),
                List.of("5Б", "", "0")));
        assertThat(ImportClerk.faults(checked))
                .containsExactly(
                        "4|C|Наполняемость|«много» не целое число",
                        "5|A|Класс|«12А»: класс пишется числом от 1 до 11 и буквой, например 5А",
                        "7|A|Класс|Не заполнено (из объединённых ячеек читается только первая)",
                        "8|A|Класс|То же, что в строке 6",
                        "8|C|Наполняемость|Число должно быть от 1 до 200");
        assertThat(ImportClerk.has(checked, "/apply")).isFalse();
        assertThat(deputy.send("/exchange/imports/" + ImportClerk.idOf(checked) + "/apply"))
                .hasStatus(302);
        assertThat(labels()).isEmpty();
        var list = deputy.get("/exchange/imports/" + ImportClerk.idOf(checked) + "/faults");
        assertThat(list)
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(Sheets.parts(list.getResponse().getContentAsByteArray())).isNotEmpty();
    }

    @Test
    void aRegisterThatChangedMeanwhileIsAskedOnceMore() {
        var checked = dryRun(CLASSES);
        database.update(
                "insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label, capacity)"
                        + " select gen_random_uuid(), organization_id, id, 'CLASS', 5, 'А', '5А', 11 from organization.school_years where organization_id = ?",
                school.id());
        var again = deputy.press(checked, "/apply");
        assertThat(again.select(".warning").text()).contains("реестр изменился");
        assertThat(ImportClerk.count(again, "read")).isEqualTo(3);
        assertThat(ImportClerk.count(again, "changed")).isEqualTo(1);
        assertThat(labels()).containsExactly("5А 11");
        deputy.press(again, "/apply");
        assertThat(labels()).hasSize(3).contains("5А 25");
    }

    @Test
    void sendingAFormTwiceIsOneImport() {
        var form = UUID.randomUUID();
        var bytes = Sheets.csv(CLASSES, ';', UTF_8);
        deputy.upload("classes", "классы.csv", bytes, form);
        var page = deputy.upload("classes", "классы.csv", bytes, form);
        assertThat(ImportClerk.idOf(page)).isEqualTo(form);
        var checked = deputy.check(page);
        deputy.press(page, "/mapping");
        deputy.press(checked, "/apply");
        deputy.press(checked, "/apply");
        assertThat(labels()).hasSize(3);
        assertThat(database.queryForObject(
                        "select count(*) from audit.entries where organization_id = ? and action = 'exchange.import-applied'",
                        Integer.class,
                        school.id()))
                .isEqualTo(1);
    }

    @Test
    void ofManyWhoConfirmAtOnceOneDoes() throws Exception {
        var id = ImportClerk.idOf(dryRun(CLASSES));
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> confirm = () -> deputy.send("/exchange/imports/" + id + "/apply")
                    .getResponse()
                    .getStatus();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> confirm).limit(16).toList()))
                assertThat(answer.get()).isEqualTo(302);
        } finally {
            threads.shutdown();
        }
        assertThat(labels()).hasSize(3);
        assertThat(deputy.open("/exchange/imports/" + id).text()).contains("Внесён в реестр");
    }

    @Test
    void theActIsAuditedWithItsRows() {
        var applied = deputy.press(dryRun(CLASSES), "/apply");
        deputy.press(applied, "/undo");
        assertThat(database.queryForList(
                        "select action || ' ' || affected_count || ' ' || (details ->> 'new') || ' ' || (account_id = ?)"
                                + " from audit.entries where organization_id = ? and action like 'exchange.%' order by id",
                        String.class, person.id(), school.id()))
                .containsExactly("exchange.import-applied 3 3 true", "exchange.import-undone 3 3 true");
    }

    @Test
    void theSchoolsOwnHeadingsAreRememberedForItAlone() {
        var own = List.of(List.of("Класс", "Сколько влезет"), List.of("7А", "21"));
        var page = deputy.upload("classes", "к.csv", Sheets.csv(own, ';', UTF_8));
        page.select("select#column-capacity option").removeAttr("selected");
        page.select("select#column-capacity option[value=1]").attr("selected", "selected");
        deputy.check(page);
        var again = deputy.upload("classes", "к.csv", Sheets.csv(own, ';', UTF_8));
        assertThat(again.select("select#column-capacity option[selected]").val())
                .isEqualTo("1");
        var made = new TestOrganizations(organizations);
        var other = made.school(made.office());
        var stranger = new ImportClerk(web, people.person(other, Role.DEPUTY), other);
        var theirs = stranger.upload("classes", "к.csv", Sheets.csv(own, ';', UTF_8));
        assertThat(theirs.select("select#column-capacity option[selected]").eachAttr("value"))
                .doesNotContain("1");
    }

    @Test
    void aColumnThatIsNeededHasToBeChosenAndNoneTwice() {
        var page = deputy.upload("classes", "к.csv", Sheets.csv(CLASSES, ';', UTF_8));
        page.select("select#column-label option").removeAttr("selected");
        page.select("select#column-profile option").removeAttr("selected");
        page.select("select#column-profile option[value=2]").attr("selected", "selected");
        var refused = deputy.check(page);
        assertThat(refused.select("#field-label .message").text()).isEqualTo("Укажите столбец файла");
        assertThat(refused.select("#field-capacity .message").text()).contains("уже выбран");
    }

    @Test
    void anotherFileTakesThePlaceOfTheOneBefore() {
        var first = dryRun(CLASSES);
        dryRun(CLASSES.subList(0, 2));
        assertThat(deputy.open("/exchange/imports/" + ImportClerk.idOf(first)).text())
                .contains("Отозван");
        assertThat(rows("import_rows", ImportClerk.idOf(first))).isZero();
        assertThat(rows("import_pieces", ImportClerk.idOf(first))).isZero();
    }

    @Test
    void aDryRunThatDiedWithItsNodeIsToldAndCanBeRepeated() {
        var id = ImportClerk.idOf(dryRun(CLASSES));
        database.update(
                "update exchange.imports set state = 'CHECKING', working_since = now() - interval '1 minute' where id = ?",
                id);
        var page = deputy.open("/exchange/imports/" + id);
        assertThat(page.text()).contains("Прерван").contains("Загрузите файл снова или повторите проверку");
        assertThat(ImportClerk.count(deputy.check(page), "new")).isEqualTo(3);
    }

    @Test
    void aLoadingThatDiedWithItsNodeHasPutNothingInAndCanBeConfirmedAgain() {
        var id = ImportClerk.idOf(dryRun(CLASSES));
        database.update(
                "update exchange.imports set state = 'APPLYING', working_since = now() - interval '1 minute' where id = ?",
                id);
        var page = deputy.open("/exchange/imports/" + id);
        assertThat(page.select(".warning").text()).contains("Загрузка прервана, в реестр ничего не внесено");
        deputy.press(page, "/apply");
        assertThat(labels()).hasSize(3);
    }

    @Test
    void oneImportOfATableIsAtWorkAtATime() {
        var id = ImportClerk.idOf(dryRun(CLASSES));
        database.update("update exchange.imports set state = 'CHECKING', working_since = now() where id = ?", id);
        var refused = deputy.upload("classes", "к.csv", Sheets.csv(CLASSES, ';', UTF_8));
        assertThat(ImportClerk.errors(refused)).anyMatch(error -> error.contains("сейчас проверяется"));
        assertThat(ImportClerk.errors(
                        deputy.upload("subjects", "п.csv", "Предмет;Кратко\nХимия;Хим.\n".getBytes(UTF_8))))
                .isEmpty();
    }

    @Test
    void whatFilesSaidIsErasedWhenItsTimeIsOver() {
        var applied = ImportClerk.idOf(deputy.press(dryRun(CLASSES), "/apply"));
        assertThat(rows("import_pieces", applied)).isZero();
        var waiting = ImportClerk.idOf(dryRun(CLASSES.subList(0, 2)));
        clock.advance(Duration.ofDays(6));
        retention.emptyWhatIsOver();
        assertThat(rows("import_rows", applied)).isEqualTo(3);
        assertThat(rows("import_rows", waiting)).isEqualTo(1);
        clock.advance(Duration.ofDays(9));
        assertThat(deputy.send("/exchange/imports/" + applied + "/undo")).hasStatus(302);
        retention.emptyWhatIsOver();
        assertThat(rows("import_rows", applied)).isZero();
        assertThat(rows("import_rows", waiting)).isZero();
        // Whose list it was may stand in the name of the file, and a list without headings has a person there.
        assertThat(database.queryForObject(
                        "select bool_and(file_name = '' and headings = '{}' and sample = '{}') from exchange.imports where id in (?, ?)",
                        Boolean.class,
                        applied,
                        waiting))
                .isTrue();
        assertThat(deputy.open("/exchange").text()).contains("имя файла стёрто");
        assertThat(labels()).hasSize(3);
        assertThat(deputy.open("/exchange/imports/" + waiting).text()).contains("Отозван");
        assertThat(deputy.open("/exchange/imports/" + applied).text()).contains("Срок отмены истёк");
    }

    @Test
    void anImportIsSeenByItsSchoolAndByThoseWhoMayLoadIt() {
        var id = ImportClerk.idOf(dryRun(CLASSES));
        var made = new TestOrganizations(organizations);
        var other = made.school(made.office());
        var stranger = new ImportClerk(web, people.person(other, Role.DIRECTOR), other);
        assertThat(stranger.get("/exchange/imports/" + id)).hasStatus(404);
        assertThat(stranger.send("/exchange/imports/" + id + "/apply")).hasStatus(404);
        var personnel = new ImportClerk(web, people.person(school, Role.HR), school);
        assertThat(personnel.get("/exchange/imports/" + id)).hasStatus(404);
        assertThat(personnel.get("/exchange/kinds/classes")).hasStatus(404);
        assertThat(labels()).isEmpty();
    }

    @Test
    void stagedRowsAreBehindTheSecondWall() {
        dryRun(CLASSES);
        var app = new JdbcTemplate(TestDatabase.shared().app());
        for (var table : List.of("imports", "import_rows", "import_pieces", "import_faults", "mappings"))
            assertThat(app.queryForObject("select count(*) from exchange." + table, Integer.class))
                    .as(table)
                    .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLIED", "APPLYING", "UNDONE", "INTERRUPTED"})
    void theDatabaseRefusesToSkipAStep(String state) {
        var id = ImportClerk.idOf(deputy.upload("classes", "к.csv", Sheets.csv(CLASSES, ';', UTF_8)));
        assertThatThrownBy(() -> database.update(
                        "update exchange.imports set mapping = '{0,1,2,-1}', applied_at = case when ? in ('APPLIED', 'UNDONE') then now() end,"
                                + " undone_at = case when ? = 'UNDONE' then now() end,"
                                + " working_since = case when ? = 'APPLYING' then now() end, state = ? where id = ?",
                        state,
                        state,
                        state,
                        state,
                        id))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("does not go from UPLOADED");
    }

    @Test
    void theDatabaseLetsNoFaultIntoARegister() {
        var id = ImportClerk.idOf(dryRun(CLASSES));
        database.update("update exchange.imports set faults = 1 where id = ?", id);
        assertThatThrownBy(() -> database.update(
                        "update exchange.imports set state = 'APPLYING', working_since = now() where id = ?", id))
                .hasMessageContaining("ck_imports_faults");
    }

    @Test
    void subjectsGetTheirCodesAndSubgroupsFindTheirClasses() {
        deputy.press(dryRun(CLASSES), "/apply");
        var subjects = "Предмет,Сокращение\nРусский язык,Рус.\nОснования чтения,\nОснования  чтениЯ!,\n";
        deputy.press(deputy.dryRun("subjects", "п.csv", subjects.getBytes(UTF_8)), "/apply");
        assertThat(database.queryForList(
                        "select code from organization.subjects where organization_id = ? order by code",
                        String.class,
                        school.id()))
                .hasSize(3)
                .contains("russian-language", "osnovaniia-chteniia")
                .anyMatch(code -> code.matches("osnovaniia-chteniia-[0-9a-f]{8}"));
        var subgroups = List.of(
                List.of("Класс", "Предмет", "Подгруппа"),
                List.of("5А", "русский язык", "1"),
                List.of("5А", "Физика", "1"),
                List.of("9Я", "", "1"));
        assertThat(ImportClerk.faults(deputy.dryRun("subgroups", "г.xlsx", Sheets.xlsx(subgroups))))
                .containsExactly(
                        "3|B|Предмет|Предмета «Физика» в школе нет: сначала добавьте или загрузите его",
                        "4|A|Класс|Класса «9Я» в этом учебном году нет: сначала откройте или загрузите его");
        var applied =
                deputy.press(deputy.dryRun("subgroups", "г.xlsx", Sheets.xlsx(subgroups.subList(0, 2))), "/apply");
        assertThat(applied.select("#applied").text()).contains("Добавлено строк: 1");
        deputy.press(applied, "/undo");
        assertThat(database.queryForObject(
                        "select count(*) from organization.subgroups where organization_id = ?",
                        Integer.class,
                        school.id()))
                .isZero();
    }

    @Test
    void theStructureLeavesAsFilesThatComeBackUnchanged() {
        deputy.press(dryRun(CLASSES), "/apply");
        deputy.press(deputy.dryRun("subjects", "п.csv", "Предмет\nФизика\n".getBytes(UTF_8)), "/apply");
        var groups = "Класс,Предмет,Подгруппа\n5А,Физика,1\n5А,,=2+2\n".getBytes(UTF_8);
        deputy.press(deputy.dryRun("subgroups", "г.csv", groups), "/apply");
        var year = Acting.as(
                person.actor(school), () -> years.all(school.id()).get(0).id());
        for (var kind : List.of("classes", "subjects", "subgroups"))
            for (var format : ListExport.Format.values()) {
                var list = structure(kind, format, year);
                assertThat(list).as(kind).hasStatusOk();
                var bytes = list.getResponse().getContentAsByteArray();
                if (kind.equals("subgroups") && format == ListExport.Format.CSV)
                    assertThat(new String(bytes, UTF_8)).contains("'=2+2");
                var page = deputy.dryRun(kind, "выгрузка", bytes);
                assertThat(ImportClerk.faults(page)).as(kind).isEmpty();
                assertThat(ImportClerk.count(page, "same")).as(kind).isPositive();
                assertThat(ImportClerk.count(page, "new")).as(kind).isZero();
                deputy.press(page, "/withdraw");
            }
        assertThat(structure("classes", ListExport.Format.CSV, UUID.randomUUID()))
                .hasStatus(404);
    }

    private MvcTestResult structure(String kind, ListExport.Format format, UUID year) {
        return deputy.get("/exchange/structure/export?kind=" + kind.toUpperCase(Locale.ROOT) + "&format=" + format
                + "&year=" + year);
    }

    @Test
    void everyTemplateIsAFileThatCanBeLoaded() {
        var head = new ImportClerk(web, people.person(school, Role.DIRECTOR), school);
        for (var kind : kinds)
            for (var format : ListExport.Format.values()) {
                var template = head.get("/exchange/kinds/" + kind.code() + "/template?format=" + format);
                assertThat(template).hasStatusOk();
                var page = head.upload(
                        kind.code(), "шаблон", template.getResponse().getContentAsByteArray());
                assertThat(ImportClerk.errors(page)).as(kind.code()).isEmpty();
                for (var i = 0; i < kind.columns().size(); i++) {
                    var column = kind.columns().get(i).code();
                    assertThat(page.select("#column-" + column + " option[selected]")
                                    .val())
                            .as("%s %s", kind.code(), column)
                            .isEqualTo(String.valueOf(i));
                }
                assertThat(ImportClerk.faults(head.check(page)))
                        .filteredOn(fault -> !fault.contains("нет: сначала"))
                        .as(kind.code())
                        .isEmpty();
            }
    }

    @Test
    void everyColumnOfEveryKindHasItsWordsInBothLanguages() {
        for (var kind : kinds)
            for (var language : List.of("ru", "en")) {
                var locale = java.util.Locale.forLanguageTag(language);
                assertThat(messages.getMessage(kind.textPrefix() + ".title", null, locale))
                        .isNotBlank();
                assertThat(messages.getMessage(kind.textPrefix() + ".help", null, locale))
                        .isNotBlank();
                for (var column : kind.columns())
                    assertThat(messages.getMessage(
                                    kind.textPrefix() + ".column." + column.code() + ".hint", null, locale))
                            .isNotBlank();
            }
    }

    private int rows(String table, UUID importId) {
        return database.queryForObject(
                "select count(*) from exchange." + table + " where import_id = ?", Integer.class, importId);
    }

    @Test
    void whoeverReadsAListSlowlyHoldsNoTransaction() throws IOException {
        var held = new ArrayList<Boolean>();
        var response = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new DelegatingServletOutputStream(OutputStream.nullOutputStream()) {
                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        held.add(TransactionSynchronizationManager.isActualTransactionActive());
                    }
                };
            }
        };
        Acting.as(
                person.actor(school),
                () -> lists.send(response, Format.CSV, "people.staff.title", List.of("people.staff.name"), table -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isTrue();
                    table.row("Осинкин");
                }));
        assertThat(held).isNotEmpty().containsOnly(false);
        assertThat(response.getContentLengthLong()).isPositive();
    }

    @Test
    void aListThatBreaksOffIsAnErrorAndNoHalfFile() {
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> Acting.as(
                        person.actor(school),
                        () -> lists.send(response, Format.XLSX, "people.staff.title", List.of(), table -> {
                            table.row("Осинкин");
                            throw new IllegalStateException("the database went away");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeaderNames()).isEmpty();
    }
}
