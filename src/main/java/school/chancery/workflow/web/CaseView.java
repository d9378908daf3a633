package school.chancery.workflow.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.Role;
import school.chancery.workflow.CaseSection;
import school.chancery.workflow.domain.IncidentCause;
import school.chancery.workflow.engine.DrawnModel.Answer;

/**
 * Where a case stands, as its page says it.
 *
 * @param startedBy a name; null when the product started it, or names are not shown
 * @param sections what modules add, for those who see the whole case
 */
record CaseView(
        String label,
        String process,
        String organization,
        ZonedDateTime startedAt,
        @Nullable ZonedDateTime endedAt,
        boolean stopped,
        @Nullable String startedBy,
        boolean whole,
        List<Holding> holdings,
        List<Wait> waits,
        List<Letter> letters,
        List<NextStep> next,
        List<Trouble> troubles,
        List<CaseSection.View> sections,
        List<Line> history) {

    public boolean isRunning() {
        return endedAt == null;
    }

    /**
     * Who holds the case.
     *
     * @param process the called process the task stands in; null when it is the case's own
     * @param assignee name of the person who has the task; null when nobody took it or names are not shown
     * @param persons names of who could take it
     * @param open the reader may open it
     */
    record Holding(
            String taskId,
            String task,
            @Nullable String process,
            @Nullable String assignee,
            boolean taken,
            List<Role> roles,
            List<String> persons,
            ZonedDateTime since,
            @Nullable Due due,
            boolean open) {}

    /**
     * What the case waits for that is no task of a person.
     *
     * @param until when a timer ends; null for a message
     */
    record Wait(Kind kind, String step, @Nullable ZonedDateTime until) {
        enum Kind {
            EVENT,
            TIMER,
            WORK
        }
    }

    /**
     * Mail that has not gone out.
     *
     * @param to null when addresses are not shown
     * @param again when it is tried next; null while it is being sent
     * @param serverAnswer null when the server said nothing, or contents are not shown
     */
    record Letter(
            @Nullable String to,
            ZonedDateTime since,
            int attempts,
            @Nullable ZonedDateTime again,
            @Nullable String serverAnswer) {}

    /**
     * What may come next.
     *
     * @param answer the answer at a gateway that leads there; null when it comes in any case
     */
    record NextStep(@Nullable Answer answer, Kind kind, String step, List<Role> roles) {
        enum Kind {
            TASK,
            CALL,
            END
        }
    }

    /**
     * What is wrong.
     *
     * @param step the step that failed; null when none is known
     * @param again when the product tries again by itself; null when a person has to decide
     */
    record Trouble(
            IncidentCause cause,
            @Nullable String step,
            @Nullable ZonedDateTime again) {}

    /**
     * One step taken.
     *
     * @param process the called process it belongs to; null when it is the case's own
     * @param answer the model's words for what was decided; null when the step knows one way out only
     * @param person a name; null when names are not shown or the product did it
     * @param role null when the task named the person
     * @param substituted for whom it was done, a name
     */
    record Line(
            ZonedDateTime at,
            Kind kind,
            String step,
            @Nullable String process,
            boolean cancelled,
            @Nullable Answer answer,
            @Nullable String reason,
            @Nullable String person,
            @Nullable Role role,
            @Nullable String substituted,
            @Nullable String ground) {
        /** Something that happened of itself. */
        static Line of(ZonedDateTime at, Kind kind, String step) {
            return new Line(at, kind, step, null, false, null, null, null, null, null, null);
        }

        enum Kind {
            START,
            TASK,
            WORK,
            CALL,
            EVENT,
            END,
            /** A message that came when the case had ended. */
            TOO_LATE
        }
    }
}
