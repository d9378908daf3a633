package school.chancery.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import school.chancery.people.StaffMember.Category;
import school.chancery.people.StaffMember.Education;
import school.chancery.platform.domain.AppointmentKind;
import school.chancery.platform.domain.Candidate;
import school.chancery.platform.domain.Warning;

class CriteriaTableTests {
    private final CriteriaTable table = new CriteriaTable();

    @Test
    void hasNothingAgainstAnExperiencedDeputyWithHigherEducation() {
        assertThat(warnings(Category.DEPUTY, false, Education.HIGHER, true)).isEmpty();
    }

    @Test
    void hasNothingAgainstAnExperiencedTeacherOfInformatics() {
        assertThat(warnings(Category.PEDAGOGUE, true, Education.HIGHER, true)).isEmpty();
    }

    @Test
    void saysThatAnotherTeacherIsNeitherDeputyNorTeacherOfInformatics() {
        assertThat(warnings(Category.PEDAGOGUE, false, Education.HIGHER, true))
                .containsExactly(Warning.NEITHER_DEPUTY_NOR_INFORMATICS);
    }

    @Test
    void hasNothingAgainstAnyPedagogueWhereTheOrganizationHasSettledSo() {
        assertThat(table.warnings(new Candidate(
                        Category.PEDAGOGUE, false, Education.HIGHER, true, AppointmentKind.MAIN, false, true)))
                .isEmpty();
        assertThat(table.warnings(new Candidate(
                        Category.SUPPORT, false, Education.HIGHER, true, AppointmentKind.MAIN, false, true)))
                .containsExactly(Warning.NOT_PEDAGOGUE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"HEAD", "SUPPORT"})
    void saysThatHeadAndSupportAreNoPedagogues(Category category) {
        assertThat(warnings(category, false, Education.HIGHER, true))
                .containsExactlyInAnyOrder(Warning.NEITHER_DEPUTY_NOR_INFORMATICS, Warning.NOT_PEDAGOGUE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Education.class,
            names = {"SECONDARY", "VOCATIONAL"})
    void missesHigherEducation(Education education) {
        assertThat(warnings(Category.DEPUTY, false, education, true)).containsExactly(Warning.NO_HIGHER_EDUCATION);
    }

    @Test
    void missesExperienceOfManagement() {
        assertThat(warnings(Category.DEPUTY, false, Education.HIGHER, false))
                .containsExactly(Warning.NO_MANAGEMENT_EXPERIENCE);
    }

    @Test
    void asksOnlyAdditionalAdministratorsWhetherTheyHaveJoined() {
        assertThat(joined(AppointmentKind.ADDITIONAL, false)).containsExactly(Warning.NOT_JOINED);
        assertThat(joined(AppointmentKind.ADDITIONAL, true)).isEmpty();
        assertThat(joined(AppointmentKind.MAIN, false)).isEmpty();
    }

    @Test
    void namesEveryWarningAtOnce() {
        assertThat(table.warnings(new Candidate(
                        Category.SUPPORT, false, Education.SECONDARY, false, AppointmentKind.ADDITIONAL, false, false)))
                .isEqualTo(EnumSet.allOf(Warning.class));
    }

    private Set<Warning> joined(AppointmentKind kind, boolean joined) {
        return table.warnings(new Candidate(Category.DEPUTY, false, Education.HIGHER, true, kind, joined, false));
    }

    private Set<Warning> warnings(Category category, boolean informatics, Education education, boolean experience) {
        return table.warnings(
                new Candidate(category, informatics, education, experience, AppointmentKind.MAIN, false, false));
    }
}
