package school.chancery.demo;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import school.chancery.identity.Role;
import school.chancery.people.StaffMember.Category;
import school.chancery.people.StaffMember.Education;

class DemoDistrictTests {
    /** The demo is started in any year. */
    static final List<DemoDistrict> DISTRICTS = Stream.of("2026-11-23", "2027-08-31", "2034-09-01")
            .map(LocalDate::parse)
            .map(DemoDistrict::on)
            .toList();

    private static final DemoDistrict DISTRICT = DISTRICTS.get(0);

    @ParameterizedTest
    @FieldSource("DISTRICTS")
    void theSchoolHasAboutSixtyEmployeesAndAThousandPupils(DemoDistrict district) {
        assertThat(district.employeesOf("school-14")).hasSize(60);
        assertThat(district.pupilsOf("school-14")).hasSize(1000);
        assertThat(district.employeesOf("kindergarten-8")).hasSize(24);
        assertThat(district.pupilsOf("kindergarten-8")).hasSize(98);
        assertThat(district.employeesOf("center-3")).hasSize(15);
        assertThat(district.pupilsOf("center-3")).hasSize(90);
    }

    @Test
    void fortyClassesOfTwentyFiveReachFromTheFirstToTheEleventhGrade() {
        var classes = DISTRICT.pupilsOf("school-14")
                .collect(bySize(pupil -> pupil.group().label()));
        assertThat(classes).hasSize(40).containsKeys("1А", "9Г", "10А", "11Б").doesNotContainKey("11В");
        assertThat(classes.values()).containsOnly(25L);
    }

    @ParameterizedTest
    @FieldSource("DISTRICTS")
    void nobodyIsThereTwice(DemoDistrict district) {
        assertThat(district.persons()).doesNotHaveDuplicates();
        assertThat(district.persons().stream().map(person -> person.name().full() + " " + person.bornOn()))
                .doesNotHaveDuplicates();
        assertThat(district.persons().stream().map(DemoPerson::id)).doesNotHaveDuplicates();
    }

    @Test
    void thePeopleAreTheSameEverywhere() {
        assertThat(DemoDistrict.on(LocalDate.of(2027, 1, 15))).isEqualTo(DISTRICT);
    }

    @Test
    void theSchoolYearBeginsOnTheFirstOfSeptember() {
        assertThat(DemoDistrict.yearStart(LocalDate.of(2027, 8, 31))).isEqualTo("2026-09-01");
        assertThat(DemoDistrict.yearStart(LocalDate.of(2027, 9, 1))).isEqualTo("2027-09-01");
    }

    @ParameterizedTest
    @CsvSource({
        "Лебедев,Лебедева", "Воробьёв,Воробьёва", "Абрамов,Абрамова", "Ильин,Ильина", "Синицын,Синицына",
        "Каменский,Каменская", "Троицкий,Троицкая", "Лесной,Лесная", "Бондаренко,Бондаренко", "Кравчук,Кравчук",
        "Черных,Черных", "Мельник,Мельник", "Якубович,Якубович"
    })
    void aFamilyNameAgreesWithItsBearer(String masculine, String feminine) {
        assertThat(new FamilyName(masculine).of(Sex.MALE)).isEqualTo(masculine);
        assertThat(new FamilyName(masculine).of(Sex.FEMALE)).isEqualTo(feminine);
    }

    @ParameterizedTest
    @FieldSource("DISTRICTS")
    void namesAgreeWithTheSexOfTheirBearers(DemoDistrict district) {
        assertThat(of(district, Sex.FEMALE)).isNotEmpty().allSatisfy(woman -> {
            assertThat(woman.name().family()).doesNotMatch(".*(ов|ев|ёв|ин|ын|ий|ой|ый)");
            assertThat(woman.name().patronymic()).endsWith("на");
        });
        assertThat(of(district, Sex.MALE)).isNotEmpty().allSatisfy(man -> {
            assertThat(man.name().family()).doesNotMatch(".*(ова|ева|ёва|ина|ына|ая)");
            assertThat(man.name().patronymic()).endsWith("ич");
        });
    }

    @Test
    void childrenBearTheNamesOfTheirParents() {
        assertThat(DISTRICT.pupils()).allSatisfy(pupil -> {
            var family = pupil.family();
            var child = pupil.person();
            assertThat(family.children()).contains(child);
            assertThat(child.name().family()).isEqualTo(family.name().of(child.sex()));
            assertThat(child.name().patronymic()).isEqualTo(family.father().patronymic(child.sex()));
        });
    }

