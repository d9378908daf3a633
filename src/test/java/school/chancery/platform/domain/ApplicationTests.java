package school.chancery.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.chancery.platform.domain.ApplicationState.ACTIVATED;
import static school.chancery.platform.domain.ApplicationState.APPROVED;
import static school.chancery.platform.domain.ApplicationState.BUILT;
import static school.chancery.platform.domain.ApplicationState.DRAFT;
import static school.chancery.platform.domain.ApplicationState.FILLED;
import static school.chancery.platform.domain.ApplicationState.REFUSED;
import static school.chancery.platform.domain.ApplicationState.REGISTERED;
import static school.chancery.platform.domain.ApplicationState.RETURNED;
import static school.chancery.platform.domain.ApplicationState.SENDING;
import static school.chancery.platform.domain.ApplicationState.SENT;
import static school.chancery.platform.domain.ApplicationState.SUBMITTED;
import static school.chancery.platform.domain.ApplicationState.UNDELIVERED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;

class ApplicationTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    /** What may be done, and in which states. */
    private static final Map<Consumer<Application>, Set<ApplicationState>> ACTS = new LinkedHashMap<>();

    static {
        ACTS.put(Application::submit, Set.of(DRAFT, RETURNED));
        ACTS.put(Application::approve, Set.of(SUBMITTED));
        ACTS.put(Application::sendBack, Set.of(SUBMITTED));
        // In the outbox already = nothing to do.
        ACTS.put(Application::send, Set.of(APPROVED, SENDING));
        ACTS.put(application -> application.settle(true), Set.of(SENDING));
        ACTS.put(application -> application.settle(false), Set.of(SENDING));
        ACTS.put(application -> application.redirect("b@platform.example"), Set.of(UNDELIVERED));
        ACTS.put(application -> application.reply(PlatformReply.REGISTERED), Set.of(SENT));
        ACTS.put(application -> application.reply(PlatformReply.RETURNED), Set.of(SENT));
        ACTS.put(application -> application.reply(PlatformReply.REFUSED), Set.of(SENT));
        ACTS.put(application -> application.activate(TODAY), Set.of(REGISTERED));
        ACTS.put(application -> application.fill(TODAY), Set.of(ACTIVATED));
        ACTS.put(Application::build, Set.of(FILLED));
    }

    @ParameterizedTest
    @EnumSource
    void doesInEachStateOnlyWhatMayFollow(ApplicationState state) {
        ACTS.forEach((act, permitted) -> {
            var application = in(state);
            if (permitted.contains(state)) {
                act.accept(application);
            } else {
                assertThatThrownBy(() -> act.accept(application))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(" is " + state + ", cannot become ");
                assertThat(application.view().state()).isEqualTo(state);
            }
        });
    }

    @Test
    void goesItsWayFromDraftToStructure() {
        var application = in(DRAFT);
        assertThat(application.submit()).isEqualTo(1);
        application.sendBack();
        assertThat(application.view().state()).isEqualTo(DRAFT);
        assertThat(application.submit()).isEqualTo(2);
        application.approve();
        assertThat(application.send()).isTrue();
        assertThat(application.send()).isFalse();
        application.settle(false);
        assertThat(application.view().state()).isEqualTo(UNDELIVERED);
        application.redirect("b@platform.example");
        application.send();
        application.settle(true);
        application.reply(PlatformReply.REGISTERED);
        application.activate(TODAY);
        application.fill(TODAY.plusDays(1));
        application.build();
        var view = application.view();
        assertThat(view.state()).isEqualTo(BUILT);
        assertThat(view.sendTo()).isEqualTo("b@platform.example");
        assertThat(view.versions()).isEqualTo(2);
        assertThat(view.attempts()).isEqualTo(2);
        assertThat(view.activatedOn()).isEqualTo(TODAY);
        assertThat(view.filledOn()).isEqualTo(TODAY.plusDays(1));
        assertThat(view.openedAt()).isEqualTo(NOW);
        assertThat(view.reference()).isEqualTo("ШК-1");
    }

    @ParameterizedTest
    @EnumSource
    void takesThePlatformsAnswerAsItsState(PlatformReply reply) {
        var application = in(SENT);
        application.reply(reply);
        assertThat(application.view().state().name()).isEqualTo(reply.name());
        assertThat(reply.needsWords()).isEqualTo(reply != PlatformReply.REGISTERED);
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheDistrictOnceAndOnlyWhileThePlatformIsSilent(ApplicationState state) {
        var application = in(state);
        assertThat(application.tellDistrict(NOW)).isEqualTo(state == SENT);
        assertThat(application.tellDistrict(NOW)).isFalse();
        assertThat(application.view().districtToldAt()).isEqualTo(state == SENT ? NOW : null);
    }

    @ParameterizedTest
    @EnumSource
    void runsUntilItIsRefusedOrBuilt(ApplicationState state) {
        assertThat(state.isRunning()).isEqualTo(!Set.of(REFUSED, BUILT).contains(state));
        assertThat(state.isRegistered())
                .isEqualTo(Set.of(REGISTERED, ACTIVATED, FILLED, BUILT).contains(state));
    }

    private static Application in(ApplicationState state) {
        var appointment = new AppointmentView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                AppointmentKind.MAIN,
                false,
                TODAY,
                "основание",
                null,
                AppointmentState.ACTIVE,
                UUID.randomUUID(),
                null,
                null,
                null,
                null);
        var application = new Application(appointment, "ШК-1", "a@platform.example", UUID.randomUUID(), NOW);
        ReflectionTestUtils.setField(application, "id", UUID.randomUUID());
        ReflectionTestUtils.setField(application, "state", state);
        return application;
    }
}
