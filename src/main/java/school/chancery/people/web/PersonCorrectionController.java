package school.chancery.people.web;

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
import school.chancery.identity.SignedIn;
import school.chancery.organization.Outcome;
import school.chancery.people.NewPerson;
import school.chancery.people.domain.PersonCorrections;
import school.chancery.people.domain.PersonData;

/** What is kept of a person is put right, by a paper that is named (152-ФЗ ст. 21: within seven working days). */
@Controller
@RequestMapping("/people/persons/{id}/correct")
@PreAuthorize("hasAnyRole('DIRECTOR', 'SECRETARY', 'HR')")
class PersonCorrectionController {
    private final PersonCorrections corrections;
    private final Blocking blocking;

    PersonCorrectionController(PersonCorrections corrections, Blocking blocking) {
        this.corrections = corrections;
        this.blocking = blocking;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(CorrectionForm.of(data(me, id)));
        return page(id, model);
    }

    @PostMapping
    String correct(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute CorrectionForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes flash) {
        data(me, id);
        form.check(faults);
        if (!faults.hasErrors()) {
            var ground = new PersonCorrections.Ground(
                    me.organizationId(), Objects.requireNonNull(form.ground()), me.accountId());
            var outcome = corrections.correct(form.toData(id), ground);
            if (outcome instanceof Outcome.Stale) throw new ResponseStatusException(HttpStatus.CONFLICT);
            if (outcome instanceof Outcome.Refused refused) Faults.reject(faults, refused.reasons());
        }
        if (faults.hasErrors()) return page(id, model);
        flash.addFlashAttribute("flash", "people.correct.done");
        return "redirect:/people/persons/" + id + "/correct";
    }

    private PersonData data(SignedIn me, UUID id) {
        return corrections
                .of(id)
                .filter(data -> !blocking.hides(me.organizationId(), id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(UUID id, Model model) {
        model.addAttribute("personId", id);
        model.addAttribute("sexes", NewPerson.Sex.values());
        return "people/correct";
    }
}
