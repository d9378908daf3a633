package school.chancery.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.identity.domain.RoleEndings;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

@ChanceryTest
@RecordApplicationEvents
class RolesIntegrationTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Ground ORDER =
            new Ground(Ground.Kind.ORDER, UUID.randomUUID(), "приказ № 01-05-034 от 09.01.2026");

    @Autowired
    private Roles roles;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organizations organizations;

    @Autowired
    private RoleEndings endings;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEvents events;

    private TestPeople people;
    private Organization school;
    private Organization other;
    private TestPerson person;

    @BeforeEach
    void prepare() {
        clock.set(Instant.parse("2026-11-20T08:00:00Z"));
        people = new TestPeople(accounts, roles);
        var made = new TestOrganizations(organizations);
        var office = made.office();
        school = made.school(office);
        other = made.school(office);
        person = people.person();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aRoleHoldsFromItsFirstToItsLastDay() {
        people.grant(grant(person, Role.SECRETARY, TODAY, TODAY.plusDays(2), null));

        assertThat(has(TODAY.minusDays(1))).isFalse();
        assertThat(has(TODAY)).isTrue();
        assertThat(has(TODAY.plusDays(2))).isTrue();
        assertThat(has(TODAY.plusDays(3))).isFalse();
        assertThat(roles.has(person.id(), other.id(), Role.SECRETARY, TODAY)).isFalse();
    }

    @Test
    void theSameGrantAgainChangesNothing() {
        var grant = grant(person, Role.SECRETARY, TODAY, null, null);
        assertThat(people.grant(grant)).isEqualTo(people.grant(grant));
        assertThat(auditedActions()).containsOnlyOnce("identity.role-granted");
    }

    @Test
    void aRoleDoesNotOverlapItself() {
        people.grant(grant(person, Role.SECRETARY, TODAY, null, null));
        assertThatThrownBy(() -> people.grant(grant(person, Role.SECRETARY, TODAY.plusDays(5), null, null)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("uq_role_assignments_period");
    }

    @Test
    void aSchoolHasOneDirectorAtATime() {
        people.grant(grant(person, Role.DIRECTOR, TODAY, null, null));
        var second = people.person();
        assertThatThrownBy(() -> people.grant(grant(second, Role.DIRECTOR, TODAY, null, null)))
                .hasMessageContaining("uq_role_assignments_head");
    }

    @Test
    void aRoleOfTheOtherKindOfOrganizationIsRefused() {
        assertThatThrownBy(() -> people.grant(grant(person, Role.DISTRICT_HEAD, TODAY, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSubstituteHasTheRoleForTheDatesAndSaysForWhom() {
        people.grant(grant(person, Role.DIRECTOR, TODAY.minusYears(1), null, null));
        var deputy = people.person(school, Role.DEPUTY);
        people.grant(grant(deputy, Role.DIRECTOR, TODAY, TODAY.plusDays(7), person.id()));

        assertThat(roles.holders(school.id(), Role.DIRECTOR, TODAY)).containsExactly(person.id(), deputy.id());
        assertThat(roles.holders(school.id(), Role.DIRECTOR, TODAY.plusDays(8))).containsExactly(person.id());
        assertThat(roles.substitution(deputy.id(), school.id(), Role.DIRECTOR, TODAY))
                .hasValueSatisfying(found -> {
                    assertThat(found.substitutedAccountId()).isEqualTo(person.id());
                    assertThat(found.substitutedName()).isEqualTo(person.name());
                    assertThat(found.ground()).isEqualTo(ORDER);
                });
        assertThat(roles.substitution(person.id(), school.id(), Role.DIRECTOR, TODAY))
                .isEmpty();
        assertThat(roles.substitution(deputy.id(), school.id(), Role.DEPUTY, TODAY))
                .isEmpty();
    }

    @Test
    void nobodyIsSubstitutedForEverOrInARoleTheyDoNotHave() {
        var deputy = people.person();
        assertThatThrownBy(() -> people.grant(grant(deputy, Role.DIRECTOR, TODAY, TODAY, person.id())))
                .isInstanceOf(IllegalArgumentException.class);
        people.grant(grant(person, Role.DIRECTOR, TODAY, null, null));
        assertThatThrownBy(() -> people.grant(grant(deputy, Role.DIRECTOR, TODAY, null, person.id())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoleEndedInThePastIsToldAtOnce() {
        people.grant(grant(person, Role.SECRETARY, TODAY.minusDays(9), null, null));
        people.end(person, school, Role.SECRETARY, TODAY);

        assertThat(has(TODAY)).isFalse();
        assertThat(ended()).containsExactly(new RoleEnded(person.id(), school.id(), Role.SECRETARY));
        people.end(person, school, Role.SECRETARY, TODAY);
        assertThat(ended()).hasSize(1);
    }

    @Test
    void aRoleThatEndsTodayIsToldTomorrowOnce() {
        people.grant(grant(person, Role.SECRETARY, TODAY.minusDays(9), null, null));
        people.end(person, school, Role.SECRETARY, TODAY.plusDays(1));
        due();
        assertThat(has(TODAY)).isTrue();
        assertThat(ended()).isEmpty();

        // 21 November has begun in Samara, not yet at the server's clock.
        clock.set(Instant.parse("2026-11-20T20:30:00Z"));
        due();
        due();
        assertThat(ended()).hasSize(1);
    }

    @Test
    void aRoleTakenBackBeforeItBeganNeverHeld() {
        people.grant(grant(person, Role.SECRETARY, TODAY.plusDays(5), null, null));
        people.end(person, school, Role.SECRETARY, TODAY);
        assertThat(has(TODAY.plusDays(5))).isFalse();
        assertThat(has(TODAY.plusDays(4))).isFalse();
    }

    @Test
    void aRoleKeptByAnotherGroundIsNotToldAsEnded() {
        people.grant(grant(person, Role.SECRETARY, TODAY.minusDays(9), TODAY.minusDays(1), null));
        people.grant(grant(person, Role.SECRETARY, TODAY, null, null));
        due();
        assertThat(ended()).isEmpty();
    }

    @Test
    void rowsOfAnotherSchoolAreInvisibleToPlainSql() {
        people.grant(grant(person, Role.SECRETARY, TODAY, null, null));
        var stranger = people.person(other, Role.DIRECTOR);

        assertThat(rows(person.actor(school))).isEqualTo(1);
        assertThat(rows(stranger.actor(other))).isZero();
        assertThat(rows(Actor.NOBODY)).isZero();
        assertThat(rows(Actor.PRODUCT)).isEqualTo(1);
    }

    @Test
    void aRoleCannotBeGivenInAnotherSchoolByPlainSql() {
        var stranger = people.person(other, Role.DIRECTOR);
        assertThatThrownBy(() ->
                        as(stranger.actor(other), () -> roles.grant(grant(person, Role.SECRETARY, TODAY, null, null))))
                .hasStackTraceContaining("row-level security");
        assertThat(this.<Integer>as(
                        stranger.actor(other),
                        () -> jdbc.update(
                                "update identity.role_assignments set valid_to = ? where organization_id = ?",
                                TODAY,
                                school.id())))
                .isZero();
    }

    @Test
    void theEngineSeesGroupsAndTenantsOfToday() {
        var deputy = people.person(school, Role.DEPUTY);
        assertThat(jdbc.queryForList(
                        "select group_id from identity.v_membership where user_id = ?",
                        String.class,
                        deputy.id().toString()))
                .containsExactly(school.code() + ".deputy");
        assertThat(jdbc.queryForList(
                        "select code from identity.v_tenant_member where account_id = ?", String.class, deputy.id()))
                .containsExactly(school.code());
        assertThat(jdbc.queryForList(
                        "select group_id from identity.v_group where organization_id = ?", String.class, school.id()))
                .contains(school.code() + ".director")
                .doesNotContain(school.code() + ".district-head");
        people.end(deputy, school, Role.DEPUTY, TODAY.minusYears(1));
        assertThat(jdbc.queryForList(
                        "select group_id from identity.v_membership where account_id = ?", String.class, deputy.id()))
                .isEmpty();
    }

    @Test
    void aClosedAccountHasNoRole() {
        people.grant(grant(person, Role.SECRETARY, TODAY, null, null));
        accounts.close(person.id());
        assertThat(has(TODAY)).isFalse();
        assertThat(roles.holders(school.id(), Role.SECRETARY, TODAY)).isEmpty();
    }

    @Test
    void checksAFreshPasswordAndSlowsDownGuessing() {
        assertThat(accounts.checkPassword(person.id(), TestPeople.PASSWORD)).isEqualTo(Accounts.PasswordAnswer.RIGHT);
        for (var i = 0; i < 5; i++)
            assertThat(accounts.checkPassword(person.id(), "не тот")).isEqualTo(Accounts.PasswordAnswer.WRONG);
        assertThat(accounts.checkPassword(person.id(), TestPeople.PASSWORD))
                .isEqualTo(Accounts.PasswordAnswer.THROTTLED);
    }

    @Test
    void findsAccountsByPersonAllAtOnce() {
        var personId = UUID.randomUUID();
        var id = Acting.as(
                Actor.PRODUCT,
                () -> accounts.open(new NewAccount(
                        "p-" + personId.toString().substring(0, 8),
                        "Иванова А. П.",
                        null,
                        personId,
                        TestPeople.PASSWORD,
                        false,
                        false)));
        assertThat(accounts.ofPerson(personId)).map(Account::id).contains(id);
        assertThat(accounts.ofPersons(List.of(personId, UUID.randomUUID()))).containsOnlyKeys(personId);
        assertThat(accounts.findAll(List.of(id, UUID.randomUUID()))).containsOnlyKeys(id);
    }

    private RoleGrant grant(TestPerson to, Role role, LocalDate from, LocalDate until, UUID substitutes) {
        return new RoleGrant(to.id(), school.id(), role, from, until, ORDER, substitutes);
    }

    private boolean has(LocalDate on) {
        return roles.has(person.id(), school.id(), Role.SECRETARY, on);
    }

    private void due() {
        endings.announceDue();
    }

    private List<RoleEnded> ended() {
        return events.stream(RoleEnded.class)
                .filter(event -> event.accountId().equals(person.id()))
                .toList();
    }

    private int rows(Actor actor) {
        return as(
                actor,
                () -> jdbc.queryForObject(
                        "select count(*) from identity.role_assignments where organization_id = ? and account_id = ?",
                        Integer.class,
                        school.id(),
                        person.id()));
    }

    private <T> T as(Actor actor, Supplier<T> act) {
        return Acting.as(actor, () -> transaction.execute(status -> act.get()));
    }

    private List<String> auditedActions() {
        return new JdbcTemplate(TestDatabase.shared().owner())
                .queryForList("select action from audit.entries where organization_id = ?", String.class, school.id());
    }
}
