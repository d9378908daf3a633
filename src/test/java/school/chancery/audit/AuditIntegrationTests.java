package school.chancery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;

@ChanceryTest
class AuditIntegrationTests {
    private final UUID school = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final Actor clerk = Actor.person(account, school, Set.of(school));

    @Autowired
    private Audit audit;

    @Autowired
    private AuditChains chains;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;

    @BeforeEach
    void prepare() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void recordsWhoDidWhatToWhichRows() {
        var rows = List.of(UUID.randomUUID(), UUID.randomUUID());
        as(clerk, () -> audit.record(new AuditEntry("tests.rows-moved", school, "row", rows, Map.of("to", "7Б"))));

        var entry = transaction(
                clerk, () -> jdbc.queryForMap("select * from audit.entries where organization_id = ?", school));
        assertThat(entry).containsEntry("account_id", account).containsEntry("affected_count", 2);
        assertThat(entry.get("details")).hasToString("{\"to\": \"7Б\"}");
    }

    @Test
    void refusesAnEntryWithoutTransaction() {
        assertThatThrownBy(() -> audit.record(entry(school))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void losesTheEntryWithTheChange() {
        transaction.executeWithoutResult(status -> {
            audit.record(entry(school));
            status.setRollbackOnly();
        });
        assertThat(count(Actor.PRODUCT, school)).isZero();
    }

    @Test
    void showsOnlyTheEntriesOfVisibleOrganizations() {
        as(clerk, () -> {
            audit.record(entry(school));
            audit.record(entry(other));
        });
        assertThat(count(clerk, school)).isEqualTo(1);
        assertThat(count(clerk, other)).isZero();
        assertThat(count(Actor.person(account, other, Set.of(other, school)), other))
                .isEqualTo(1);
    }

    @Test
    void showsNothingToNobodyAndNothingToTheNextUserOfTheConnection() {
        as(clerk, () -> audit.record(entry(school)));
        assertThat(count(clerk, school)).isEqualTo(1);
        assertThat(count(Actor.NOBODY, school)).isZero();
        assertThat(jdbc.queryForObject("select audit.sees_all()", Boolean.class))
                .isFalse();
    }

    @Test
    void setsTheActorForReadOnlyAndForInnerTransactionsToo() {
        as(clerk, () -> audit.record(entry(school)));
        var readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        Integer seenReadOnly = Acting.as(clerk, () -> readOnly.execute(s -> visible(school)));
        assertThat(seenReadOnly).isEqualTo(1);
        Integer seenInside = Acting.as(clerk, () -> transaction.execute(s -> inner.execute(t -> visible(school))));
        assertThat(seenInside).isEqualTo(1);
    }

    @Test
    void innerTransactionOfAnotherActorLeavesTheOuterOneAlone() {
        as(clerk, () -> audit.record(entry(school)));
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        var seen = Acting.as(
                clerk,
                () -> transaction.execute(s ->
                        List.of(Acting.as(Actor.NOBODY, () -> inner.execute(t -> visible(school))), visible(school))));
        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void entriesCannotBeChangedByTheProduct() {
        as(clerk, () -> audit.record(entry(school)));

        assertThatThrownBy(() -> as(
                        Actor.PRODUCT,
                        () -> jdbc.update("update audit.entries set action = 'a.b' where organization_id = ?", school)))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(
                        Actor.PRODUCT,
                        () -> jdbc.update("delete from audit.entries where organization_id = ?", school)))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void entriesCannotBeChangedByTheOwnerEither() {
        as(clerk, () -> audit.record(entry(school)));
        var owner = new JdbcTemplate(TestDatabase.shared().owner());

        for (var attack : List.of(
                "update audit.entries set details = '{}' where organization_id = ?",
                "delete from audit.entries where organization_id = ?"))
            assertThatThrownBy(() -> owner.update(attack, school)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> owner.execute("truncate audit.entries"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void linksCommittedEntriesIntoAChainThatHolds() {
        for (var i = 0; i < 3; i++) as(clerk, () -> audit.record(entry(school)));
        chains.link();
        as(clerk, () -> audit.record(entry(school)));
        chains.link();

        var positions = transaction(
                clerk,
                () -> jdbc.queryForList(
                        "select chain_position from audit.entries where organization_id = ? order by id",
                        Long.class,
                        school));
        assertThat(positions).containsExactly(1L, 2L, 3L, 4L);
        assertThat(breaks()).isEmpty();
    }

    @Test
    void findsAChangedEntry() {
        linked(3);
        tamper(
                "update audit.entries set account_id = gen_random_uuid() where organization_id = ? and chain_position = 2");
        assertThat(breaks()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(AuditChains.Break.Kind.CHANGED);
            assertThat(found.chainPosition()).isEqualTo(2);
        });
    }

    @Test
    void findsAChangedEntryWhoseHashWasMadeToFit() {
        linked(3);
        tamper("update audit.entries e set action = 'tests.forged', chain_hash = audit.hash_of("
                + "jsonb_populate_record(e, '{\"action\": \"tests.forged\"}'), e.chain_previous)"
                + " where organization_id = ? and chain_position = 2");
        assertThat(breaks())
                .extracting(AuditChains.Break::kind)
                .containsExactly(AuditChains.Break.Kind.PREVIOUS_CHANGED);
    }

    @Test
    void findsARemovedEntryInTheMiddleAndAtTheEnd() {
        linked(3);
        tamper("delete from audit.entries where organization_id = ? and chain_position = 2");
        assertThat(breaks()).extracting(AuditChains.Break::kind).containsExactly(AuditChains.Break.Kind.MISSING_BEFORE);
        tamper("delete from audit.entries where organization_id = ? and chain_position = 3");
        assertThat(breaks()).extracting(AuditChains.Break::kind).containsExactly(AuditChains.Break.Kind.END_MISSING);
    }

    @Test
    void linkingTwiceAtOnceLinksOnce() {
        for (var i = 0; i < 50; i++) as(clerk, () -> audit.record(entry(school)));
        CompletableFuture.allOf(CompletableFuture.runAsync(chains::link), CompletableFuture.runAsync(chains::link))
                .join();
        chains.link();
        assertThat(breaks()).isEmpty();
    }

    private void linked(int entries) {
        for (var i = 0; i < entries; i++) as(clerk, () -> audit.record(entry(school)));
        chains.link();
        assertThat(breaks()).isEmpty();
    }

    // What a thief of the database server could do; the triggers are off for this transaction only.
    private void tamper(String sql) {
        var server = TestDatabase.shared().administrator();
        new TransactionTemplate(new DataSourceTransactionManager(server)).executeWithoutResult(status -> {
            var thief = new JdbcTemplate(server);
            thief.execute("set local session_replication_role = replica");
            assertThat(thief.update(sql, school)).isEqualTo(1);
        });
    }

    private List<AuditChains.Break> breaks() {
        return chains.verify().stream()
                .filter(found -> school.equals(found.organizationId()))
                .toList();
    }

    private static AuditEntry entry(UUID organization) {
        return AuditEntry.of("tests.thing-done", organization, "thing", UUID.randomUUID());
    }

    private int count(Actor actor, UUID organization) {
        return transaction(actor, () -> visible(organization));
    }

    private int visible(UUID organization) {
        return jdbc.queryForObject(
                "select count(*) from audit.entries where organization_id = ?", Integer.class, organization);
    }

    private void as(Actor actor, Runnable act) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> act.run()));
    }

    private <T> T transaction(Actor actor, Supplier<T> act) {
        return Acting.as(actor, () -> transaction.execute(status -> act.get()));
    }
}
