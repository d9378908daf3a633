package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.TestDatabase;

/** Whether the harness ends a step at each of its calls, and notices what must not be. */
class SoftCrashesTests {
    private static JdbcTemplate owner;
    private static JdbcTemplate product;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void build() {
        var database = TestDatabase.fresh();
        owner = new JdbcTemplate(database.owner());
        owner.execute("create schema stage");
        owner.execute("create table stage.pairs (half text unique)");
        owner.execute("create table stage.others (half text unique)");
        var breakable = SoftCrash.breakable(database.owner());
        product = new JdbcTemplate(breakable);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(breakable));
    }

    @BeforeEach
    void empty() {
        owner.execute("truncate stage.pairs, stage.others");
    }

    @Test
    void endsATransactionAtEachCallBeforeItsCommitAndAfterIt() {
        var crashes = new SoftCrashes(owner, SoftCrashesTests::check);
        crashes.during(
                "pair", () -> transaction.executeWithoutResult(status -> pair("pairs")), () -> count("pairs") == 2);
        assertThat(crashes.count()).isEqualTo(4);
    }

    @Test
    void endsWhatFollowsACommitAtEachCallToo() {
        var crashes = new SoftCrashes(owner, SoftCrashesTests::check);
        crashes.during(
                "two pairs",
                () -> {
                    if (count("pairs") == 0) transaction.executeWithoutResult(status -> pair("pairs"));
                    transaction.executeWithoutResult(status -> pair("others"));
                },
                () -> count("others") == 2);
        assertThat(crashes.count()).isEqualTo(8);
    }

    @Test
    void findsWhatIsLeftHalfDone() {
        var crashes = new SoftCrashes(owner, SoftCrashesTests::check);
        assertThatThrownBy(() -> crashes.during("halves", () -> pair("pairs"), () -> count("pairs") == 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in halves");
    }

    @Test
    void findsWhatIsKeptTooEarly() {
        var crashes = new SoftCrashes(owner, SoftCrashesTests::check).committingAfter("+stage.pairs");
        assertThatThrownBy(() -> crashes.during(
                        "pair",
                        () -> transaction.executeWithoutResult(status -> pair("pairs")),
                        () -> count("pairs") == 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in pair");
    }

    @Test
    void passesOnAFailureOfTheStepItself() {
        var crashes = new SoftCrashes(owner, SoftCrashesTests::check);
        assertThatThrownBy(() -> crashes.during(
                        "broken",
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        () -> false))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void pair(String table) {
        product.update("insert into stage." + table + " values ('left')");
        product.update("insert into stage." + table + " values ('right')");
    }

    private static void check() {
        assertThat(count("pairs")).as("halves").isIn(0, 2);
        assertThat(count("others")).as("other halves").isIn(0, 2);
    }

    private static int count(String table) {
        return owner.queryForObject("select count(*) from stage." + table, Integer.class);
    }
}
