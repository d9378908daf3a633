package school.chancery.students.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.students.domain.NoticeChannel;
import school.chancery.students.domain.Transfers;
import school.chancery.students.process.TransferStudentProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The other school has told, on paper or by mail, that the child is enrolled there. */
@Controller
@RequestMapping("/students/transfer-student/record-notice")
class RecordNoticeController {
    private static final Set<NoticeChannel> CHANNELS = Set.of(NoticeChannel.HAND, NoticeChannel.MAIL);

    private final TransferStudentProcess process;
    private final Transfers transfers;
    private final TransferCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    RecordNoticeController(
            TransferStudentProcess process, Transfers transfers, TransferCards cards, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.transfers = transfers;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        var card = cards.of(transfers.require(task.businessKey()));
        model.addAttribute(RecordNoticeForm.of(card));
        return page(card, model);
    }

    @PostMapping
    String record(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RecordNoticeForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        var card = cards.of(transfers.require(task.businessKey()));
        form.check(faults, card);
        if (!faults.hasErrors()) Faults.reject(faults, process.recordNotice(task, form.toNotice()));
        return faults.hasErrors() ? page(card, model) : pages.done(framed, "students.notice.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, TransferStudentProcess.RECORD_NOTICE);
    }

    private String page(TransferCard card, Model model) {
        var mails = new LinkedHashMap<UUID, String>();
        card.replies().forEach(reply -> mails.put(reply.mail().id(), reply.title()));
        model.addAttribute("card", card);
        model.addAttribute("mails", mails);
        model.addAttribute("channels", CHANNELS.stream().sorted().toList());
        return "students/transfer-student/record-notice";
    }
}