    @ParameterizedTest
    @FieldSource("DISTRICTS")
    void parentsAreOfAnAgeToHaveTheirChildren(DemoDistrict district) {
        assertThat(district.pupils().stream().map(Pupil::family).distinct()).allSatisfy(family -> {
            assertThat(family.guardians()).isNotEmpty();
            assertThat(family.guardians())
                    .allSatisfy(guardian ->
                            assertThat(family.children()).allMatch(child -> guardian.couldHave(child.bornOn())));
        });
    }

    @Test
    void someChildrenAreBrothersAndSistersAndNoneOfThemShareAName() {
        var families = DISTRICT.pupils().stream().map(Pupil::family).collect(Collectors.toSet());
        assertThat(families).anyMatch(family -> family.children().size() == 3);
        assertThat(families)
                .allSatisfy(family -> assertThat(family.children().stream()
                                .map(child -> child.name().given()))
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @FieldSource("DISTRICTS")
    void everyPupilEnteredTheFirstGradeAtTheRightAge(DemoDistrict district) {
        assertThat(district.pupilsOf("school-14")).allSatisfy(pupil -> {
            var grade = Objects.requireNonNull(pupil.group().grade());
            var entered = thisYear(district).minusYears(grade - 1L);
            assertThat(pupil.person().bornOn()).isBetween(entered.minusYears(8), entered.minusMonths(78));
            assertThat(pupil.admittedOn()).isBetween(entered, thisYear(district));
        });
    }

    @ParameterizedTest
    @FieldSource("DISTRICTS")
    void whoeverHasAnAddressCanBeReachedAndNobodyShares(DemoDistrict district) {
        var reachable = district.persons().stream()
                .filter(person -> person.phone() != null)
                .toList();
        assertThat(reachable).hasSizeGreaterThan(2000).allSatisfy(person -> {
            assertThat(person.email()).matches("[a-z]+\\.[a-z]+[0-9]*@([a-z0-9-]+\\.example\\.org|example\\.com)");
            assertThat(isMobile(Objects.requireNonNull(person.phone()))).isTrue();
        });
        assertThat(reachable.stream().map(DemoPerson::phone)).doesNotHaveDuplicates();
        assertThat(reachable.stream().map(DemoPerson::email)).doesNotHaveDuplicates();
    }

    @Test
    void onlySmallChildrenHaveNoAddress() {
        assertThat(DISTRICT.persons().stream().filter(person -> person.phone() == null))
                .allMatch(person -> person.bornOn().isAfter(LocalDate.of(2016, 9, 1)));
    }

    @Test
    void everyClassHasOneTeacherAndNobodyLeadsTwo() {
        var leading = DISTRICT.employees().stream()
                .filter(employee -> employee.roles().contains(Role.CLASS_TEACHER))
                .map(Employee::classLabel);
        assertThat(leading).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void oneDirectorTeachesInAnotherSchool() {
        var posts = DISTRICT.employees().stream().collect(bySize(Employee::person));
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

    @Test
    void numbersOfOrganizationsHaveSoundCheckDigits() {
        assertThat(DISTRICT.organizations()).hasSize(4).allSatisfy(organization -> {
            var requisites = organization.entry().requisites();
            assertThat(requisites.inn()).endsWith(innDigit(Objects.requireNonNull(requisites.inn())));
            assertThat(requisites.ogrn()).endsWith(ogrnDigit(Objects.requireNonNull(requisites.ogrn())));
        });
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

    private static <T, K> java.util.stream.Collector<T, ?, java.util.Map<K, Long>> bySize(Function<T, K> key) {
        return Collectors.groupingBy(key, Collectors.counting());
    }

    private static List<DemoPerson> of(DemoDistrict district, Sex sex) {
        return district.persons().stream().filter(person -> person.sex() == sex).toList();
    }

    private static LocalDate thisYear(DemoDistrict district) {
        return district.pupilsOf("center-3").findFirst().orElseThrow().admittedOn();
    }

    private static boolean isMobile(String phone) throws NumberParseException {
        var numbers = PhoneNumberUtil.getInstance();
        var number = numbers.parse(phone, null);
        return numbers.isValidNumberForRegion(number, "RU") && numbers.getNumberType(number) == PhoneNumberType.MOBILE;
    }

    private static String innDigit(String inn) {
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        var sum = 0;
        for (var place = 0; place < weights.length; place++) sum += weights[place] * (inn.charAt(place) - '0');
        return String.valueOf(sum % 11 % 10);
    }

    private static String ogrnDigit(String ogrn) {
        return String.valueOf(Long.parseLong(ogrn.substring(0, 12)) % 11 % 10);
    }
}
