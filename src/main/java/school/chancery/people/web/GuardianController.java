package school.chancery.people.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
import school.chancery.identity.SignedIn;
import school.chancery.organization.Outcome;
import school.chancery.people.GuardianCard;
import school.chancery.people.PupilCard;
import school.chancery.people.domain.Consents;
import school.chancery.people.domain.Guardianships;

/** Enters by hand who answers for a child; whoever resembles somebody of the register is shown first. */
@Controller
@RequestMapping("/people/pupils/{id}/guardians")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
class GuardianController {
    private final Guardianships guardianships;
    private final Blocking blocking;
    private final Consents consents;
    private final WhoIsThis whoIsThis;

    GuardianController(Guardianships guardianships, Blocking blocking, Consents consents, WhoIsThis whoIsThis) {
        this.guardianships = guardianships;
        this.blocking = blocking;
        this.consents = consents;
        this.whoIsThis = whoIsThis;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(GuardianForm.EMPTY);
        return page(blocking.requirePupil(id), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute GuardianForm form,
            BindingResult faults,
            Model model) {
        var pupil = blocking.requirePupil(id);
        form.check(faults);
        if (!faults.hasErrors()) whoIsThis.ask(form, faults, model);
        if (!faults.hasErrors()
                && guardianships.add(pupil, form.toProposal(me, pupil)) instanceof Outcome.Refused refused)
            Faults.reject(faults, refused.reasons());
        return faults.hasErrors() ? page(pupil, model) : "redirect:/people/pupils/" + id;
    }

    private String page(PupilCard pupil, Model model) {
        model.addAttribute("pupil", pupil);
        model.addAttribute("kinships", GuardianCard.Kinship.values());
        var wordings = new LinkedHashMap<UUID, String>();
        consents.texts(pupil.organizationId()).stream()
                .filter(text -> text.purpose() == Consents.Purpose.PROCESSING)
                .forEach(text -> wordings.put(text.id(), text.title() + ", № " + text.revision()));
        model.addAttribute("wordings", wordings);
        if (!model.containsAttribute("alike")) model.addAttribute("alike", Map.of());
        return "people/guardian";
    }
}
