package school.chancery.exchange.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Audit;
import school.chancery.organization.Policies;

/** Takes an import back as long as nothing in the register stands on it. */
@Component
class Undoing {
    private static final Logger LOG = LoggerFactory.getLogger(Undoing.class);

    private final ImportStore imports;
    private final ImportKinds kinds;
    private final DryRun dryRun;
    private final RunLock lock;
    private final ImportAudit audit;
    private final Policies policies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Undoing(
            ImportStore imports,
            ImportKinds kinds,
            DryRun dryRun,
            RunLock lock,
            Audit audit,
            JdbcTemplate jdbc,
            Policies policies,
            Clock clock,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.kinds = kinds;
        this.dryRun = dryRun;
        this.lock = lock;
        this.audit = new ImportAudit(audit, jdbc);
        this.policies = policies;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether there is still time for it. */
    boolean isOpen(Import of) {
        if (of.state() != ImportState.APPLIED || of.emptiedAt() != null) return false;
        var until = Objects.requireNonNull(of.appliedAt()).plus(window(of));
        return clock.instant().isBefore(until);
    }

    private Duration window(Import of) {
        return Duration.ofDays(Long.parseLong(policies.value(of.organizationId(), ExchangePolicies.UNDO_DAYS)));
    }

    /** @return why not, a message key; empty = it is undone */
    Optional<String> run(Import of) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                lock.take(of.id());
                lock.takeRegister(of.organizationId());
                var obstacle = undone(of);
                if (obstacle.isPresent()) status.setRollbackOnly();
                return obstacle;
            }));
        } catch (DataIntegrityViolationException referred) {
            LOG.info("Import {} is not undone: {}", of.id(), referred.getClass().getSimpleName());
            return Optional.of("exchange.undo.referred");
        }
    }

    private Optional<String> undone(Import of) {
        if (!imports.undone(of.id())) return Optional.empty();
        var kind = kinds.require(of.kind());
        var run = dryRun.run(of, kind);
        var obstacle = kind.obstacle(run);
        if (obstacle.isPresent()) return obstacle;
        kind.undo(run);
        audit.record("exchange.import-undone", of);
        return Optional.empty();
    }
}
