package school.chancery.identity;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.Organization;

/** People with accounts and roles for a test, and requests in their name. */
public final class TestPeople {
    public static final String PASSWORD = "корабль плывёт на север";
    public static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Accounts accounts;
    private final Roles roles;

    public TestPeople(Accounts accounts, Roles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    /** An account that may sign in with {@link #PASSWORD}. */
    public TestPerson person() {
        var login = "person-" + UUID.randomUUID().toString().substring(0, 13);
        var name = "Сотрудник " + COUNTER.incrementAndGet();
        var account = new NewAccount(login, name, login + "@example.org", null, PASSWORD, false, false);
        return new TestPerson(Acting.as(Actor.PRODUCT, () -> accounts.open(account)), login, name);
    }

    public TestPerson person(Organization organization, Role... held) {
        var person = person();
        for (var role : held) grant(person, organization, role);
        return person;
    }

    public UUID grant(TestPerson person, Organization organization, Role role) {
        return grant(new RoleGrant(
                person.id(),
                organization.id(),
                role,
                ALWAYS,
                null,
                new Ground(Ground.Kind.FIRST_LOADING, null, "первичная загрузка"),
                null));
    }

    public UUID grant(RoleGrant grant) {
        return Acting.as(Actor.PRODUCT, () -> roles.grant(grant));
    }

    /** From the next request on the person has the role no more. */
    public void end(TestPerson person, Organization organization, Role role, LocalDate today) {
        var ground = new Ground(Ground.Kind.FIRST_LOADING, null, "проверка");
        Acting.as(Actor.PRODUCT, () -> roles.end(person.id(), organization.id(), role, today.minusDays(1), ground));
    }

    public record TestPerson(UUID id, String login, String name) {
        /** A MockMvc request of this person acting for the organization, with the rights the database gives them now. */
        public RequestPostProcessor in(Organization organization) {
            var token = new TestingAuthenticationToken(new Stored(id, organization.id(), organization.code()), "");
            token.setAuthenticated(true);
            return SecurityMockMvcRequestPostProcessors.authentication(token);
        }

        public Actor actor(Organization organization) {
            return Actor.person(id, organization.id(), Set.of(organization.id()));
        }
    }

    private record Stored(UUID accountId, UUID organizationId, String organizationCode) implements SignedIn {
        private static final long serialVersionUID = 1L;

        @Override
        public String displayName() {
            return "";
        }

        @Override
        public Set<Role> roles() {
            return Set.of();
        }
    }
}
