package school.chancery.people.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import school.chancery.identity.SignedIn;
import school.chancery.organization.Outcome;
import school.chancery.people.GuardianCard;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.people.domain.Consents;
import school.chancery.people.domain.Guardianships;
import school.chancery.people.domain.PersonCorrections;

/** Who answers for a child, entered by hand and put right; whoever resembles somebody of the register is shown first. */
@Controller
@RequestMapping("/people/pupils/{id}/guardians")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
class GuardianController {
    private final Guardianships guardianships;
    private final Blocking blocking;
    private final PersonCorrections corrections;
    private final Pupils pupils;
    private final Consents consents;
    private final WhoIsThis whoIsThis;

    record KinshipForm(
            @NotNull GuardianCard.@Nullable Kinship kinship,
            @Nullable Boolean legal,
            @Nullable Boolean contact,
            @NotBlank @Size(max = 500) @Nullable String ground) {}

    GuardianController(
            Guardianships guardianships,
            Blocking blocking,
            PersonCorrections corrections,
            Pupils pupils,
            Consents consents,
            WhoIsThis whoIsThis) {
        this.guardianships = guardianships;
        this.blocking = blocking;
        this.corrections = corrections;
        this.pupils = pupils;
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

    @GetMapping("/{personId}")
    String showKinship(@PathVariable UUID id, @PathVariable UUID personId, Model model) {
        var pupil = blocking.requirePupil(id);
        var guardian = guardian(pupil, personId);
        model.addAttribute(new KinshipForm(guardian.kinship(), guardian.legal(), guardian.contact(), null));
        return kinshipPage(pupil, guardian, model);
    }

    @PostMapping("/{personId}")
    String changeKinship(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID personId,
            @Valid @ModelAttribute KinshipForm form,
            BindingResult faults,
            Model model) {
        var pupil = blocking.requirePupil(id);
        var guardian = guardian(pupil, personId);
        if (faults.hasErrors()) return kinshipPage(pupil, guardian, model);
        corrections.correct(
                id,
                personId,
                Objects.requireNonNull(form.kinship()),
                Boolean.TRUE.equals(form.legal()),
                Boolean.TRUE.equals(form.contact()),
                new PersonCorrections.Ground(
                        me.organizationId(), Objects.requireNonNull(form.ground()), me.accountId()));
        return "redirect:/people/pupils/" + id;
    }

    private GuardianCard guardian(PupilCard pupil, UUID personId) {
        return pupils.guardians(pupil.id()).stream()
                .filter(one -> one.personId().equals(personId))
                .filter(one -> !blocking.hides(pupil.organizationId(), personId))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String kinshipPage(PupilCard pupil, GuardianCard guardian, Model model) {
        model.addAttribute("pupil", pupil);
        model.addAttribute("guardian", guardian);
        model.addAttribute("kinships", GuardianCard.Kinship.values());
        return "people/kinship";
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
