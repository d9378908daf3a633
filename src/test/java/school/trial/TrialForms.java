package school.trial;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.workflow.TrialProcess;

/** The pages of the tests' own process, made as a module makes its own. Outside the product's packages, which are scanned. */
@Controller
@RequestMapping("/workflow/try-out")
public class TrialForms {
    private final Tasks tasks;
    private final Cases cases;
    private final TaskPages pages;
    private final TransactionTemplate transactions;

    TrialForms(Tasks tasks, Cases cases, TaskPages pages, TransactionTemplate transactions) {
        this.tasks = tasks;
        this.cases = cases;
        this.pages = pages;
        this.transactions = transactions;
    }

    @GetMapping("/decide")
    String show(@RequestParam String taskId) {
        tasks.require(taskId, TrialProcess.DECIDE);
        return "workflow/try-out/decide";
    }

    @PostMapping("/decide")
    String decide(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @RequestParam String decision,
            Model model) {
        var task = tasks.require(taskId, TrialProcess.DECIDE);
        if (!decision.matches("YES|NO")) {
            model.addAttribute("remark", "Решение: YES или NO");
            return "workflow/try-out/decide";
        }
        var variable = ProcessVariable.code("decision").with(decision);
        transactions.executeWithoutResult(status -> tasks.complete(task, decision, "Так решено", List.of(variable)));
        return pages.done(framed, "workflow.done.text");
    }

    @GetMapping("/start")
    String begin() {
        return "workflow/try-out/start";
    }

    @PostMapping("/start")
    String start(@RequestParam(defaultValue = "false") boolean framed, @AuthenticationPrincipal SignedIn person) {
        var trial =
                new NewCase(TrialProcess.KEY, UUID.randomUUID(), person.organizationId(), "Проба ПР-000002", List.of());
        var instance = transactions.execute(status -> cases.start(trial));
        return pages.started(framed, String.valueOf(instance), "workflow.done.text");
    }
}
