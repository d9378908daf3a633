package school.chancery.identity.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.audit.AuditTrail;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;

/**
 * Reading the record of acts, by what each reader may see of it: who heads an organization sees its record with the
 * persons who acted; a system administrator sees acts and ids of the whole district and outside any organization, but
 * no names, no details, and nothing of what was read. Reading the record is recorded too.
 */
@Service
public class AuditReading {
    private static final int NAMES = 500;

    private final AuditTrail trail;
    private final Audit audit;
    private final Accounts accounts;
    private final Organizations organizations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditReading(
            AuditTrail trail,
            Audit audit,
            Accounts accounts,
            Organizations organizations,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.trail = trail;
        this.audit = audit;
        this.accounts = accounts;
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What is looked for; days by the organization's clock.
     *
     * @param actor part of a person's name; nobody else's for a reader who sees no names
     * @param subject id of a thing that was touched
     */
    public record Filter(
            LocalDate from,
            LocalDate until,
            @Nullable String module,
            @Nullable String actor,
            @Nullable UUID subject) {}

    /**
     * @param actor a name, or the beginning of an id; null when the product acted
     * @param organization short name, for a reader of several
     * @param details empty for a reader who sees none
     */
    public record Line(
            Instant at,
            @Nullable String actor,
            @Nullable String organization,
            String action,
            String subjectKind,
            List<UUID> affected,
            int count,
            Map<String, String> details) {}

    public record Found(List<Line> lines, long total) {}

    /** @return a page that exists; the total says how many there are */
    public Found find(SignedIn reader, Filter filter, int number) {
        return find(reader, filter, number, false);
    }

    /** @param schools what was done in the schools of the district instead, for its head: without persons */
    public Found find(SignedIn reader, Filter filter, int number, boolean schools) {
        var own = organizations.require(reader.organizationId());
        var ofSchools = schools && seesSchools(reader);
        var persons = seesPersons(reader) && !ofSchools;
        var sight = persons ? Map.of(own.id(), own.shortName()) : district(own);
        if (ofSchools) sight.remove(own.id());
        var search = search(persons, own, sight.keySet(), ofSchools, filter);
        var total = trail.count(search);
        var rows = trail.page(search, number);
        transaction.executeWithoutResult(status -> audit.record(
                new AuditEntry("identity.audit-read", own.id(), "audit", List.of(), Map.of("found", "" + total))));
        return new Found(persons ? named(rows) : nameless(rows, sight), total);
    }

    /** The head of a district sees that something was done in its schools, and by nobody by name. */
    public static boolean seesSchools(SignedIn reader) {
        return reader.has(Role.DISTRICT_HEAD);
    }

    /** A reader with a domain role sees persons; a system administrator has none. */
    public static boolean seesPersons(SignedIn reader) {
        return reader.roles().stream().anyMatch(role -> role != Role.SYSTEM_ADMINISTRATOR);
    }

    private Map<UUID, String> district(Organization office) {
        var names = organizations.schoolsOf(office.id()).stream()
                .collect(Collectors.toMap(Organization::id, Organization::shortName, (a, b) -> a, HashMap::new));
        names.put(office.id(), office.shortName());
        return names;
    }

    private AuditTrail.Search search(
            boolean persons, Organization own, Set<UUID> organizationIds, boolean ofSchools, Filter filter) {
        return new AuditTrail.Search(
                organizationIds,
                !persons && !ofSchools,
                filter.from().atStartOfDay(own.zone()).toInstant(),
                filter.until().plusDays(1).atStartOfDay(own.zone()).toInstant(),
                filter.module(),
                filter.actor() == null || !persons ? null : called(filter.actor()),
                filter.subject(),
                persons);
    }

    private List<UUID> called(String name) {
        return jdbc.sql("select id from identity.accounts where display_name ilike :name order by id limit :limit")
                .param("name", "%" + name.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", NAMES)
                .query(UUID.class)
                .list();
    }

    private List<Line> named(List<AuditTrail.Row> rows) {
        var actors = accounts.findAll(rows.stream()
                .map(AuditTrail.Row::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> line(row, name(row.accountId(), actors), null, row.details()))
                .toList();
    }

    private static @Nullable String name(@Nullable UUID account, Map<UUID, Account> known) {
        if (account == null) return null;
        var found = known.get(account);
        return found == null ? account.toString() : found.displayName();
    }

    private static List<Line> nameless(List<AuditTrail.Row> rows, Map<UUID, String> organizations) {
        return rows.stream()
                .map(row -> line(
                        row,
                        row.accountId() == null
                                ? null
                                : row.accountId().toString().substring(0, 8),
                        row.organizationId() == null ? null : organizations.get(row.organizationId()),
                        Map.of()))
                .toList();
    }

    private static Line line(
            AuditTrail.Row row, @Nullable String actor, @Nullable String organization, Map<String, String> details) {
        return new Line(
                row.at(), actor, organization, row.action(), row.subjectKind(), row.affected(), row.count(), details);
    }
}
