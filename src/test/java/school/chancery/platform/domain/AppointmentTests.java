package school.chancery.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class AppointmentTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final UUID order = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final Appointment appointment = proposed();

    @Test
    void isNoRoleYetWhileItIsProposed() {
        assertThat(appointment.view().state()).isEqualTo(AppointmentState.PROPOSED);
        assertThat(appointment.view().isActive()).isFalse();
    }

    @Test
    void isGrantedOnceByItsOrder() {
        assertThat(appointment.grant(order, account, TODAY)).isTrue();
        assertThat(appointment.grant(UUID.randomUUID(), UUID.randomUUID(), TODAY.plusDays(1)))
                .isFalse();
        var view = appointment.view();
        assertThat(view.isActive()).isTrue();
        assertThat(view.orderId()).isEqualTo(order);
        assertThat(view.accountId()).isEqualTo(account);
        assertThat(view.grantedOn()).isEqualTo(TODAY);
    }

    @Test
    void endsOnceAndStaysEnded() {
        appointment.grant(order, account, TODAY);
        assertThat(appointment.end(UUID.randomUUID(), TODAY.plusDays(5))).isTrue();
        assertThat(appointment.end(UUID.randomUUID(), TODAY.plusDays(9))).isFalse();
        assertThat(appointment.view().endedOn()).isEqualTo(TODAY.plusDays(5));
        assertThat(appointment.view().isActive()).isFalse();
        assertThatThrownBy(() -> appointment.grant(order, account, TODAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotEndBeforeItBegan() {
        assertThatThrownBy(() -> appointment.end(order, TODAY)).hasMessageContaining("is PROPOSED, not ACTIVE");
    }

    @Test
    void isDroppedOnlyBeforeItBegan() {
        appointment.drop();
        appointment.drop();
        assertThat(appointment.view().state()).isEqualTo(AppointmentState.DROPPED);
        assertThatThrownBy(() -> appointment.grant(order, account, TODAY)).isInstanceOf(IllegalStateException.class);
        var active = proposed();
        active.grant(order, account, TODAY);
        assertThatThrownBy(active::drop).hasMessageContaining("is ACTIVE, not PROPOSED");
    }

    private static Appointment proposed() {
        var appointment = new Appointment(
                new ProposedAppointment(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        AppointmentKind.MAIN,
                        false,
                        TODAY,
                        "основание",
                        null,
                        UUID.randomUUID()),
                UUID.randomUUID(),
                Instant.EPOCH);
        ReflectionTestUtils.setField(appointment, "id", UUID.randomUUID());
        return appointment;
    }
}
