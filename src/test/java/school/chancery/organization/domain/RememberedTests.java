package school.chancery.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.organization.Organization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Requisites;
import school.chancery.organization.domain.Remembered.Known;

/** What a transaction has read of organizations, and for how long it stands. */
class RememberedTests {
    private final Known school = new Known(
            new Organization(
                    UUID.randomUUID(),
                    "school-27",
                    OrganizationType.SCHOOL,
                    "School № 27",
                    "No. 27",
                    "Town",
                    null,
                    ZoneOffset.UTC),
            new Requisites(null, null, null, "Director"));
    private final AtomicInteger looks = new AtomicInteger();
    private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());

    @Test
    void readsTheSameOrganizationOnceInATransaction() {
        transaction.executeWithoutResult(status -> {
            assertThat(look(school.organization().id())).isEqualTo("school-27");
            assertThat(look("school-27")).isEqualTo("school-27");
        });
        assertThat(looks).hasValue(1);
    }

    @Test
    void readsItAnewInTheNextTransactionAndInOneInside() {
        transaction.executeWithoutResult(outer -> {
            look("school-27");
            transaction.executeWithoutResult(inner -> look("school-27"));
            look("school-27");
        });
        assertThat(looks).hasValue(2);
        transaction.executeWithoutResult(next -> look("school-27"));
        assertThat(looks).hasValue(3);
    }

    @Test
    void remembersNothingWithoutATransaction() {
        look("school-27");
        look("school-27");
        assertThat(looks).hasValue(2);
    }

    @Test
    void readsAnewWhatTheTransactionHasChanged() {
        transaction.executeWithoutResult(status -> {
            look("school-27");
            Remembered.here().forget();
            look("school-27");
        });
        assertThat(looks).hasValue(2);
    }

    private String look(Object key) {
        return Remembered.here()
                .find(key, () -> {
                    looks.incrementAndGet();
                    return List.of(school);
                })
                .orElseThrow()
                .organization()
                .code();
    }

    /** Begins and ends transactions of nothing. */
    private static final class NoDatabase extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // There is none.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // There is none.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // There is none.
        }
    }
}
