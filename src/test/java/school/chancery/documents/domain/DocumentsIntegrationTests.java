package school.chancery.documents.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.documents.Documents;
import school.chancery.documents.NewDocument;
import school.chancery.documents.StoredDocument;

@ChanceryTest
class DocumentsIntegrationTests {
    private final UUID school = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final Actor secretary = Actor.person(account, school, Set.of(school));
    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());

    @Autowired
    private Documents documents;

    @Autowired
    private FileIntegrity integrity;

    @Autowired
    private JdbcTemplate app;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void givesBackWhatWasStoredByteForByte() {
        var bytes = "Приказ\r\n\u0000".getBytes(UTF_8);
        var stored = as(secretary, () -> documents.store(document("../приказ.pdf", bytes, true)));
        assertThat(stored.name()).isEqualTo("приказ.pdf");
        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(stored.sha256()).isEqualTo(Sha256.hex(bytes));
        assertThat(as(secretary, () -> documents.find(stored.id()))).contains(stored);
        assertThat(as(secretary, () -> documents.bytes(stored.id()))).isEqualTo(bytes);
        assertThat(row(stored)).containsEntry("stored_by", account).containsEntry("frozen", true);
    }

    @Test
    void doesNotExistForAnotherSchool() {
        var stored = stored(true);
        var other = UUID.randomUUID();
        var stranger = Actor.person(UUID.randomUUID(), other, Set.of(other));
        assertThat(as(stranger, () -> documents.find(stored.id()))).isEmpty();
        assertThatThrownBy(() -> as(stranger, () -> documents.bytes(stored.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isSeenByTheDistrictOfficeThatSeesTheSchool() {
        var stored = stored(true);
        var office = UUID.randomUUID();
        var specialist = Actor.person(UUID.randomUUID(), office, Set.of(office, school));
        assertThat(as(specialist, () -> documents.find(stored.id()))).isPresent();
    }

    @Test
    void nobodyStoresForASchoolTheyDoNotSee() {
        var other = UUID.randomUUID();
        var stranger = Actor.person(UUID.randomUUID(), other, Set.of(other));
        assertThatThrownBy(() -> as(stranger, () -> documents.store(document("a.pdf", new byte[] {1}, false))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void notEvenTheOwnerOfTheTablesChangesAFrozenFile() {
        var stored = stored(true);
        assertThatThrownBy(() -> owner.update("update documents.files set name = 'x' where id = ?", stored.id()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> owner.update("delete from documents.files where id = ?", stored.id()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> owner.execute("truncate documents.files")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void theProductItselfChangesNoFileAtAll() {
        var stored = stored(false);
        assertThatThrownBy(() -> as(
                        Actor.PRODUCT,
                        () -> transaction.execute(status ->
                                app.update("update documents.files set name = 'x' where id = ?", stored.id()))))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theDatabaseRefusesAHashThatIsNotThatOfTheBytes() {
        assertThatThrownBy(() -> owner.update("""
                        insert into documents.files (organization_id, name, media_type, bytes, size, sha256, frozen, stored_at)
                        values (?, 'a', 'b', 'abc', 3, ?, false, now())""", school, Sha256.hex(new byte[0])))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ck_files_sha256");
    }

    @Test
    void doesNotHandOutBytesThatSomebodyChanged() {
        var stored = stored(true);
        tamper(stored);
        try {
            assertThatThrownBy(() -> as(secretary, () -> documents.bytes(stored.id())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("recorded hash");
        } finally {
            restore(stored);
        }
    }

    @Test
    void theNightlyCheckFindsTheChangedFileAndTellsTheAudit() {
        var whole = stored(true);
        var changed = stored(true);
        tamper(changed);
        var result = integrity.check();
        restore(changed);
        assertThat(result.damaged()).containsExactly(changed.id());
        assertThat(result.checked()).isGreaterThanOrEqualTo(2);
        assertThat(owner.queryForMap(
                        "select action, details ->> 'checked' as checked, affected[1] as file from audit.entries"
                                + " where organization_id = ? and action like 'documents.files-found-%'",
                        school))
                .containsEntry("action", "documents.files-found-damaged")
                .containsEntry("checked", "2")
                .containsEntry("file", changed.id());
        assertThat(integrity.check().damaged()).doesNotContain(whole.id(), changed.id());
    }

    @Test
    void manyNodesCheckANightOnlyOnce() {
        stored(true);
        clock.set(java.time.Instant.parse("2027-01-01T02:40:00Z"));
        integrity.checkTonight();
        integrity.checkTonight();
        assertThat(owner.queryForObject(
                        "select count(*) from audit.entries where organization_id = ? and action = 'documents.files-found-whole'",
                        Integer.class,
                        school))
                .isOne();
    }

    private StoredDocument stored(boolean frozen) {
        return as(secretary, () -> documents.store(document("приказ.pdf", "Приказ".getBytes(UTF_8), frozen)));
    }

    private NewDocument document(String name, byte[] bytes, boolean frozen) {
        return new NewDocument(school, name, "application/pdf", bytes, frozen);
    }

    private Map<String, Object> row(StoredDocument stored) {
        return owner.queryForMap("select stored_by, frozen from documents.files where id = ?", stored.id());
    }

    // What somebody with the keys of the database could do.
    private void tamper(StoredDocument stored) {
        write(stored, "Прикас");
    }

    private void restore(StoredDocument stored) {
        write(stored, "Приказ");
    }

    private void write(StoredDocument stored, String content) {
        owner.execute("alter table documents.files disable trigger keep_frozen");
        owner.execute("alter table documents.files drop constraint ck_files_sha256");
        owner.update("update documents.files set bytes = ? where id = ?", content.getBytes(UTF_8), stored.id());
        owner.execute("alter table documents.files add constraint ck_files_sha256"
                + " check (sha256 = encode(sha256(bytes), 'hex')) not valid");
        owner.execute("alter table documents.files enable trigger keep_frozen");
    }

    private static <T> T as(Actor actor, Supplier<T> act) {
        return Acting.as(actor, act);
    }
}
