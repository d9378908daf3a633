package school.chancery.students.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.students.domain.ArrivalNotice;
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

    record RecordNoticeForm(
            @NotNull @Nullable NoticeChannel channel,
            @NotBlank @Size(max = 300) @Nullable String noticeFrom,
            @NotBlank @Size(max = 60) @Nullable String noticeNumber,
            @NotNull @Nullable LocalDate noticeOn) {
        ArrivalNotice toNotice() {
            return new ArrivalNotice(
                    Objects.requireNonNull(channel),
                    Objects.requireNonNull(noticeNumber),
                    Objects.requireNonNull(noticeOn),
                    Objects.requireNonNull(noticeFrom));
        }
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        var card = cards.of(transfers.require(task.businessKey()));
        model.addAttribute(new RecordNoticeForm(null, card.to(), null, null));
        return page(task, model);
    }

    @PostMapping
    String record(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RecordNoticeForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        // What the system tells by itself nobody types in.
        if (form.channel() == NoticeChannel.SYSTEM) faults.rejectValue("channel", "students.refused.missing");
        if (!faults.hasErrors()) Faults.reject(faults, process.recordNotice(task, form.toNotice()));
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "students.notice.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, TransferStudentProcess.RECORD_NOTICE);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("card", cards.of(transfers.require(task.businessKey())));
        model.addAttribute("channels", CHANNELS.stream().sorted().toList());
        return "students/transfer-student/record-notice";
    }
}
