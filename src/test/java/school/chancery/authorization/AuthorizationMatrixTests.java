package school.chancery.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import school.chancery.ChanceryTest;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/**
 * Every handler of ours × every role, against {@code authorization.csv}. A new handler fails the first test until it has
 * its line there; a line without handler fails the second. For a handler that names a thing by id write an
 * {@link AuthorizationSubject}: then the matrix also crosses schools and districts.
 */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTests {
    @Autowired
    private MockMvcTester web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private ObjectProvider<AuthorizationSubject> subjects;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    private final List<Rule> table = Rule.table();
    private final Map<Role, TestPerson> own = new EnumMap<>(Role.class);
    private Organization office;
    private Organization school;

    @BeforeEach
    void appoint() {
        if (!own.isEmpty()) return;
        var made = new TestOrganizations(organizations);
        office = made.office();
        school = made.school(office);
        own.putAll(everyRole(office, school));
    }

    private Map<Role, TestPerson> everyRole(Organization district, Organization of) {
        var made = everyRoleAt(of);
        made.putAll(everyRole(district, role -> !isAtSchool(role)));
        return made;
    }

    // The office has its people already: it has one head at a time.
    private Map<Role, TestPerson> everyRoleAt(Organization of) {
        return everyRole(of, AuthorizationMatrixTests::isAtSchool);
    }

    private Map<Role, TestPerson> everyRole(Organization place, Predicate<Role> wanted) {
        var people = new TestPeople(accounts, roles);
        var made = new EnumMap<Role, TestPerson>(Role.class);
        Stream.of(Role.values()).filter(wanted).forEach(role -> made.put(role, people.person(place, role)));
        return made;
    }

    private static boolean isAtSchool(Role role) {
        return !role.isDistrict() && role != Role.SYSTEM_ADMINISTRATOR;
    }

    private static Organization place(Role role, Organization district, Organization of) {
        return isAtSchool(role) ? of : district;
    }

    @Test
    void everyHandlerHasItsLine() {
        assertThat(missing(handlers(), lines())).isEmpty();
    }

    @Test
    void everyLineHasItsHandler() {
        assertThat(missing(lines(), handlers())).isEmpty();
        assertThat(table).extracting(Rule::handler).doesNotHaveDuplicates();
    }

    @Test
    void aHandlerWithoutLineIsFound() {
        assertThat(missing(Set.of("GET /a", "POST /a"), Set.of("GET /a"))).containsExactly("POST /a");
    }

    @Test
    void anAnswerThatDiffersFromTheTableIsFound() {
        var rule = Rule.read("GET /x; director; ");
        assertThat(fault(rule, Role.DIRECTOR, 403)).isNotEmpty();
        assertThat(fault(rule, Role.DIRECTOR, 200)).isEmpty();
        assertThat(fault(rule, Role.TEACHER, 200)).isNotEmpty();
        assertThat(fault(rule, Role.TEACHER, 404)).isNotEmpty();
        assertThat(fault(rule, Role.TEACHER, 403)).isEmpty();
        assertThat(fault(rule, Role.DIRECTOR, 500)).isNotEmpty();
    }

    @TestFactory
    List<DynamicTest> everyRoleMeetsWhatTheTableSays() {
        return table.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.handler(), () -> assertThat(faults(rule)).isEmpty()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> nobodySignedInGetsToPublicPagesOnly() {
        return table.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.handler(), () -> {
                    var status = ask(rule, null);
                    assertThat(status).isLessThan(500);
                    if (rule.who() == Rule.Who.PUBLIC) assertThat(status).isNotIn(401, 403);
                    else assertThat(status).isIn(302, 401);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aThingOfAnotherSchoolIsNotThere() {
        return subjects.stream()
                .map(subject -> DynamicTest.dynamicTest(subject.handler(), () -> crossSchools(subject)))
                .toList();
    }

    private void crossSchools(AuthorizationSubject subject) {
        var rule = table.stream()
                .filter(each -> each.handler().equals(subject.handler()))
                .findFirst()
                .orElseThrow();
        var made = new TestOrganizations(organizations);
        var sameDistrict = made.school(office);
        var otherDistrict = made.office();
        var otherSchool = made.school(otherDistrict);
        var path = subject.make(school);
        for (var role : Role.values()) {
            if (!rule.admits(role)) continue;
            assertThat(status(rule.method(), path, own.get(role), place(role, office, school), List.of()))
                    .as("own %s", role)
                    .isLessThan(400);
        }
        refused(rule, path, everyRole(otherDistrict, otherSchool), otherDistrict, otherSchool);
        refused(rule, path, everyRoleAt(sameDistrict), office, sameDistrict);
    }

    private void refused(
            Rule rule, String path, Map<Role, TestPerson> strangers, Organization district, Organization of) {
        strangers.forEach(
                (role, person) -> assertThat(status(rule.method(), path, person, place(role, district, of), List.of()))
                        .as("%s of %s", role, of.code())
                        .isIn(403, 404));
    }

    private List<String> faults(Rule rule) {
        var faults = new ArrayList<String>();
        for (var role : Role.values()) faults.addAll(fault(rule, role, ask(rule, role)));
        return faults;
    }

    private static List<String> fault(Rule rule, Role role, int status) {
        var refused = status == 403 || status == 401;
        if (status < 500 && refused != rule.admits(role)) return List.of();
        return List.of(role + " got " + status + (rule.admits(role) ? " but is admitted" : " but is not admitted"));
    }

    private int ask(Rule rule, @Nullable Role role) {
        var path = rule.path()
                .replaceAll("\\{[^}]*[iI]d}", UUID.randomUUID().toString())
                .replaceAll("\\{[^}]+}", "1");
        return status(
                rule.method(),
                path,
                role == null ? null : own.get(role),
                role == null ? school : place(role, office, school),
                rule.parameters());
    }

    private int status(
            String method, String path, @Nullable TestPerson person, Organization in, List<String> parameters) {
        var request = web.method(HttpMethod.valueOf(method)).uri(path).with(csrf());
        if (person != null) request = request.with(person.in(in));
        for (var i = 0; i + 1 < parameters.size(); i += 2)
            request = request.param(
                    parameters.get(i),
                    parameters.get(i + 1).replace("{uuid}", UUID.randomUUID().toString()));
        MvcTestResult answer = request.exchange();
        if (answer.getUnresolvedException() != null)
            throw new AssertionError(method + " " + path, answer.getUnresolvedException());
        return answer.getResponse().getStatus();
    }

    private Set<String> handlers() {
        var found = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (!method.getBeanType().getPackageName().startsWith("school.chancery")) return;
            for (var verb : info.getMethodsCondition().getMethods())
                for (var path : info.getPatternValues()) found.add(verb + " " + plain(path));
        });
        return found;
    }

    // {id:[0-9a-f-]{36}} stands in the table as {id}.
    private static String plain(String path) {
        return path.replaceAll("\\{(\\w+):[^/]*(?=/|$)", "{$1}");
    }

    private Set<String> lines() {
        return table.stream().map(Rule::handler).collect(Collectors.toSet());
    }

    private static Set<String> missing(Collection<String> needed, Collection<String> present) {
        var missing = new TreeSet<>(needed);
        missing.removeAll(present);
        return missing;
    }
}
