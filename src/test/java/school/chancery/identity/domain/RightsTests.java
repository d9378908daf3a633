package school.chancery.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import school.chancery.identity.Role;

class RightsTests {
    private final UUID here = UUID.randomUUID();
    private final UUID school = UUID.randomUUID();

    @Test
    void letAPersonOfASchoolSeeThatSchoolOnly() {
        assertThat(rights(Set.of(), Role.DIRECTOR, Role.TEACHER).visible()).containsExactly(here);
        assertThat(rights(Set.of(school), Role.SECRETARY).visible()).containsExactly(here);
    }

    @Test
    void letTheDistrictSeeItsSchoolsAndItself() {
        assertThat(rights(Set.of(school), Role.DISTRICT_SPECIALIST).visible()).containsExactlyInAnyOrder(here, school);
        assertThat(rights(Set.of(school), Role.DISTRICT_HEAD, Role.SYSTEM_ADMINISTRATOR)
                        .visible())
                .containsExactlyInAnyOrder(here, school);
    }

    @Test
    void letASystemAdministratorSeeNobody() {
        assertThat(rights(Set.of(school), Role.SYSTEM_ADMINISTRATOR).visible()).isEmpty();
        assertThat(rights(Set.of(), Role.SYSTEM_ADMINISTRATOR, Role.TEACHER).visible())
                .containsExactly(here);
    }

    private Rights rights(Set<UUID> schools, Role... roles) {
        return new Rights(
                UUID.randomUUID(),
                "Имя",
                false,
                here,
                "school-27",
                "Школа",
                ZoneId.of("Europe/Moscow"),
                Set.of(roles),
                schools);
    }
}
