package school.chancery.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import school.chancery.people.PersonName;

class DemoFamiliesTests {
    private static final DemoDistrict DISTRICT = DemoDistrictTests.DISTRICTS.get(0);

    @ParameterizedTest
    @FieldSource("school.chancery.demo.DemoDistrictTests#DISTRICTS")
    void nobodyIsThereTwice(DemoDistrict district) {
        assertThat(district.persons()).doesNotHaveDuplicates();
        assertThat(district.persons().stream().map(person -> person.name().full() + " " + person.bornOn()))
                .doesNotHaveDuplicates();
        assertThat(district.persons().stream().map(DemoPerson::id)).doesNotHaveDuplicates();
    }

    @Test
    void aNameThatSomebodyOfTheSameBirthdayHasIsDrawnAgain() {
        var census = new Census(new Dice(1));
        var drawn = List.of("Анна", "Анна", "Ирина").iterator();
        Supplier<PersonName> name = () -> new PersonName("Лебедева", drawn.next(), "Петровна");
        var bornOn = LocalDate.of(2015, 3, 1);
        assertThat(census.small(Sex.FEMALE, name, bornOn).name().given()).isEqualTo("Анна");
        assertThat(census.small(Sex.FEMALE, name, bornOn).name().given()).isEqualTo("Ирина");
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
    @FieldSource("school.chancery.demo.DemoDistrictTests#DISTRICTS")
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
    @FieldSource("school.chancery.demo.DemoDistrictTests#DISTRICTS")
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
    @FieldSource("school.chancery.demo.DemoDistrictTests#DISTRICTS")
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

    private static List<DemoPerson> of(DemoDistrict district, Sex sex) {
        return district.persons().stream().filter(person -> person.sex() == sex).toList();
    }

    private static boolean isMobile(String phone) throws NumberParseException {
        var numbers = PhoneNumberUtil.getInstance();
        var number = numbers.parse(phone, null);
        return numbers.isValidNumberForRegion(number, "RU") && numbers.getNumberType(number) == PhoneNumberType.MOBILE;
    }
}
