package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes through a story step by step. Each step is tried again and again, ended at another of its calls to the database
 * each time, until it comes through; after each ending the invariants must hold. The tests's context must
 * {@code @Import} {@link SoftCrash}.
 */
public final class SoftCrashes {
    private static final int MOST_TRIES = 5_000;

    private final JdbcTemplate owner;
    private final Runnable invariants;
    private final @Nullable String careless;
    private int count;

    /** @param owner reaches the database beside the product */
    public SoftCrashes(JdbcTemplate owner, Runnable invariants) {
        this(owner, invariants, null);
    }

    private SoftCrashes(JdbcTemplate owner, Runnable invariants, @Nullable String careless) {
        this.owner = owner;
        this.invariants = invariants;
        this.careless = careless;
    }

    /**
     * The same for a product that is broken: it commits as soon as it has written to a table.
     *
     * @param table as {@link Writes} name it: {@code +students.movements} for an insert
     */
    public SoftCrashes committingAfter(String table) {
        return new SoftCrashes(owner, invariants, table);
    }

    /** @param done whether nothing is left to do, whatever the last try got to know of it */
    public void during(String step, Runnable act, BooleanSupplier done) {
        assertThat(done.getAsBoolean()).as("%s is done before it began", step).isFalse();
        var endings = new Endings(careless);
        for (var tries = 1; !done.getAsBoolean(); tries++) {
            assertThat(tries).as("tries of %s", step).isLessThan(MOST_TRIES);
            if (SoftCrash.ends(endings, act)) after(step);
            else assertThat(done.getAsBoolean()).as("%s came through", step).isTrue();
        }
        invariants.run();
    }

    /** How many tries were ended. */
    public int count() {
        return count;
    }

    private void after(String step) {
        count++;
        // Each ending is the only one of its life: a job that crashes again and again is given up, as it should be.
        owner.update("delete from workflow.job_attempts");
        try {
            invariants.run();
        } catch (AssertionError broken) {
            throw new AssertionError("after " + count + " endings, in " + step + ": " + broken.getMessage(), broken);
        }
    }
}
