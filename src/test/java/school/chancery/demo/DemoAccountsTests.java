package school.chancery.demo;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import school.chancery.identity.Role;
import school.chancery.people.StaffMember.Category;
import school.chancery.people.StaffMember.Education;

class DemoAccountsTests {
    private static final DemoDistrict DISTRICT = DemoDistrictTests.DISTRICTS.get(0);

    @Test
    void everyClassHasOneTeacherAndNobodyLeadsTwo() {
        var leading = DISTRICT.employees().stream()
                .filter(employee -> employee.roles().contains(Role.CLASS_TEACHER))
                .map(Employee::classLabel);
        assertThat(leading).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void thePrintedClassTeacherLeadsTheFirstClass() {
        assertThat(account("class14").posts()).extracting(Employee::classLabel).containsExactly("1А");
        assertThat(account("teacher14").posts()).extracting(Employee::roles).containsExactly(List.of(Role.TEACHER));
    }

    @Test
    void oneDirectorTeachesInAnotherSchool() {
        var posts =
                DISTRICT.employees().stream().collect(Collectors.groupingBy(Employee::person, Collectors.counting()));
        assertThat(posts.values().stream().filter(count -> count > 1)).hasSize(1);
        assertThat(account("director3").posts().stream().flatMap(employee -> employee.roles().stream()))
                .containsExactlyInAnyOrder(Role.DIRECTOR, Role.TEACHER);
    }

    @Test
    void theAdviceAboutCandidatesHasSomethingToSay() {
        var posts = DISTRICT.employeesOf("school-14").map(Employee::post).toList();
        assertThat(posts).anyMatch(post -> post.category() == Category.DEPUTY && post.managementExperience());
        assertThat(posts).anyMatch(post -> post.category() == Category.DEPUTY && !post.managementExperience());
        assertThat(posts).anyMatch(post -> post.leads() && post.education() != Education.HIGHER);
        assertThat(posts).anyMatch(post -> post.subjects().contains("informatics"));
    }

    @Test
    void everybodyWithARoleHasAnAccountOfTheirOwn() {
        var accounts = accounts();
        assertThat(accounts.stream().map(DemoAccount::login)).doesNotHaveDuplicates();
        assertThat(accounts.stream().map(DemoAccount::person)).doesNotHaveDuplicates();
        assertThat(accounts.stream().flatMap(account -> account.posts().stream()))
                .containsExactlyInAnyOrderElementsOf(DISTRICT.employees().stream()
                        .filter(not(employee -> employee.roles().isEmpty()))
                        .toList());
    }

    @Test
    void fourteenLoginsAreShortEnoughToTypeAndCoverTheStory() {
        var listed = accounts().stream().filter(DemoAccount::listed).toList();
        assertThat(listed).hasSize(14).allMatch(account -> account.login().matches("[a-z]+[0-9]*"));
        assertThat(listed.stream().flatMap(account -> account.posts().stream()).flatMap(post -> post.roles().stream()))
                .contains(
                        Role.DIRECTOR,
                        Role.DEPUTY,
                        Role.COORDINATOR,
                        Role.SECRETARY,
                        Role.HR,
                        Role.NETWORK_ADMINISTRATOR,
                        Role.TEACHER,
                        Role.CLASS_TEACHER,
                        Role.DISTRICT_HEAD,
                        Role.DISTRICT_SPECIALIST,
                        Role.SYSTEM_ADMINISTRATOR);
    }

    private static List<DemoAccount> accounts() {
        return new DemoAccounts(DISTRICT.employees()).all();
    }

    private static DemoAccount account(String login) {
        return accounts().stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow();
    }
}
