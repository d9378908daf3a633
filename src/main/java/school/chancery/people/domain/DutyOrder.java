package school.chancery.people.domain;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraft.Annex;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;

/** The order of duties; whoever they are many, their table is its annex (F047). */
@Component
class DutyOrder implements OrderDraftSource {
    private final Duties duties;
    private final Staff staff;
    private final SchoolClasses classes;
    private final MessageSource messages;

    DutyOrder(Duties duties, Staff staff, SchoolClasses classes, MessageSource messages) {
        this.duties = duties;
        this.staff = staff;
        this.classes = classes;
        this.messages = messages;
    }

    @Override
    public String processKey() {
        return "assign-duty";
    }

    @Override
    public OrderDraft draftFor(UUID dutyId) {
        var duty = duties.require(dutyId).proposed();
        var people = people(duty);
        return new OrderDraft(
                duty.organizationId(),
                kind(duty.kind()),
                dutyId,
                fields(duty, people),
                duty.from(),
                people.values().stream().map(DutyOrder::acquaint).toList(),
                annexes(duty, people),
                duty.by());
    }

    private static String kind(DutyKind kind) {
        return switch (kind) {
            case CLASS_TEACHERS -> OrderKinds.CLASS_TEACHER_ALLOCATION;
            case ROLE -> OrderKinds.DUTY_ASSIGNMENT;
            case WORKING_GROUP, EXECUTORS -> OrderKinds.WORKING_GROUP;
            case SUBSTITUTION -> OrderKinds.SUBSTITUTION;
        };
    }

    // Whoever is relieved or replaced for a time must know of it too.
    private Map<UUID, StaffMember> people(ProposedDuty duty) {
        var wanted =
                new ArrayList<>(duty.members().stream().map(DutyMember::staffId).toList());
        if (duty.formerId() != null) wanted.add(duty.formerId());
        if (duty.substitutedId() != null) wanted.add(duty.substitutedId());
        var known = staff.employed(duty.organizationId(), duty.from()).stream()
                .collect(Collectors.toMap(StaffMember::id, Function.identity()));
        var people = new LinkedHashMap<UUID, StaffMember>();
        for (var id : wanted)
            people.computeIfAbsent(
                    id,
                    one -> known.containsKey(one)
                            ? known.get(one)
                            : staff.find(one).orElseThrow());
        return people;
    }

    private Map<String, String> fields(ProposedDuty duty, Map<UUID, StaffMember> people) {
        var fields = new HashMap<String, String>();
        fields.put("duty", duty.duty());
        if (duty.ground() != null) fields.put("ground", duty.ground());
        if (duty.task() != null) fields.put("task", duty.task());
        if (duty.to() != null) fields.put("lastDay", "%td.%<tm.%<tY".formatted(duty.to()));
        if (duty.kind() == DutyKind.ROLE || duty.kind() == DutyKind.SUBSTITUTION)
            name(fields, "employee", people.get(duty.members().get(0).staffId()));
        name(fields, "former", people.get(duty.formerId()));
        name(fields, "substituted", people.get(duty.substitutedId()));
        return fields;
    }

    private static void name(Map<String, String> fields, String prefix, @Nullable StaffMember member) {
        if (member == null) return;
        fields.put(prefix + "Name", member.name().full());
        fields.put(prefix + "Position", member.position());
    }

    private List<Annex> annexes(ProposedDuty duty, Map<UUID, StaffMember> people) {
        return switch (duty.kind()) {
            case CLASS_TEACHERS -> List.of(new Annex(text("people.order.class-teachers"), table(duty, people)));
            case WORKING_GROUP, EXECUTORS -> List.of(new Annex(duty.duty(), group(duty, people)));
            case ROLE, SUBSTITUTION -> List.of();
        };
    }

    private String table(ProposedDuty duty, Map<UUID, StaffMember> people) {
        var first = classes.find(Objects.requireNonNull(duty.members().get(0).classId()));
        var labels = classes.ofYear(first.orElseThrow().schoolYearId()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::label));
        return duty.members().stream()
                .map(member -> labels.get(member.classId()) + " – " + line(people.get(member.staffId())))
                .collect(Collectors.joining("\n"));
    }

    private String group(ProposedDuty duty, Map<UUID, StaffMember> people) {
        var numbered = new ArrayList<String>();
        for (var member : duty.members())
            numbered.add("%d. %s%s"
                    .formatted(
                            numbered.size() + 1,
                            line(people.get(member.staffId())),
                            member.leads() ? text("people.order.leads." + duty.kind()) : ""));
        return String.join("\n", numbered);
    }

    private static String line(@Nullable StaffMember member) {
        var known = Objects.requireNonNull(member);
        return known.name().full() + ", " + known.position();
    }

    private static PersonToAcquaint acquaint(StaffMember member) {
        return new PersonToAcquaint(member.personId(), member.name().full(), member.position());
    }

    private String text(String key) {
        return messages.getMessage(key, null, RUSSIAN);
    }
}
