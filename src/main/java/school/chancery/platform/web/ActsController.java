package school.chancery.platform.web;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.platform.domain.NormativeAct;
import school.chancery.platform.domain.NormativeActs;

/** The organization's registry of acts that its administrators must know (F006–F008). */
@Controller
@RequestMapping("/platform/acts")
class ActsController {
    private static final String READERS =
            "hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR')";
    private static final String EDITORS = "hasAnyRole('DIRECTOR', 'PLATFORM_ADMINISTRATOR')";

    private final NormativeActs acts;
    private final Organizations organizations;

    ActsController(NormativeActs acts, Organizations organizations) {
        this.acts = acts;
        this.organizations = organizations;
    }

    @GetMapping
    @PreAuthorize(READERS)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("acts", acts.all(me.organizationId()));
        model.addAttribute("edits", me.has(Role.DIRECTOR) || me.has(Role.PLATFORM_ADMINISTRATOR));
        return "platform/acts";
    }

    @GetMapping("/new")
    @PreAuthorize(EDITORS)
    String blank(Model model) {
        model.addAttribute(ActForm.EMPTY);
        return "platform/act";
    }

    @PostMapping("/new")
    @PreAuthorize(EDITORS)
    String add(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute ActForm form,
            BindingResult faults,
            RedirectAttributes redirect) {
        form.check(faults, organizations.today(me.organizationId()));
        if (faults.hasErrors()) return "platform/act";
        acts.add(me.organizationId(), form.toDraft());
        return saved(redirect);
    }

    @GetMapping("/{id}")
    @PreAuthorize(EDITORS)
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(ActForm.of(require(me, id)));
        return "platform/act";
    }

    @PostMapping("/{id}")
    @PreAuthorize(EDITORS)
    String change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute ActForm form,
            BindingResult faults,
            RedirectAttributes redirect) {
        var act = require(me, id);
        form.check(faults, organizations.today(me.organizationId()));
        if (faults.hasErrors()) return "platform/act";
        var version = Objects.requireNonNullElse(form.version(), act.version());
        if (!acts.change(me.organizationId(), id, version, form.toDraft())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return saved(redirect);
    }

    private NormativeAct require(SignedIn me, UUID id) {
        return acts.find(me.organizationId(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String saved(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "platform.act.saved");
        return "redirect:/platform/acts";
    }
}
