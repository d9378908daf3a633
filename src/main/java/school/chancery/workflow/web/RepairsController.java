package school.chancery.workflow.web;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.SignedIn;
import school.chancery.workflow.domain.Repairs;
import school.chancery.workflow.engine.EngineRepairs;
import school.chancery.workflow.engine.EngineRepairs.Outcome;

/**
 * Emergency access: opened and used by the system administrator, seen by whom it concerns, ended by either of them or by
 * its time.
 */
@Controller
@RequestMapping("/workflow/repairs")
class RepairsController {
    private static final String PAGE = "redirect:/workflow/repairs";
    private static final String ADMINISTRATOR = "hasRole('SYSTEM_ADMINISTRATOR')";

    private final Repairs repairs;
    private final EngineRepairs engine;
    private final RepairsView view;

    RepairsController(Repairs repairs, EngineRepairs engine, RepairsView view) {
        this.repairs = repairs;
        this.engine = engine;
        this.view = view;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('SYSTEM_ADMINISTRATOR', 'DIRECTOR', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute(RepairsForm.EMPTY);
        return page(person, model);
    }

    @PostMapping("/open")
    @PreAuthorize(ADMINISTRATOR)
    String open(
            @Valid @ModelAttribute RepairsForm form,
            BindingResult faults,
            @AuthenticationPrincipal SignedIn person,
            Model model,
            RedirectAttributes redirect) {
        form.check(view.organizations(person).keySet(), faults);
        if (!faults.hasErrors()) tryToOpen(form, faults, person);
        if (faults.hasErrors()) return page(person, model);
        redirect.addFlashAttribute("flash", "workflow.repairs.opened");
        return PAGE;
    }

    // Two at once, or one still open: the constraint on the time lets one through.
    private void tryToOpen(RepairsForm form, BindingResult faults, SignedIn person) {
        try {
            view.seeing(
                    person,
                    () -> repairs.open(
                            form.checkedOrganization(), form.length(), Objects.requireNonNull(form.reason())));
        } catch (DataIntegrityViolationException another) {
            faults.rejectValue("organizationId", "workflow.repairs.open-already");
        }
    }

    @PostMapping("/{windowId:[0-9a-f-]{36}}/close")
    @PreAuthorize("hasAnyRole('SYSTEM_ADMINISTRATOR', 'DIRECTOR', 'DISTRICT_HEAD')")
    String close(@PathVariable UUID windowId, @AuthenticationPrincipal SignedIn person, RedirectAttributes redirect) {
        var closed = view.seeing(person, () -> {
            if (repairs.find(windowId).isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            return repairs.close(windowId);
        });
        redirect.addFlashAttribute("flash", closed ? "workflow.repairs.closed" : "workflow.repairs.over");
        return PAGE;
    }

    @PostMapping("/{windowId:[0-9a-f-]{36}}/retry")
    @PreAuthorize(ADMINISTRATOR)
    String retry(
            @PathVariable UUID windowId,
            @RequestParam String jobId,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes redirect) {
        return told(view.seeing(person, () -> engine.retry(windowId, jobId)), redirect);
    }

    @PostMapping("/{windowId:[0-9a-f-]{36}}/suspend")
    @PreAuthorize(ADMINISTRATOR)
    String suspend(
            @PathVariable UUID windowId,
            @RequestParam String instanceId,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes redirect) {
        return told(view.seeing(person, () -> engine.suspend(windowId, instanceId.strip())), redirect);
    }

    @PostMapping("/{windowId:[0-9a-f-]{36}}/activate")
    @PreAuthorize(ADMINISTRATOR)
    String activate(
            @PathVariable UUID windowId,
            @RequestParam String instanceId,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes redirect) {
        return told(view.seeing(person, () -> engine.activate(windowId, instanceId)), redirect);
    }

    private static String told(Outcome outcome, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "workflow.repairs.outcome." + outcome);
        return PAGE;
    }

    private String page(SignedIn person, Model model) {
        view.fill(person, model);
        return "workflow/repairs";
    }
}
