package school.chancery.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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
                .collect(Collectors.groupingBy(pupil -> pupil.group().label(), Collectors.counting()));
        assertThat(classes).hasSize(40).containsKeys("1А", "9Г", "10А", "11Б").doesNotContainKey("11В");
        assertThat(classes.values()).containsOnly(25L);
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
    @FieldSource("DISTRICTS")
    void everyPupilEnteredTheFirstGradeAtTheRightAge(DemoDistrict district) {
        assertThat(district.pupilsOf("school-14")).allSatisfy(pupil -> {
            var grade = Objects.requireNonNull(pupil.group().grade());
            var entered = thisYear(district).minusYears(grade - 1L);
            assertThat(pupil.person().bornOn()).isBetween(entered.minusYears(8), entered.minusMonths(78));
            assertThat(pupil.admittedOn()).isBetween(entered, thisYear(district));
        });
    }

    @Test
    void numbersOfOrganizationsHaveSoundCheckDigits() {
        assertThat(DISTRICT.organizations()).hasSize(4).allSatisfy(organization -> {
            var requisites = organization.entry().requisites();
            assertThat(requisites.inn()).endsWith(innDigit(Objects.requireNonNull(requisites.inn())));
            assertThat(requisites.ogrn()).endsWith(ogrnDigit(Objects.requireNonNull(requisites.ogrn())));
        });
    }

    private static LocalDate thisYear(DemoDistrict district) {
        return district.pupilsOf("center-3").findFirst().orElseThrow().admittedOn();
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
