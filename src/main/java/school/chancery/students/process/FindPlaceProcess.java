package school.chancery.students.process;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.students.domain.Answer;
import school.chancery.students.domain.PlaceSearchView.State;
import school.chancery.students.domain.PlaceSearches;
import school.chancery.workflow.Facts;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.Tasks;

/** {@code find-place}; business key = place search id, a case of the district office. */
@Component
public class FindPlaceProcess {
    public static final String KEY = "find-place";
    public static final String FIND_PLACE = "UserTask_FindPlace";

    static final String PLACE_WANTED = "students.place-wanted";

    private final PlaceSearches searches;
    private final Facts facts;
    private final Tasks tasks;

    FindPlaceProcess(PlaceSearches searches, Facts facts, Tasks tasks) {
        this.searches = searches;
        this.facts = facts;
        this.tasks = tasks;
    }

    @Transactional
    public Answer find(OpenTask task, UUID organizationId, UUID by) {
        return settled(task, searches.find(task.businessKey(), organizationId, by), State.FOUND, null);
    }

    @Transactional
    public Answer giveUp(OpenTask task, String reason, UUID by) {
        return settled(task, searches.giveUp(task.businessKey(), reason, by), State.NONE, reason);
    }

    private Answer settled(OpenTask task, Answer answer, State state, @Nullable String reason) {
        if (answer instanceof Answer.Refused) return answer;
        var told = List.of(TransferStudentProcess.PLACE_SEARCH.with(state));
        tasks.complete(task, state.name(), reason, told);
        var search = searches.require(task.businessKey());
        facts.tell(
                TransferStudentProcess.PLACE_SEARCHED,
                search.sendingOrganizationId(),
                search.transferId(),
                search.id(),
                told);
        return answer;
    }
}
