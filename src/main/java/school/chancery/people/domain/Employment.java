package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.identity.Accounts;
import school.chancery.identity.Ground;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.people.Persons;

/** What a registered order of hiring causes: the person, the employee, the account, the roles of the post. */
@Component
class Employment {
    private final JdbcClient jdbc;
    private final Persons persons;
    private final StaffAccounts staffAccounts;
    private final Accounts accounts;
    private final Roles roles;
    private final Orders orders;

    Employment(
            JdbcClient jdbc,
            Persons persons,
            StaffAccounts staffAccounts,
            Accounts accounts,
            Roles roles,
            Orders orders) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.staffAccounts = staffAccounts;
        this.accounts = accounts;
        this.roles = roles;
        this.orders = orders;
    }

    record Entered(UUID staffId, boolean accountOpened) {}

    Entered enter(HiringView hiring, UUID orderId) {
        var candidate = hiring.requireCandidate();
        persons.enter(candidate.toPerson());
        var staffId = insert(hiring, orderId);
        var opened = staffAccounts.open(candidate);
        grant(hiring, orderId);
        return new Entered(staffId, opened);
    }

    boolean awaitsPassword(UUID personId) {
        return accounts.ofPerson(personId)
                .map(account -> accounts.awaitsPassword(account.id()))
                .orElse(false);
    }

    private UUID insert(HiringView hiring, UUID orderId) {
        var id = UUID.randomUUID();
        var post = hiring.post();
        jdbc.sql("""
                        insert into people.staff (id, organization_id, person_id, position, category, education,
                            management_experience, hired_on, hired_order_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        hiring.organizationId(),
                        hiring.personId(),
                        post.position(),
                        post.category().name(),
                        post.education().name(),
                        post.managementExperience(),
                        hiring.firstDay(),
                        orderId)
                .update();
        jdbc.sql("insert into people.teaching_subjects (staff_id, organization_id, subject)"
                        + " select ?, ?, subject from unnest(?) as taught (subject)")
                .params(id, hiring.organizationId(), post.subjects().toArray(String[]::new))
                .update();
        return id;
    }

    private void grant(HiringView hiring, UUID orderId) {
        var account = accounts.ofPerson(hiring.personId()).orElseThrow().id();
        var from = from(hiring, orderId);
        var ground = new Ground(Ground.Kind.ORDER, orderId, orders.reference(orderId));
        for (var role : hiring.post().roles()) {
            // Who has the role by another post keeps it by that ground.
            if (roles.has(account, hiring.organizationId(), role, from)) continue;
            roles.grant(new RoleGrant(account, hiring.organizationId(), role, from, null, ground, null));
        }
    }

    // An order signed late gives rights from now on, not for days already lived through.
    private LocalDate from(HiringView hiring, UUID orderId) {
        var registered = orders.find(orderId)
                .map(OrderSummary::registeredOn)
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not registered"));
        return registered.isAfter(hiring.firstDay()) ? registered : hiring.firstDay();
    }
}
