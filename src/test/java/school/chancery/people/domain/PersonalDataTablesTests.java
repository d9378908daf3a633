package school.chancery.people.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables about health, consents, requests and personal files refuse whoever asks. */
class PersonalDataTablesTests {
    private static PeopleHouse house;
    private static UUID pupil;
    private static UUID person;

    @BeforeAll
    static void build() {
        house = new PeopleHouse();
        person = house.person("Фомина", "Анна", null, null);
        pupil = house.pupil(house.school, person);
    }

    @ParameterizedTest
    @CsvSource({
        "health_group, 6, ck_health_records_health_group",
        "physical_group, LAZY, ck_health_records_physical_group",
        "health_group, , ck_health_records_content",
        "ground_kind, RUMOUR, ck_health_records_ground_kind",
        "ground_text, ' ', ck_health_records_ground_text",
        "ground_text, , ground_text",
        "ground_on, , ground_on",
    })
    void keepsNoHealthRecordWithoutItsGroundAndContent(String column, String value, String rule) {
        refuses("health_records", health(), column, value, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "category, NONE, ck_special_needs_disability",
        "category, SHY, ck_special_needs_category",
        "conclusion_on, , ck_special_needs_conclusion",
        "valid_to, 2020-01-01, ck_special_needs_valid_to",
        "ground_text, , ground_text",
    })
    void keepsNoNeedsWithoutTheirGround(String column, String value, String rule) {
        refuses("special_needs", needs(), column, value, rule);
    }

    @Test
    void healthIsOfAPupilOfTheSameSchool() {
        refuses("health_records", health(), "organization_id", house.other.toString(), "fk_health_records_pupil_id");
    }

    @Test
    void aReadingOfHealthIsNeverUnread() {
        insert(
                "health_readings",
                Map.of(
                        "organization_id",
                        house.school,
                        "pupil_id",
                        pupil,
                        "account_id",
                        UUID.randomUUID(),
                        "what",
                        "HEALTH",
                        "read_at",
                        "2026-11-23T10:00:00Z"));
        assertThatThrownBy(() ->
                        house.owner.sql("delete from people.health_readings").update())
                .hasMessageContaining("only added");
        assertThatThrownBy(() -> house.owner
                        .sql("update people.health_readings set reason = 'x'")
                        .update())
                .hasMessageContaining("only added");
    }

    @ParameterizedTest
    @CsvSource({
        "withdrawn_on, 2026-11-01, ck_consents_withdrawn",
        "scope, ' ', ck_consents_scope",
    })
    void aConsentSaysWhatItIsForAndHowItEnded(String column, String value, String rule) {
        refuses("consents", consent(), column, value, rule);
    }

