package school.chancery.workflow.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What Tasklist loads as the form of a task: a frame around our own page, and what the frame says when the page's work is
 * done. Tasklist adds the task's id to the address; for a start form there is none.
 */
@Controller
class FrameController {
    private static final String FORM_KEY = "[a-z][a-z-]*/[a-z][a-z-]*/[a-z][a-z-]*";

    @GetMapping("/frame")
    String frame(@RequestParam String form, @RequestParam(required = false) @Nullable String taskId, Model model) {
        if (!form.matches(FORM_KEY)) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        var page = UriComponentsBuilder.fromPath("/" + form).queryParam("framed", "true");
        if (taskId != null) page.queryParam("taskId", "{taskId}");
        model.addAttribute(
                "page",
                taskId == null ? page.build().toString() : page.build(taskId).toString());
        return "workflow/frame";
    }

    @GetMapping("/frame/done")
    String done() {
        return "workflow/done";
    }

    @GetMapping("/frame/started")
    String started(@RequestParam("case") String instanceId, Model model) {
        model.addAttribute("instanceId", instanceId);
        return "workflow/done";
    }
}
