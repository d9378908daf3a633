package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.students.domain.PlaceRequests;

@Component
class TakeAnswer implements JavaDelegate {
    private final PlaceRequests requests;

    TakeAnswer(PlaceRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answer = requests.answer(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(TransferStudentProcess.PLACE_ANSWER.name(), answer.name());
    }
}
