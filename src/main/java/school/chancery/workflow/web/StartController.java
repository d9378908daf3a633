package school.chancery.workflow.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import school.chancery.identity.SignedIn;
import school.chancery.workflow.StartableProcess;
import school.chancery.workflow.engine.ModelReader;

/** Which cases one may begin. */
@Controller
class StartController {
    private final List<StartableProcess> startable;
    private final ModelReader models;

    StartController(ObjectProvider<StartableProcess> startable, ModelReader models) {
        this.startable = startable.stream().toList();
        this.models = models;
    }

    @GetMapping("/start")
    String list(@AuthenticationPrincipal SignedIn person, Model model) {
        var entries = startable.stream()
                .filter(process -> process.isFor(person.roles()))
                .map(process -> new Entry("/" + process.formKey(), models.latestName(process.processKey())))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
        model.addAttribute("entries", entries);
        return "workflow/start";
    }

    record Entry(String path, String name) {}
}
