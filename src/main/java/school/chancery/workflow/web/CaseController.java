package school.chancery.workflow.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** «Где моё дело»: who holds it, since when, what comes next, what is wrong. */
@Controller
class CaseController {
    private final CaseViews views;

    CaseController(CaseViews views) {
        this.views = views;
    }

    @GetMapping("/cases/{instanceId:[0-9A-Za-z-]{1,64}}")
    String show(@PathVariable String instanceId, Model model) {
        var view = views.of(instanceId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("case", view);
        return "workflow/case";
    }
}
