package school.chancery.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;

/** Brings the district into an empty database, once and whole, before anybody can sign in. */
@Component
@Profile("demo")
class DemoData implements SmartInitializingSingleton {
    private static final String LOADED = "demo.district-loaded";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Organizations organizations;
    private final SchoolLoader schools;
    private final RegisterLoader register;
    private final AccountLoader accounts;
    private final Audit audit;

    DemoData(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Organizations organizations,
            SchoolLoader schools,
            RegisterLoader register,
            AccountLoader accounts,
            Audit audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organizations = organizations;
        this.schools = schools;
        this.register = register;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Acting.as(Actor.PRODUCT, () -> transaction.executeWithoutResult(status -> bring()));
    }

    private void bring() {
        // Of two nodes that start together one loads, the other finds it done.
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('demo'))::text");
        if (!isLoaded()) load();
        accounts.renewPassword();
    }

    // The audit tells that it was done: no table of ours has to be there in a real installation.
    private boolean isLoaded() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from audit.entries where action = ?)", Boolean.class, LOADED));
    }

    private void load() {
        requireNobodysDatabase();
        var entries = Rows.of("organizations.csv", DemoOrganization::read);
        var ids = registered(entries);
        var office = ids.get(entries.get(0).code());
        var today = organizations.today(office);
        var district = DemoDistrict.on(today);
        schools.load(district, ids);
        register.load(district, ids);
        accounts.load(new DemoAccounts(district.employees()).all(), ids, today);
        audit.record(new AuditEntry(LOADED, office, "organization", List.copyOf(ids.values()), Map.of())
                .with("version", String.valueOf(DemoDistrict.VERSION)));
    }

    private Map<String, UUID> registered(List<DemoOrganization> entries) {
        return entries.stream()
                .collect(Collectors.toMap(DemoOrganization::code, entry -> organizations.register(entry.entry())));
    }

    // Accounts whose password is printed must not come to be beside a real district.
    private void requireNobodysDatabase() {
        var foreign =
                jdbc.queryForList("select code from organization.organizations order by code limit 5", String.class);
        if (!foreign.isEmpty())
            throw new IllegalStateException("the demo does not load beside other organizations: " + foreign
                    + "; start without the profile demo or with another database or --chancery.home");
    }
}
