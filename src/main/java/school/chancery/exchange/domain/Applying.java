package school.chancery.exchange.domain;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Audit;

/**
 * Puts a checked file into the register: all of it in one transaction, or nothing. The register may have changed since
 * the dry run, so it is asked once more in here; if it says something else, the dry run simply has a new result.
 */
@Component
class Applying {
    private final ImportStore imports;
    private final ImportKinds kinds;
    private final DryRun dryRun;
    private final RunLock lock;
    private final ImportAudit audit;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Applying(
            ImportStore imports,
            ImportKinds kinds,
            DryRun dryRun,
            RunLock lock,
            Audit audit,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.kinds = kinds;
        this.dryRun = dryRun;
        this.lock = lock;
        this.audit = new ImportAudit(audit, jdbc);
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void run(Import of) {
        transaction.executeWithoutResult(status -> {
            lock.take(of.id());
            lock.takeRegister(of.organizationId());
            var kind = kinds.require(of.kind());
            var run = dryRun.run(of, kind);
            var counts = run.check(0);
            if (counts.faults() > 0 || differs(of, counts)) {
                imports.fallBack(
                        of.id(), ImportState.APPLYING, ImportState.CHECKED, "exchange.import.register-changed");
                imports.checked(of.id(), of.rowsRead(), counts);
                return;
            }
            kind.apply(run);
            jdbc.update("delete from exchange.import_pieces where import_id = ?", of.id());
            imports.applied(of.id());
            audit.record("exchange.import-applied", of);
        });
    }

    // The person has confirmed these numbers and no others.
    private static boolean differs(Import of, Counts counts) {
        return counts.fresh() != of.rowsNew() || counts.same() != of.rowsSame() || counts.changed() != of.rowsChanged();
    }
}
