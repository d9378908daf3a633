package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.Upload;
import school.chancery.documents.UploadCheck;
import school.chancery.documents.UploadKind;
import school.chancery.identity.SignedIn;
import school.chancery.orders.Councils;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingSteps;

/** The minutes of the pedagogical council, on which the orders rest. */
@Controller
@RequestMapping("/yearclosing/close-school-year/record-council")
class RecordCouncilController {
    private static final Set<UploadKind> PAPER = Set.of(UploadKind.PDF, UploadKind.JPEG, UploadKind.PNG);

    private final ClosingSteps steps;
    private final Closings closings;
    private final Councils councils;
    private final ClosingCards cards;
    private final UploadCheck uploads;
    private final Tasks tasks;
    private final TaskPages pages;

    RecordCouncilController(
            ClosingSteps steps,
            Closings closings,
            Councils councils,
            ClosingCards cards,
            UploadCheck uploads,
            Tasks tasks,
            TaskPages pages) {
        this.steps = steps;
        this.closings = closings;
        this.councils = councils;
        this.cards = cards;
        this.uploads = uploads;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        var closing = closings.require(task.businessKey());
        var before = Optional.ofNullable(closing.councilMinutesId()).flatMap(councils::find);
        model.addAttribute(before.map(minutes -> new RecordCouncilForm(
                        minutes.number(),
                        minutes.heldOn(),
                        minutes.agenda(),
                        minutes.decision(),
                        closing.graduatesLastOn(),
                        null))
                .orElseGet(() -> cards.newMinutes(closing)));
        return page(task, model);
    }

    @PostMapping
    String record(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RecordCouncilForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        var scan = scan(form.file(), faults);
        if (!faults.hasErrors()) {
            var minutes = form.toMinutes(me.organizationId(), scan, me.accountId());
            Faults.reject(faults, steps.recordCouncil(task, minutes, form.graduatesLastOn()));
        }
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.council.done");
    }

    private Upload.@Nullable Accepted scan(@Nullable MultipartFile file, Errors faults) {
        if (file == null || file.isEmpty()) return null;
        var checked = uploads.check(file, PAPER);
        if (checked instanceof Upload.Accepted accepted) return accepted;
        var refused = (Upload.Refused) checked;
        faults.rejectValue("file", refused.messageKey(), refused.arguments().toArray(), refused.messageKey());
        return null;
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, CloseSchoolYearProcess.RECORD_COUNCIL);
    }

    private String page(OpenTask task, Model model) {
        cards.fill(task.businessKey(), model);
        return "yearclosing/close-school-year/record-council";
    }
}
