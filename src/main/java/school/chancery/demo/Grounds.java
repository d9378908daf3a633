package school.chancery.demo;

import java.time.format.DateTimeFormatter;
import school.chancery.identity.Ground;
import school.chancery.identity.Role;

/** Why a role of the demo is there: heads by the founder's act, everybody else by the first loading. */
final class Grounds {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Grounds() {}

    static Ground of(Role role, Employee employee) {
        return role == Role.DIRECTOR || role == Role.DISTRICT_HEAD ? founderAct(employee) : firstLoading();
    }

    private static Ground founderAct(Employee employee) {
        var day = employee.hiredOn();
        return new Ground(
                Ground.Kind.FOUNDER_ACT,
                null,
                "распоряжение администрации Лужанского муниципального округа от %s № %d-рк"
                        .formatted(DAY.format(day), day.getDayOfYear()));
    }

    private static Ground firstLoading() {
        return new Ground(Ground.Kind.FIRST_LOADING, null, "первичная загрузка");
    }
}
