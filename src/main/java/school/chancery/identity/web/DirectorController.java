package school.chancery.identity.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.DirectorGround;
import school.chancery.organization.Organizations;

/** The office records who heads its schools by the founder's acts (F182). */
@Controller
@RequestMapping("/identity/directors")
@PreAuthorize("hasAnyRole('DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
class DirectorController {
    private final DirectorGround directors;
    private final Organizations organizations;

    DirectorController(DirectorGround directors, Organizations organizations) {
        this.directors = directors;
        this.organizations = organizations;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute(DirectorForm.EMPTY);
        return page(signedIn, model);
    }

    @PostMapping
    String record(
            @Valid @ModelAttribute DirectorForm form,
            BindingResult faults,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        form.check(faults);
        if (form.schoolId() != null && !schools(signedIn).containsKey(form.schoolId()))
            faults.rejectValue("schoolId", "identity.directors.school.unknown");
        if (!faults.hasErrors()) tryToRecord(form, faults, signedIn, model);
        return faults.hasErrors() ? page(signedIn, model) : "identity/director-recorded";
    }

    private void tryToRecord(DirectorForm form, BindingResult faults, SignedIn signedIn, Model model) {
        try {
            tell(directors.record(signedIn.organizationId(), form.toAct()), faults, model);
        } catch (DataIntegrityViolationException another) {
            // Two at once: the constraint on the time in office lets one through.
            faults.rejectValue("from", "identity.directors.overlaps");
        }
    }

    // Shown in this answer and kept nowhere: a redirect would put the password into the session.
    private static void tell(DirectorGround.Outcome outcome, BindingResult faults, Model model) {
        if (outcome instanceof DirectorGround.Outcome.LoginTaken)
            faults.rejectValue("login", "identity.directors.login.taken");
        if (outcome instanceof DirectorGround.Outcome.Overlaps)
            faults.rejectValue("from", "identity.directors.overlaps");
        if (outcome instanceof DirectorGround.Outcome.Recorded recorded) model.addAttribute("recorded", recorded);
    }

    private String page(SignedIn signedIn, Model model) {
        model.addAttribute("heads", directors.heads(signedIn.organizationId()));
        model.addAttribute("schools", schools(signedIn));
        return "identity/directors";
    }

    private Map<UUID, String> schools(SignedIn signedIn) {
        var names = new LinkedHashMap<UUID, String>();
        organizations
                .schoolsOf(signedIn.organizationId())
                .forEach(school -> names.put(school.id(), school.shortName()));
        return names;
    }
}
