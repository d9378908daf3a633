package school.chancery.workflow.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.Inbox;
import school.chancery.workflow.domain.Inbox.Place;
import school.chancery.workflow.domain.Inbox.Tab;
import school.chancery.workflow.engine.EngineActor;
import school.chancery.workflow.engine.EngineTasks;
import school.chancery.workflow.engine.ModelReader;

/** The portal's list of tasks, for those who do not work in Tasklist and for those who do. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final EngineTasks tasks;
    private final EngineActor actor;
    private final ModelReader models;
    private final Organizations organizations;

    InboxController(
            Inbox inbox, EngineTasks tasks, EngineActor actor, ModelReader models, Organizations organizations) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.actor = actor;
        this.models = models;
        this.organizations = organizations;
    }

    @GetMapping("/inbox")
    String inbox(
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal SignedIn person,
            Model model) {
        var owner = new Inbox.Owner(person.accountId(), person.organizationCode(), actor.groups());
        var counts = inbox.counts(owner);
        var shown = tab == null ? firstWithTasks(counts) : tab(tab);
        var lines = inbox.page(owner, shown, place(due, after));
        model.addAttribute(
                "zone", organizations.require(person.organizationId()).zone());
        model.addAttribute("tab", shown);
        model.addAttribute("counts", counts);
        model.addAttribute("lines", lines.stream().limit(Inbox.PAGE).toList());
        model.addAttribute(
                "next", lines.size() > Inbox.PAGE ? lines.get(Inbox.PAGE - 1).place() : null);
        model.addAttribute("first", after == null);
        return "workflow/inbox";
    }

    private static Tab firstWithTasks(Inbox.Counts counts) {
        return counts.mine() == 0 && counts.offered() > 0 ? Tab.OFFERED : Tab.MINE;
    }

    private static Tab tab(String name) {
        try {
            return Tab.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return Tab.MINE;
        }
    }

    // A place that cannot be read is the beginning: the link may be old, the list is not.
    private static @Nullable Place place(@Nullable String due, @Nullable String after) {
        if (after == null || after.length() > 64) return null;
        return new Place(moment(due).orElse(null), after);
    }

    private static Optional<Instant> moment(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Opens the task's own page. */
    @GetMapping("/tasks/{taskId}")
    String open(@PathVariable String taskId) {
        var task = tasks.require(taskId);
        var form = models.formKey(task.processDefinitionId(), task.definitionKey())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:"
                + UriComponentsBuilder.fromPath("/" + form)
                        .queryParam("taskId", "{task}")
                        .build(taskId);
    }

    @PostMapping("/tasks/{taskId}/claim")
    String claim(@PathVariable String taskId) {
        tasks.claim(taskId);
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/tasks/{taskId}/release")
    String release(@PathVariable String taskId, RedirectAttributes redirect) {
        tasks.release(taskId);
        redirect.addFlashAttribute("flash", "workflow.inbox.released");
        return "redirect:/inbox";
    }
}
