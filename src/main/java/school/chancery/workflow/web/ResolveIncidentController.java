package school.chancery.workflow.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskNotFoundException;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.workflow.domain.IncidentRegister;
import school.chancery.workflow.engine.ModelReader;
import school.chancery.workflow.process.ResolveIncidentProcess;
import school.chancery.workflow.process.ResolveIncidentProcess.Resolution;

@Controller
@RequestMapping("/workflow/resolve-incident/resolve-incident")
class ResolveIncidentController {
    private static final String VIEW = "workflow/resolve-incident/resolve-incident";

    private final Tasks tasks;
    private final IncidentRegister incidents;
    private final ResolveIncidentProcess process;
    private final ModelReader models;
    private final TaskPages pages;

    ResolveIncidentController(
            Tasks tasks,
            IncidentRegister incidents,
            ResolveIncidentProcess process,
            ModelReader models,
            TaskPages pages) {
        this.tasks = tasks;
        this.incidents = incidents;
        this.process = process;
        this.models = models;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute("resolveIncidentForm", new ResolveIncidentForm(null, null));
        return form(require(taskId), model);
    }

    @PostMapping
    String resolve(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ResolveIncidentForm form,
            BindingResult faults,
            Model model) {
        var task = require(taskId);
        if (faults.hasErrors()) return form(task, model);
        process.resolve(task, Objects.requireNonNull(form.resolution()), Objects.requireNonNull(form.reason()));
        return pages.done(framed, "workflow.resolve-incident.done." + form.resolution());
    }

    private OpenTask require(String taskId) {
        return tasks.require(taskId, ResolveIncidentProcess.RESOLVE_INCIDENT);
    }

    private String form(OpenTask task, Model model) {
        var incident = incidents.find(task.businessKey()).orElseThrow(() -> new TaskNotFoundException(task.id()));
        model.addAttribute("incident", incident);
        model.addAttribute("processName", models.latestName(incident.processKey()));
        model.addAttribute("stepName", models.latestElementName(incident.processKey(), incident.elementKey()));
        model.addAttribute("resolutions", Resolution.values());
        return VIEW;
    }
}
