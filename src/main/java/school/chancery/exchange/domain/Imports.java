package school.chancery.exchange.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.documents.FileName;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.file.FileLimits;
import school.chancery.exchange.file.TableFile;
import school.chancery.exchange.file.UnreadableFileException;

/** The steps of an import as a person takes them. Each may come twice or late: then it has happened already. */
@Service
public class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final ImportStore store;
    private final Mappings mappings;
    private final Spool spool;
    private final DryRun dryRun;
    private final Applying applying;
    private final Undoing undoing;
    private final Retention retention;
    private final Recovery recovery;
    private final ImportWorkers workers;
    private final FileLimits limits;
    private final TransactionTemplate transaction;

    Imports(
            ImportStore store,
            Mappings mappings,
            Spool spool,
            DryRun dryRun,
            Applying applying,
            Undoing undoing,
            Retention retention,
            Recovery recovery,
            ImportWorkers workers,
            FileLimits limits,
            TransactionTemplate transaction) {
        this.store = store;
        this.mappings = mappings;
        this.spool = spool;
        this.dryRun = dryRun;
        this.applying = applying;
        this.undoing = undoing;
        this.retention = retention;
        this.recovery = recovery;
        this.workers = workers;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** The answer to a step: done (or done before), or why not. */
    public sealed interface Answer {}

    public record Done(UUID importId) implements Answer {}

    /** @param messageKey with its arguments, for the person */
    public record Refused(String messageKey, List<Object> arguments) implements Answer {
        static Refused because(String messageKey) {
            return new Refused(messageKey, List.of());
        }
    }

    /** What somebody sends: an id made with the form, so that sending it twice is one import. */
    public record Sent(
            UUID id, UUID organizationId, @Nullable String name, InputStream content) {}

    public Answer upload(ImportKind kind, Sent sent) {
        var path = Spool.temporary();
        try {
            Spool.copy(sent.content(), path, limits.size().toBytes());
            return received(kind, sent, path);
        } catch (UnreadableFileException refused) {
            return new Refused(refused.messageKey(), refused.arguments());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Spool.delete(path);
        }
    }

    private Answer received(ImportKind kind, Sent sent, Path path) throws IOException, UnreadableFileException {
        var table = TableFile.recognize(path, limits);
        var known = transaction.execute(status -> mappings.known(sent.organizationId(), kind));
        HeadingSearch.Found heading;
        try (var rows = table.open(limits)) {
            heading = HeadingSearch.in(rows, Objects.requireNonNull(known));
        }
        if (heading == null) return Refused.because("exchange.file.no-headings");
        var file = new ReceivedFile(FileName.clean(sent.name()), path.toFile().length(), Spool.sha256(path), table);
        return stored(kind, sent, file, heading);
    }

    private Answer stored(ImportKind kind, Sent sent, ReceivedFile file, HeadingSearch.Found heading) {
        recovery.sweep();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var open = store.open(sent.organizationId(), kind.code())
                        .filter(other -> !other.id().equals(sent.id()));
                if (open.isPresent() && !replaced(open.get())) return Refused.because("exchange.import.one-is-running");
                if (store.insert(sent.id(), sent.organizationId(), kind.code(), file, heading))
                    store(sent, file.table().path());
                return new Done(sent.id());
            }));
        } catch (DuplicateKeyException two) {
            return Refused.because("exchange.import.one-is-running");
        }
    }

    // Whoever sends another file means that one.
    private boolean replaced(Import open) {
        if (!store.withdraw(open.id())) return false;
        retention.empty(open.id());
        return true;
    }

    private void store(Sent sent, Path path) {
        try {
            spool.store(sent.id(), sent.organizationId(), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Import> find(UUID id, UUID organizationId) {
        recovery.sweep();
        return Objects.requireNonNull(transaction.execute(status -> store.find(id, organizationId)));
    }

    public Page<Import> page(UUID organizationId, List<ImportKind> kinds, Pageable page) {
        recovery.sweep();
        var codes = kinds.stream().map(ImportKind::code).toList();
        return Objects.requireNonNull(transaction.execute(status -> store.page(organizationId, codes, page)));
    }

    /** Settles the columns and begins the dry run. */
    public Answer check(Import of, ImportKind kind, List<Integer> mapping) {
        if (!of.state().maySetMapping()) return new Done(of.id());
        if (!workers.isFree()) return Refused.because("exchange.import.busy");
        var begun = Boolean.TRUE.equals(transaction.execute(status -> {
            store.setMapping(of.id(), mapping);
            if (!store.begin(of.id(), of.state(), ImportState.CHECKING)) {
                status.setRollbackOnly();
                return false;
            }
            mappings.remember(of, kind, mapping);
            return true;
        }));
        if (begun) work(of, ImportState.CHECKING, dryRun::run, "exchange.import.check-failed");
        return new Done(of.id());
    }

    /** Puts what the dry run showed into the register. */
    public Answer apply(Import of) {
        if (of.state() != ImportState.CHECKED) return new Done(of.id());
        if (!of.isClean()) return Refused.because("exchange.import.not-clean");
        if (!workers.isFree()) return Refused.because("exchange.import.busy");
        var begun = Boolean.TRUE.equals(
                transaction.execute(status -> store.begin(of.id(), ImportState.CHECKED, ImportState.APPLYING)));
        if (begun) work(of, ImportState.APPLYING, applying::run, "exchange.import.apply-failed");
        return new Done(of.id());
    }

    private interface Work {
        void on(Import of);
    }

    private void work(Import of, ImportState working, Work work, String failure) {
        var started = workers.start(() -> {
            try {
                work.on(Objects.requireNonNull(transaction.execute(
                        status -> store.find(of.id(), of.organizationId()).orElseThrow())));
            } catch (RuntimeException failed) {
                // With ids only: the database quotes names in its messages.
                LOG.error(
                        "Import {} came to nothing: {}",
                        of.id(),
                        failed.getClass().getName());
                back(of, working, failure);
            }
        });
        if (!started) back(of, working, "exchange.import.busy");
    }

    private void back(Import of, ImportState working, String failure) {
        var to = working == ImportState.CHECKING ? ImportState.INTERRUPTED : ImportState.CHECKED;
        transaction.executeWithoutResult(status -> store.fallBack(of.id(), working, to, failure));
    }

    public Answer undo(Import of) {
        if (of.state() == ImportState.UNDONE) return new Done(of.id());
        if (!undoing.isOpen(of)) return Refused.because("exchange.undo.too-late");
        return undoing.run(of).<Answer>map(Refused::because).orElseGet(() -> new Done(of.id()));
    }

    public boolean mayUndo(Import of) {
        return undoing.isOpen(of);
    }

    public Answer withdraw(Import of) {
        transaction.executeWithoutResult(status -> {
            if (store.withdraw(of.id())) retention.empty(of.id());
        });
        return new Done(of.id());
    }
}
