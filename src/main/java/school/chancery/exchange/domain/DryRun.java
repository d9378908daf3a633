package school.chancery.exchange.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.file.FileLimits;
import school.chancery.exchange.file.FileRow;
import school.chancery.exchange.file.Rows;
import school.chancery.exchange.file.UnreadableFileException;
import school.chancery.organization.Organizations;

/** Reads the file into staging and checks it against the register, in one transaction: the result is whole or not there. */
@Component
class DryRun {
    private static final int PROGRESS_EVERY = 5_000;

    private final ImportStore imports;
    private final ImportKinds kinds;
    private final Spool spool;
    private final FileLimits limits;
    private final Organizations organizations;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final RunLock lock;
    private final TransactionTemplate transaction;

    DryRun(
            ImportStore imports,
            ImportKinds kinds,
            Spool spool,
            FileLimits limits,
            Organizations organizations,
            JdbcTemplate jdbc,
            JdbcClient client,
            RunLock lock,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.kinds = kinds;
        this.spool = spool;
        this.limits = limits;
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.client = client;
        this.lock = lock;
        this.transaction = transaction;
    }

    void run(Import of) {
        transaction.executeWithoutResult(status -> {
            lock.take(of.id());
            checked(of);
        });
    }

    private void checked(Import of) {
        var kind = kinds.require(of.kind());
        var mapping = Objects.requireNonNull(of.mapping());
        var staging = new Staging(jdbc, of, kind, mapping, taken -> progress(of, taken));
        staging.empty();
        var path = fetched(of);
        try (var rows = of.at(path).open(limits)) {
            stage(rows, of, kind, mapping, staging);
            if (staging.taken() == 0)
                staging.take(new StagedRow.Fault(of.headingRow(), null, "exchange.file.no-rows", List.of()));
        } catch (UnreadableFileException broken) {
            staging.take(fault(of, staging, broken));
        } finally {
            Spool.delete(path);
        }
        staging.flush();
        var run = new SqlRun(client, of, kind, organizations.today(of.organizationId()));
        imports.checked(of.id(), staging.taken(), run.check(staging.faults()));
    }

    private void stage(Rows rows, Import of, ImportKind kind, List<Integer> mapping, Staging staging)
            throws UnreadableFileException {
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (row.number() > of.headingRow() && hasContent(row, mapping))
                staging.take(StagedRow.read(row, kind, mapping, limits));
            if (staging.taken() > limits.rows()) {
                staging.take(new StagedRow.Fault(
                        row.number(), null, "exchange.file.too-many-rows", List.of(String.valueOf(limits.rows()))));
                return;
            }
        }
    }

    // A total at the foot, a remark in a column nobody loads: not a row of the table.
    private static boolean hasContent(FileRow row, List<Integer> mapping) {
        return mapping.stream().anyMatch(position -> !row.cell(position).isEmpty());
    }

    private static StagedRow.Fault fault(Import of, Staging staging, UnreadableFileException broken) {
        var arguments = broken.arguments().stream().map(String::valueOf).toList();
        return new StagedRow.Fault(of.headingRow() + staging.taken() + 1, null, broken.messageKey(), arguments);
    }

    private Path fetched(Import of) {
        try {
            return spool.fetch(of.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void progress(Import of, int taken) {
        if (taken % PROGRESS_EVERY == 0) lock.apart(() -> imports.progress(of.id(), taken));
    }

    /** What the register says now to the rows as they are staged; in the caller's transaction. */
    Counts again(Import of) {
        return run(of, kinds.require(of.kind())).check(0);
    }

    SqlRun run(Import of, @Nullable ImportKind kind) {
        return new SqlRun(client, of, Objects.requireNonNull(kind), organizations.today(of.organizationId()));
    }
}
