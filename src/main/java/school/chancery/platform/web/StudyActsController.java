package school.chancery.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.organization.Organizations;
import school.chancery.platform.domain.AppointmentView;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.NormativeAct;
import school.chancery.platform.domain.NormativeActs;
import school.chancery.platform.domain.Readings;
import school.chancery.platform.process.AppointAdministratorProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The administrator dates each act they have read (F006). The acts are data, so the form has as many fields as rows. */
@Controller
@RequestMapping("/platform/appoint-administrator/study-acts")
class StudyActsController {
    private static final int YEARS_BACK = 5;

    private final AppointAdministratorProcess process;
    private final Appointments appointments;
    private final NormativeActs acts;
    private final Readings readings;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    StudyActsController(
            AppointAdministratorProcess process,
            Appointments appointments,
            NormativeActs acts,
            Readings readings,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.appointments = appointments;
        this.acts = acts;
        this.readings = readings;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    /** One line of the form. */
    public record Line(
            NormativeAct act,
            @Nullable String typed,
            @Nullable String fault) {}

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var appointment = appointment(task(taskId));
        var before = new HashMap<String, String>();
        readings.of(appointment.id()).forEach((act, day) -> before.put(field(act), day.toString()));
        return page(lines(appointment, before, false), model);
    }

    @PostMapping
    String study(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @RequestParam Map<String, String> typed,
            Model model) {
        var task = task(taskId);
        var lines = lines(appointment(task), typed, true);
        if (lines.stream().anyMatch(line -> line.fault() != null)) return page(lines, model);
        var dates = new LinkedHashMap<UUID, LocalDate>();
        lines.forEach(line -> dates.put(line.act().id(), LocalDate.parse(String.valueOf(line.typed()))));
        process.study(task, dates);
        return pages.done(framed, "platform.appoint.study.done");
    }

    private List<Line> lines(AppointmentView appointment, Map<String, String> typed, boolean checked) {
        var today = organizations.today(appointment.organizationId());
        return acts.inForce(appointment.organizationId()).stream()
                .map(act -> {
                    var text = typed.getOrDefault(field(act.id()), "").strip();
                    return new Line(act, text, checked ? fault(text, today) : null);
                })
                .toList();
    }

    private static @Nullable String fault(String text, LocalDate today) {
        if (text.isEmpty()) return "platform.appoint.study.unread";
        try {
            var day = LocalDate.parse(text);
            if (day.isAfter(today)) return "platform.refused.date-future";
            return day.isBefore(today.minusYears(YEARS_BACK)) ? "platform.refused.date-long-ago" : null;
        } catch (DateTimeParseException notADate) {
            return "platform.refused.no-date";
        }
    }

    private static String field(UUID act) {
        return "read-" + act;
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, AppointAdministratorProcess.STUDY_ACTS);
    }

    private AppointmentView appointment(OpenTask task) {
        return appointments.require(task.businessKey());
    }

    private String page(List<Line> lines, Model model) {
        model.addAttribute("lines", lines);
        model.addAttribute("faulty", lines.stream().anyMatch(line -> line.fault() != null));
        return "platform/appoint-administrator/study-acts";
    }
}
