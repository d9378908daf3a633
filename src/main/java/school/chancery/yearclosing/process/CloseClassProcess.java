package school.chancery.yearclosing.process;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.Refusal;

/** {@code close-class}; business key = class closing id. Called by {@code close-school-year} for every class. */
@Component
public class CloseClassProcess {
    public static final String KEY = "close-class";
    public static final String PROPOSE_OUTCOMES = "UserTask_ProposeOutcomes";
    public static final String REVIEW_OUTCOMES = "UserTask_ReviewOutcomes";

    /** An account, or a word that is none when the class has no class teacher. */
    static final ProcessVariable<String> CLASS_TEACHER = ProcessVariable.code("classTeacher");

    static final ProcessVariable<ReviewDecision> REVIEW_DECISION =
            ProcessVariable.choice("reviewDecision", ReviewDecision.class);

    private final ClassOutcomes outcomes;
    private final Proposers proposers;
    private final Tasks tasks;

    CloseClassProcess(ClassOutcomes outcomes, Proposers proposers, Tasks tasks) {
        this.outcomes = outcomes;
        this.proposers = proposers;
        this.tasks = tasks;
    }

    /** False for whom the task was made as the class teacher and who leads the class no more; deputies have it still. */
    @Transactional(readOnly = true)
    public boolean mayPropose(OpenTask task, UUID account) {
        var made = account.toString().equals(tasks.variable(task, CLASS_TEACHER));
        return !made || proposers.of(task.businessKey()).equals(account.toString());
    }

    /** The class teacher is ready; refused while a pupil has no outcome or one has no reason. */
    @Transactional
    public List<Refusal> send(OpenTask task, UUID by) {
        var refusals = outcomes.send(task.businessKey(), by);
        if (refusals.isEmpty()) tasks.complete(task, "SENT", null, List.of());
        return refusals;
    }

    @Transactional
    public List<Refusal> accept(OpenTask task, UUID by) {
        var refusals = outcomes.accept(task.businessKey(), by);
        if (refusals.isEmpty()) review(task, ReviewDecision.ACCEPT, null);
        return refusals;
    }

    @Transactional
    public List<Refusal> giveBack(OpenTask task, String remark, UUID by) {
        var refusals = outcomes.giveBack(task.businessKey(), remark, by);
        if (refusals.isEmpty()) review(task, ReviewDecision.RETURN, remark);
        return refusals;
    }

    private void review(OpenTask task, ReviewDecision decision, @Nullable String remark) {
        tasks.complete(task, decision.name(), remark, List.of(REVIEW_DECISION.with(decision)));
    }
}
