package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.documents.NewDocument;
import school.chancery.documents.Upload;
import school.chancery.documents.UploadCheck;
import school.chancery.documents.UploadKind;
import school.chancery.identity.SignedIn;
import school.chancery.journal.ParentsChoice;
import school.chancery.people.GuardianCard;
import school.chancery.people.Pupils;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.debts.DebtCaseView;
import school.chancery.yearclosing.domain.debts.RepeatClasses;
import school.chancery.yearclosing.process.SettleDebtProcess;

/** Repeat the year, an adapted programme, a plan of one's own: the parents say which, the school writes it down. */
@Controller
@RequestMapping("/yearclosing/settle-debt/record-parents-choice")
class RecordParentsChoiceController {
    private static final Set<UploadKind> PAPER = Set.of(UploadKind.PDF, UploadKind.JPEG, UploadKind.PNG);

    private final SettleDebtProcess process;
    private final DebtCards cards;
    private final RepeatClasses repeats;
    private final Pupils pupils;
    private final UploadCheck uploads;
    private final Tasks tasks;
    private final TaskPages pages;

    RecordParentsChoiceController(
            SettleDebtProcess process,
            DebtCards cards,
            RepeatClasses repeats,
            Pupils pupils,
            UploadCheck uploads,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.cards = cards;
        this.repeats = repeats;
        this.pupils = pupils;
        this.uploads = uploads;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        var pupil = cards.of(task.businessKey()).about().pupilId();
        model.addAttribute(new RecordParentsChoiceForm(null, null, applicant(pupil), null, null, null, null, null));
        return page(task, model);
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RecordParentsChoiceForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (form.hasHalfAConclusion()) faults.rejectValue("conclusionNumber", "yearclosing.debt.refused.conclusion");
        var paper = paper(me, form, faults);
        if (!faults.hasErrors()) DebtFaults.reject(faults, process.choose(task, form.toChoice(paper, me.accountId())));
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.debt.chosen");
    }

    private @Nullable NewDocument paper(SignedIn me, RecordParentsChoiceForm form, BindingResult faults) {
        if (form.scan() == null || form.scan().isEmpty()) return null;
        var answer = uploads.check(form.scan(), PAPER);
        if (answer instanceof Upload.Accepted accepted) return accepted.toDocument(me.organizationId(), true);
        var refused = (Upload.Refused) answer;
        faults.rejectValue("scan", refused.messageKey(), refused.arguments().toArray(), refused.messageKey());
        return null;
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, SettleDebtProcess.RECORD_PARENTS_CHOICE);
    }

    private String page(OpenTask task, Model model) {
        var card = cards.of(task.businessKey());
        model.addAttribute("card", card);
        model.addAttribute("choices", ParentsChoice.Choice.values());
        model.addAttribute("classes", classes(card.about()));
        return "yearclosing/settle-debt/record-parents-choice";
    }

    private Map<UUID, String> classes(DebtCaseView about) {
        var labels = new LinkedHashMap<UUID, String>();
        repeats.of(about).forEach(each -> labels.put(each.id(), each.label()));
        return labels;
    }

    private @Nullable String applicant(UUID pupilId) {
        return pupils.guardians(pupilId).stream()
                .filter(GuardianCard::legal)
                .findFirst()
                .map(guardian -> guardian.name().full())
                .orElse(null);
    }
}
