package school.chancery.people.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.people.domain.DutyKind;
import school.chancery.people.domain.DutyMember;
import school.chancery.people.domain.ProposedDuty;

/**
 * One form for all kinds; each page shows the fields of its own.
 *
 * @param classIds and {@code teacherIds}: the table of classes, line by line; a line without teacher is left as it is
 */
record AssignDutyForm(
        @NotNull @Nullable DutyKind kind,
        @Size(max = 300) @Nullable String duty,
        @Nullable Role role,
        @Nullable UUID staffId,
        @Nullable UUID formerId,
        @Nullable UUID substitutedId,
        @Nullable List<@Nullable UUID> memberIds,
        @Nullable UUID leaderId,
        @Nullable List<@Nullable UUID> classIds,
        @Nullable List<@Nullable UUID> teacherIds,
        @NotNull @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Size(max = 1000) @Nullable String task,
        @Size(max = 500) @Nullable String ground) {

    static AssignDutyForm of(
            DutyKind kind, LocalDate from, List<@Nullable UUID> classIds, List<@Nullable UUID> teacherIds) {
        return new AssignDutyForm(
                kind, null, null, null, null, null, null, null, classIds, teacherIds, from, null, null, null);
    }

    /** What a kind cannot do without; the rest is for the domain to say. */
    void check(Errors faults) {
        if (kind == null) return;
        switch (kind) {
            case ROLE -> {
                missing(faults, "role", role);
                missing(faults, "staffId", staffId);
            }
            case SUBSTITUTION -> {
                missing(faults, "substitutedId", substitutedId);
                missing(faults, "staffId", staffId);
                missing(faults, "to", to);
            }
            case WORKING_GROUP, EXECUTORS -> {
                missing(faults, "duty", duty);
                if (leaderId != null && !ids(memberIds).contains(leaderId))
                    faults.rejectValue("leaderId", "people.refused.leader-not-member");
            }
            case CLASS_TEACHERS -> {
                if (lines(classIds) != lines(teacherIds)) faults.reject("people.refused.table-torn");
            }
        }
    }

    private static void missing(Errors faults, String field, @Nullable Object value) {
        if (value == null && !faults.hasFieldErrors(field)) faults.rejectValue(field, "people.refused.missing");
    }

    /** Call on a form without faults only. */
    ProposedDuty toProposal(SignedIn me, String words) {
        return new ProposedDuty(
                me.organizationId(),
                Objects.requireNonNull(kind),
                words,
                kind == DutyKind.ROLE ? role : null,
                kind == DutyKind.ROLE ? formerId : null,
                kind == DutyKind.SUBSTITUTION ? substitutedId : null,
                Objects.requireNonNull(from),
                kind == DutyKind.CLASS_TEACHERS ? null : to,
                task,
                ground,
                members(),
                me.accountId());
    }

    private List<DutyMember> members() {
        return switch (Objects.requireNonNull(kind)) {
            case ROLE, SUBSTITUTION -> List.of(new DutyMember(Objects.requireNonNull(staffId), null, false));
            case WORKING_GROUP, EXECUTORS ->
                // Whoever leads stands first.
                Stream.concat(Optional.ofNullable(leaderId).stream(), ids(memberIds).stream())
                        .distinct()
                        .map(id -> new DutyMember(id, null, id.equals(leaderId)))
                        .toList();
            case CLASS_TEACHERS -> table();
        };
    }

    private List<DutyMember> table() {
        var lines = new ArrayList<DutyMember>();
        var classes = Objects.requireNonNull(classIds);
        for (var i = 0; i < classes.size(); i++) {
            var teacher = Objects.requireNonNull(teacherIds).get(i);
            var led = classes.get(i);
            if (teacher != null && led != null) lines.add(new DutyMember(teacher, led, false));
        }
        return lines;
    }

    // Counted with the blank ones: the two columns of the table are read line by line.
    private static int lines(@Nullable List<@Nullable UUID> column) {
        return column == null ? 0 : column.size();
    }

    private static List<UUID> ids(@Nullable List<@Nullable UUID> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).map(UUID.class::cast).toList();
    }
}