    @Test
    void aWordingThatWasAgreedToNeverChanges() {
        consent();
        assertThatThrownBy(() -> house.owner
                        .sql("update people.consent_texts set text = 'иначе'")
                        .update())
                .hasMessageContaining("only added");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, FORGETTING, ck_data_requests_kind",
        "due_on, 2026-10-01, ck_data_requests_due_on",
        "state, DONE, ck_data_requests_closed",
        "answer, Исправлено, ck_data_requests_closed",
        "request, ' ', ck_data_requests_request",
    })
    void aRequestIsClosedWithItsAnswerOnly(String column, String value, String rule) {
        refuses("data_requests", request(), column, value, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "pupil_id, , ck_file_papers_owner",
        "kind, NOTE, ck_file_papers_kind",
        "title, ' ', ck_file_papers_title",
        "removed_on, 2026-11-24, ck_file_papers_removed",
    })
    void aPaperLiesInOneFile(String column, String value, String rule) {
        refuses("file_papers", paper(), column, value, rule);
    }

    private static Map<String, Object> health() {
        return row(Map.of("health_group", "2", "physical_group", "MAIN"), "pupil_id", pupil);
    }

    private static Map<String, Object> needs() {
        return row(
                Map.of(
                        "category",
                        "HEARING",
                        "disability",
                        "false",
                        "conclusion_number",
                        "14",
                        "conclusion_on",
                        "2026-09-01"),
                "pupil_id",
                pupil);
    }

    private static Map<String, Object> row(Map<String, Object> own, String owner, UUID id) {
        var row = new HashMap<String, Object>(own);
        row.putAll(Map.of("id", UUID.randomUUID(), "organization_id", house.school, owner, id));
        row.putAll(Map.of("ground_kind", "CONSENT", "ground_text", "согласие родителей", "ground_on", "2026-09-01"));
        row.putAll(Map.of("recorded_by", UUID.randomUUID(), "recorded_at", "2026-11-23T10:00:00Z"));
        return row;
    }

    private static Map<String, Object> consent() {
        var text = UUID.randomUUID();
        var revision = house.owner
                .sql("select coalesce(max(revision), 0) + 1 from people.consent_texts")
                .query(Integer.class)
                .single();
        var wording = new HashMap<String, Object>(Map.of("id", text, "organization_id", house.school));
        wording.putAll(Map.of("purpose", "PROCESSING", "revision", String.valueOf(revision), "title", "Согласие"));
        wording.putAll(Map.of("text", "Согласен", "made_by", UUID.randomUUID(), "made_at", "2026-11-23T10:00:00Z"));
        insert("consent_texts", wording);
        var row = new HashMap<String, Object>(Map.of("id", UUID.randomUUID(), "organization_id", house.school));
        row.putAll(Map.of("person_id", person, "given_by_id", person, "text_id", text, "scope", "обучение"));
        row.putAll(Map.of("given_on", "2026-09-01", "recorded_by", UUID.randomUUID()));
        row.put("recorded_at", "2026-11-23T10:00:00Z");
        return row;
    }

    private static Map<String, Object> request() {
        var row = new HashMap<String, Object>(Map.of("id", UUID.randomUUID(), "organization_id", house.school));
        row.putAll(Map.of("person_id", person, "applicant_id", person, "kind", "CORRECTION", "state", "OPEN"));
        row.putAll(Map.of("received_on", "2026-11-23", "due_on", "2026-12-02", "request", "Исправить дату"));
        row.putAll(Map.of("recorded_by", UUID.randomUUID(), "recorded_at", "2026-11-23T10:00:00Z"));
        return row;
    }

    private static Map<String, Object> paper() {
        var row = new HashMap<String, Object>(Map.of("id", UUID.randomUUID(), "organization_id", house.school));
        row.putAll(Map.of("pupil_id", pupil, "kind", "APPLICATION", "title", "Заявление о приёме"));
        row.putAll(Map.of("added_by", UUID.randomUUID(), "added_on", "2026-11-23"));
        return row;
    }

    // The row as it stands must go in: what is refused is the one value.
    private static void refuses(String table, Map<String, Object> row, String column, String value, String rule) {
        insert(table, row);
        house.owner
                .sql("delete from people." + table + " where id = ?")
                .param(row.get("id"))
                .update();
        var bad = new HashMap<>(row);
        bad.put(column, value);
        if (column.equals("health_group") && value == null) bad.put("physical_group", null);
        assertThatThrownBy(() -> insert(table, bad)).hasMessageContaining(rule);
    }

    private static void insert(String table, Map<String, Object> row) {
        var columns = row.keySet().stream().sorted().toList();
        house.owner
                .sql("insert into people." + table + " (" + String.join(", ", columns)
                        + ") select " + columns.stream().map(c -> "t." + c).collect(Collectors.joining(", "))
                        + " from jsonb_populate_record(null::people." + table + ", ?::jsonb) t")
                .param(json(row))
                .update();
    }

    private static String json(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(cell -> "\"" + cell.getKey() + "\": "
                        + (cell.getValue() == null ? "null" : "\"" + cell.getValue() + "\""))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
