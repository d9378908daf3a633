package school.chancery.platform.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.PlatformReply;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** A person reads the platform's reply and says what it means (F010); matched mails are shown, never applied. */
@Controller
@RequestMapping("/platform/register-organization/record-reply")
class RecordReplyController {
    private final RegisterOrganizationProcess process;
    private final Applications applications;
    private final ApplicationCards cards;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    RecordReplyController(
            RegisterOrganizationProcess process,
            Applications applications,
            ApplicationCards cards,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.applications = applications;
        this.cards = cards;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        var application = card(task(taskId));
        var replies = application.replies();
        var latest = replies.isEmpty() ? null : replies.get(replies.size() - 1);
        model.addAttribute(new RecordReplyForm(
                null,
                latest == null
                        ? organizations.today(me.organizationId())
                        : latest.receivedAt().toLocalDate(),
                null,
                latest == null ? null : latest.mail().id()));
        return page(application, model);
    }

    @PostMapping
    String record(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RecordReplyForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        var application = card(task);
        form.check(faults, application, organizations.today(me.organizationId()));
        if (faults.hasErrors()) return page(application, model);
        process.recordReply(task, form.toReply(me.accountId()));
        return pages.done(framed, "platform.register.reply.done." + form.reply());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, RegisterOrganizationProcess.RECORD_REPLY);
    }

    private ApplicationCard card(OpenTask task) {
        return cards.of(applications.require(task.businessKey()));
    }

    private String page(ApplicationCard application, Model model) {
        model.addAttribute("registering", application);
        model.addAttribute("answers", PlatformReply.values());
        model.addAttribute("mails", mails(application));
        return "platform/register-organization/record-reply";
    }

    private static Map<UUID, String> mails(ApplicationCard application) {
        var mails = new LinkedHashMap<UUID, String>();
        application
                .replies()
                .forEach(reply -> mails.put(
                        reply.mail().id(),
                        "%td.%<tm.%<tY %<tH:%<tM, %s"
                                .formatted(reply.receivedAt(), reply.mail().subject())));
        return mails;
    }
}
