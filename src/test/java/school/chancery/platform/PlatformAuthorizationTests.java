package school.chancery.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import school.chancery.ChanceryTest;
import school.chancery.identity.Role;
import school.chancery.platform.SchoolStory.Employee;

/** Who may open what of the platform and the staff list: every role against every page. */
@ChanceryTest
class PlatformAuthorizationTests {
    private static final Set<Role> ELSEWHERE = Set.of(Role.DISTRICT_HEAD, Role.SYSTEM_ADMINISTRATOR);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private SchoolStory story;
    private final Map<Role, Employee> people = new EnumMap<>(Role.class);

    @BeforeEach
    void hire() {
        story = new SchoolStory(context);
        people.put(Role.DIRECTOR, story.director);
        people.put(Role.DISTRICT_SPECIALIST, story.specialist);
        Stream.of(Role.values())
                .filter(role -> !people.containsKey(role) && !ELSEWHERE.contains(role))
                .forEach(role -> people.put(role, story.employee(story.school, "PEDAGOGUE", "HIGHER", false, role)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/platform | DIRECTOR DEPUTY SECRETARY COORDINATOR NETWORK_ADMINISTRATOR PLATFORM_ADMINISTRATOR DISTRICT_SPECIALIST",
                "/platform/unanswered | DISTRICT_SPECIALIST",
                "/platform/acts | DIRECTOR DEPUTY SECRETARY COORDINATOR NETWORK_ADMINISTRATOR PLATFORM_ADMINISTRATOR",
                "/platform/acts/new | DIRECTOR PLATFORM_ADMINISTRATOR",
                "/platform/platforms | DISTRICT_SPECIALIST",
                "/platform/appoint-administrator/start | DIRECTOR DEPUTY SECRETARY",
                "/platform/relieve-administrator/start | DIRECTOR DEPUTY SECRETARY",
                "/platform/register-organization/start | PLATFORM_ADMINISTRATOR",
                "/people/staff | DIRECTOR DEPUTY SECRETARY HR COORDINATOR NETWORK_ADMINISTRATOR PLATFORM_ADMINISTRATOR"
            })
    void opensForTheseRolesAndNoOthers(String path, String roles) {
        var permitted = Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet());
        people.forEach((role, person) -> assertThat(status(role, person, path))
                .as(role + " " + path)
                .isEqualTo(permitted.contains(role) ? 200 : 403));
    }

    @Test
    void aTaskFormWithoutATaskOfOnesOwnOpensForNobody() {
        taskForms()
                .forEach(path -> people.forEach((role, person) -> assertThat(
                                story.get(person, path, "taskId", "00000000-0000-0000-0000-000000000000")
                                        .getResponse()
                                        .getStatus())
                        .as(role + " " + path)
                        .isIn(403, 404)));
    }

    private int status(Role role, Employee person, String path) {
        var where = role.isDistrict() ? story.office : story.school;
        return story.get(person, where, path).getResponse().getStatus();
    }

    private Stream<String> taskForms() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().equals("school.chancery.platform.web"))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(path -> path.matches("/platform/[a-z]+-[a-z]+/(?!start$)[a-z-]+"))
                .distinct();
    }
}
