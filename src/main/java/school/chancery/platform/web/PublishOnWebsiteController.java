package school.chancery.platform.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Objects;
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
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.platform.domain.AppointmentView;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.process.AppointAdministratorProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The order of appointment goes onto the organization's website (F141). */
@Controller
@RequestMapping("/platform/appoint-administrator/publish-on-website")
class PublishOnWebsiteController {
    private final AppointAdministratorProcess process;
    private final Appointments appointments;
    private final AppointmentCards cards;
    private final Orders orders;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    PublishOnWebsiteController(
            AppointAdministratorProcess process,
            Appointments appointments,
            AppointmentCards cards,
            Orders orders,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.appointments = appointments;
        this.cards = cards;
        this.orders = orders;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(PublishOnWebsiteForm.EMPTY);
        return page(task(taskId), model);
    }

    @PostMapping
    String publish(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute PublishOnWebsiteForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        var appointment = appointments.require(task.businessKey());
        form.check(faults, registeredOn(appointment), organizations.today(me.organizationId()));
        if (faults.hasErrors()) return page(task, model);
        process.publish(task, form.toPublication(), form.reason(), me.accountId());
        return pages.done(framed, "platform.appoint.publish.done");
    }

    private LocalDate registeredOn(AppointmentView appointment) {
        var order = orders.find(Objects.requireNonNull(appointment.orderId())).orElseThrow();
        return Objects.requireNonNull(order.registeredOn());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, AppointAdministratorProcess.PUBLISH_ON_WEBSITE);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("appointment", cards.of(appointments.require(task.businessKey())));
        model.addAttribute("decisions", PublishOnWebsiteForm.Decision.values());
        return "platform/appoint-administrator/publish-on-website";
    }
}
