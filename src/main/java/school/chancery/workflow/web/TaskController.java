package school.chancery.workflow.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import school.chancery.workflow.domain.Inbox;
import school.chancery.workflow.engine.EngineTasks;
import school.chancery.workflow.engine.ModelReader;

/** A task by its id alone, as mails and lists link to it. */
@Controller
@RequestMapping("/tasks/{taskId:[0-9A-Za-z-]{1,64}}")
class TaskController {
    private final EngineTasks tasks;
    private final ModelReader models;

    TaskController(EngineTasks tasks, ModelReader models) {
        this.tasks = tasks;
        this.models = models;
    }

    /** Opens the task's own page. */
    @GetMapping
    String open(@PathVariable String taskId) {
        var task = tasks.require(taskId);
        var form = models.formKey(task.processDefinitionId(), task.definitionKey())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:"
                + UriComponentsBuilder.fromPath("/" + form)
                        .queryParam("taskId", "{task}")
                        .build(taskId);
    }

    /** Takes it in work, and goes on to its page. */
    @PostMapping("/claim")
    String claim(@PathVariable String taskId) {
        tasks.claim(taskId);
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/release")
    String release(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String tab,
            RedirectAttributes redirect) {
        tasks.release(taskId);
        redirect.addFlashAttribute("flash", "workflow.inbox.released");
        redirect.addAttribute("tab", ListQuery.choice(Inbox.Tab.class, tab).orElse(Inbox.Tab.ALL));
        return "redirect:/inbox";
    }
}
