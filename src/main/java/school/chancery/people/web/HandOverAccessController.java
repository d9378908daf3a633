package school.chancery.people.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.PersonCard;
import school.chancery.people.Persons;
import school.chancery.people.domain.Hirings;
import school.chancery.people.process.HireEmployeeProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The new employee gets login and password on a sheet; the office says when it is in their hands. */
@Controller
@RequestMapping("/people/hire-employee/hand-over-access")
class HandOverAccessController {
    private final HireEmployeeProcess process;
    private final Hirings hirings;
    private final Persons persons;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    HandOverAccessController(
            HireEmployeeProcess process,
            Hirings hirings,
            Persons persons,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.hirings = hirings;
        this.persons = persons;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        return page(task(taskId), model);
    }

    /** Shown in this answer and kept nowhere: a redirect would put the password into the session. */
    @PostMapping(params = "issue")
    String issue(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        var task = task(taskId);
        process.issuePassword(task).ifPresent(issued -> model.addAttribute("issued", issued));
        model.addAttribute("school", organizations.require(me.organizationId()).shortName());
        return page(task, model);
    }

    @PostMapping
    String done(@RequestParam String taskId, @RequestParam(defaultValue = "false") boolean framed) {
        process.handedOver(task(taskId));
        return pages.done(framed, "people.hire.access.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, HireEmployeeProcess.HAND_OVER_ACCESS);
    }

    private String page(OpenTask task, Model model) {
        var hiring = hirings.require(task.businessKey());
        model.addAttribute(
                "employee",
                persons.find(hiring.personId())
                        .map(PersonCard::name)
                        .orElseThrow()
                        .full());
        model.addAttribute("chosen", !process.awaitsPassword(task));
        model.addAttribute("position", hiring.post().position());
        return "people/hire-employee/hand-over-access";
    }
}
