package school.chancery.people.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.GuardianCard;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.people.domain.Consents;

/** Consents of pupils and of those who answer for them, and the wordings they agree to. */
@Controller
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
class ConsentController {
    private final Consents consents;
    private final Pupils pupils;
    private final Organizations organizations;
    private final PaperScans scans;
    private final Blocking blocking;

    ConsentController(
            Consents consents, Pupils pupils, Organizations organizations, PaperScans scans, Blocking blocking) {
        this.consents = consents;
        this.pupils = pupils;
        this.organizations = organizations;
        this.scans = scans;
        this.blocking = blocking;
    }

    record TextForm(
            @NotNull Consents.@Nullable Purpose purpose,
            @NotBlank @Size(max = 200) @Nullable String title,
            @NotBlank @Size(max = 20000) @Nullable String text) {}

    record ConsentForm(
            @NotNull @Nullable UUID textId,
            @NotNull @Nullable UUID givenById,
            @NotBlank @Size(max = 500) @Nullable String scope,
            @NotNull @Nullable LocalDate givenOn,
            @Nullable MultipartFile scan) {}

    @GetMapping("/people/consent-texts")
    String texts(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(new TextForm(null, null, null));
        return textPage(me, model);
    }

    @PostMapping("/people/consent-texts")
    String addText(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute TextForm form,
            BindingResult faults,
            Model model) {
        if (faults.hasErrors()) return textPage(me, model);
        consents.addText(
                me.organizationId(),
                Objects.requireNonNull(form.purpose()),
                Objects.requireNonNull(form.title()),
                Objects.requireNonNull(form.text()),
                me.accountId());
        return "redirect:/people/consent-texts";
    }

    @GetMapping("/people/pupils/{id}/consents")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(new ConsentForm(null, null, null, organizations.today(me.organizationId()), null));
        return page(me, blocking.requirePupil(id), model);
    }

    @PostMapping("/people/pupils/{id}/consents")
    String record(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute ConsentForm form,
            BindingResult faults,
            Model model) {
        var pupil = blocking.requirePupil(id);
        check(me, pupil, form, faults);
        var scan = scans.scan(form.scan(), "scan", faults);
        if (!faults.hasErrors()) {
            try {
                consents.record(new Consents.NewConsent(
                        me.organizationId(),
                        pupil.personId(),
                        Objects.requireNonNull(form.givenById()),
                        Objects.requireNonNull(form.textId()),
                        Objects.requireNonNull(form.scope()),
                        Objects.requireNonNull(form.givenOn()),
                        scan,
                        me.accountId()));
            } catch (DuplicateKeyException twice) {
                faults.reject("people.refused.consent-in-force");
            }
        }
        return faults.hasErrors() ? page(me, pupil, model) : "redirect:/people/pupils/" + id;
    }

    @PostMapping("/people/pupils/{id}/consents/{consentId}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID consentId,
            @RequestParam(required = false) @Nullable String ground,
            RedirectAttributes flash) {
        var pupil = blocking.requirePupil(id);
        var done = ground != null
                && ground.length() <= 500
                && consents.withdraw(
                        me.organizationId(),
                        pupil.personId(),
                        consentId,
                        organizations.today(me.organizationId()),
                        ground,
                        me.accountId());
        flash.addFlashAttribute("flash", done ? "people.consent.withdrawn" : "people.consent.not-withdrawn");
        return "redirect:/people/pupils/" + id;
    }

    private void check(SignedIn me, PupilCard pupil, ConsentForm form, BindingResult faults) {
        if (form.givenOn() != null && form.givenOn().isAfter(organizations.today(me.organizationId())))
            faults.rejectValue("givenOn", "people.refused.future");
        if (form.givenById() != null && !givers(pupil).containsKey(form.givenById()))
            faults.rejectValue("givenById", "people.refused.may-not-agree");
        if (form.textId() != null && !wordings(me).containsKey(form.textId()))
            faults.rejectValue("textId", "people.refused.old-wording");
    }

    // Legal representatives, and the pupil: from fourteen on they sign beside them.
    private Map<UUID, String> givers(PupilCard pupil) {
        var givers = new LinkedHashMap<UUID, String>();
        pupils.guardians(pupil.id()).stream()
                .filter(GuardianCard::legal)
                .forEach(guardian ->
                        givers.put(guardian.personId(), guardian.name().full()));
        givers.put(pupil.personId(), pupil.name().full());
        return givers;
    }

    private Map<UUID, String> wordings(SignedIn me) {
        var wordings = new LinkedHashMap<UUID, String>();
        consents.texts(me.organizationId())
                .forEach(text -> wordings.put(text.id(), text.title() + ", № " + text.revision()));
        return wordings;
    }

    private String page(SignedIn me, PupilCard pupil, Model model) {
        model.addAttribute("pupil", pupil);
        model.addAttribute("givers", givers(pupil));
        model.addAttribute("wordings", wordings(me));
        return "people/consents/record";
    }

    private String textPage(SignedIn me, Model model) {
        model.addAttribute("texts", consents.texts(me.organizationId()));
        model.addAttribute("purposes", Consents.Purpose.values());
        return "people/consents/texts";
    }
}
