package school.chancery.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTests {
    private static final Set<String> OFFICE = Set.of(
            "director", "deputy", "coordinator", "network-administrator", "platform-administrator", "secretary", "hr");
    private static final Set<String> DISTRICT = Set.of("district-head", "district-specialist");

    @ParameterizedTest
    @EnumSource
    void isOfTheOfficeOrOfTheDistrictOrOfNeither(Role role) {
        assertThat(role.isOffice()).isEqualTo(OFFICE.contains(role.code()));
        assertThat(role.isDistrict()).isEqualTo(DISTRICT.contains(role.code()));
    }

    @Test
    void reachesTheEngineOnlyInTheOfficeTheDistrictAndAsSystemAdministrator() {
        var reaching = EnumSet.allOf(Role.class);
        reaching.removeIf(role -> !role.reachesEngine());
        assertThat(reaching.stream().map(Role::code))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.concat(OFFICE.stream(), DISTRICT.stream()), Stream.of("system-administrator"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void isReadBackFromItsCode(Role role) {
        assertThat(role.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Role.ofCode(role.code())).isEqualTo(role);
    }

    @Test
    void isNoOtherWord() {
        assertThatThrownBy(() -> Role.ofCode("god")).isInstanceOf(IllegalArgumentException.class);
    }
}
