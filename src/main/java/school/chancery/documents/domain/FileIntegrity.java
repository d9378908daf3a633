package school.chancery.documents.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Hashes every kept file anew each night and tells the audit what it found, organization by organization. */
@Component
class FileIntegrity {
    private static final Logger log = LoggerFactory.getLogger(FileIntegrity.class);
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileIntegrity(JdbcClient jdbc, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param checked how many files, {@code damaged} which of them no longer have their hash */
    record Result(int checked, List<UUID> damaged) {}

    private record File(UUID id, UUID organizationId, boolean whole) {}

    /** On every node each night; the one that writes the day first does the work. */
    @Scheduled(cron = "${chancery.documents.integrity-cron:0 40 2 * * *}")
    void checkTonight() {
        var mine = Acting.as(
                Actor.PRODUCT,
                () -> transaction.execute(status -> jdbc.sql(
                                "insert into documents.integrity_checks (day) values (?) on conflict do nothing")
                        .param(LocalDate.now(clock))
                        .update()));
        if (mine == 1) check();
    }

    Result check() {
        return Acting.as(Actor.PRODUCT, this::checkAll);
    }

    private Result checkAll() {
        var checked = 0;
        var damaged = new ArrayList<File>();
        var perOrganization = new TreeMap<UUID, Integer>();
        var last = new UUID(0, 0);
        for (var chunk = chunk(last); !chunk.isEmpty(); chunk = chunk(last)) {
            for (var file : chunk) perOrganization.merge(file.organizationId(), 1, Integer::sum);
            chunk.stream().filter(file -> !file.whole()).forEach(damaged::add);
            checked += chunk.size();
            last = chunk.get(chunk.size() - 1).id();
        }
        report(perOrganization, damaged.stream().collect(Collectors.groupingBy(File::organizationId)));
        return new Result(checked, damaged.stream().map(File::id).toList());
    }

    // Hashed where they lie: the bytes need not travel, and a chunk holds no snapshot for long.
    private List<File> chunk(UUID after) {
        return transaction.execute(status -> jdbc.sql("""
                        select id, organization_id, size = octet_length(bytes) and sha256 = encode(sha256(bytes), 'hex') as whole
                        from documents.files where id > ? order by id limit ?""")
                .param(after)
                .param(CHUNK)
                .query((row, number) ->
                        new File(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
                .list());
    }

    private void report(Map<UUID, Integer> checked, Map<UUID, List<File>> damaged) {
        transaction.executeWithoutResult(status -> checked.forEach((organization, count) -> {
            var found = damaged.getOrDefault(organization, List.of()).stream()
                    .map(File::id)
                    .toList();
            audit.record(new AuditEntry(
                    found.isEmpty() ? "documents.files-found-whole" : "documents.files-found-damaged",
                    organization,
                    "file",
                    found,
                    Map.of("checked", count.toString())));
        }));
        damaged.values().forEach(files -> log.error("files without their recorded hash: {}", files));
    }
}
