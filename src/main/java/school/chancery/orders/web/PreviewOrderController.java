package school.chancery.orders.web;

import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.orders.domain.Drafting;
import school.chancery.orders.process.IssueOrderProcess;
import school.chancery.workflow.Tasks;

/** How the order would look; opened beside the form that prepares it. */
@Controller
class PreviewOrderController {
    private final Drafting drafting;
    private final PeopleToAcquaint people;
    private final OrderReaders readers;
    private final Tasks tasks;

    PreviewOrderController(Drafting drafting, PeopleToAcquaint people, OrderReaders readers, Tasks tasks) {
        this.drafting = drafting;
        this.people = people;
        this.readers = readers;
        this.tasks = tasks;
    }

    @PostMapping("/orders/issue-order/prepare-order/preview")
    @Transactional(readOnly = true)
    ResponseEntity<byte[]> preview(
            @RequestParam String taskId, @Valid @ModelAttribute PrepareOrderForm form, BindingResult faults) {
        var card = readers.ofTask(
                tasks.require(taskId, IssueOrderProcess.PREPARE_ORDER).businessKey());
        if (faults.hasErrors())
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(drafting.preview(card.organizationId(), form.content(people.chosen(card, form.chosen()))));
    }
}
