package school.chancery.people.web;

import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
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
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.BlockedPersons;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.people.domain.HealthFiles;
import school.chancery.people.domain.HealthFiles.Reader;
import school.chancery.people.domain.HealthGround;
import school.chancery.people.domain.HealthRecord;
import school.chancery.people.domain.SpecialNeeds;

/**
 * Health and special needs (F124, F125): the social pedagogue's own right. The director may look too, and says why; so
 * does the log, which the director reads.
 */
@Controller
@RequestMapping("/people/health")
@PreAuthorize("hasRole('SOCIAL_PEDAGOGUE')")
class HealthController {
    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_REASON = 500;

    private final HealthFiles health;
    private final Pupils pupils;
    private final BlockedPersons blocked;
    private final Blocking blocking;
    private final Accounts accounts;
    private final Organizations organizations;

    HealthController(
            HealthFiles health,
            Pupils pupils,
            BlockedPersons blocked,
            Blocking blocking,
            Accounts accounts,
            Organizations organizations) {
        this.health = health;
        this.pupils = pupils;
        this.blocked = blocked;
        this.blocking = blocking;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        var kept = pupils.findAll(health.kept(me.organizationId(), new Reader(me.accountId(), null)));
        var stopped = blocked.among(
                me.organizationId(),
                kept.values().stream().map(PupilCard::personId).toList());
        model.addAttribute(
                "pupils",
                kept.values().stream()
                        .filter(pupil -> !stopped.contains(pupil.personId()))
                        .sorted(Comparator.comparing(pupil -> pupil.name().full()))
                        .toList());
        return "people/health/list";
    }

    @GetMapping("/{pupilId}")
    @PreAuthorize("hasAnyRole('SOCIAL_PEDAGOGUE', 'DIRECTOR')")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID pupilId, Model model) {
        var pupil = blocking.requirePupil(pupilId);
        if (me.has(Role.SOCIAL_PEDAGOGUE)) return show(pupil, true, new Reader(me.accountId(), null), model);
        model.addAttribute("pupil", pupil);
        return "people/health/reason";
    }

    /** The director's look; the reason is posted, so that it stands in no address. */
    @PostMapping("/{pupilId}")
    @PreAuthorize("hasRole('DIRECTOR')")
    String look(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID pupilId,
            @RequestParam(required = false) @Nullable String reason,
            Model model) {
        var pupil = blocking.requirePupil(pupilId);
        if (reason == null) {
            model.addAttribute("pupil", pupil);
            model.addAttribute("missing", true);
            return "people/health/reason";
        }
        return show(pupil, false, new Reader(me.accountId(), shortened(reason)), model);
    }

    private String show(PupilCard pupil, boolean keeps, Reader reader, Model model) {
        model.addAttribute("pupil", pupil);
        model.addAttribute("keeps", keeps);
        model.addAttribute("health", health.health(pupil, reader).orElse(null));
        model.addAttribute("needs", health.needs(pupil, reader).orElse(null));
        return "people/health/show";
    }

    @GetMapping("/{pupilId}/record")
    String editHealth(@AuthenticationPrincipal SignedIn me, @PathVariable UUID pupilId, Model model) {
        var pupil = blocking.requirePupil(pupilId);
        model.addAttribute(health.health(pupil, new Reader(me.accountId(), null))
                .map(HealthForm::of)
                .orElse(HealthForm.EMPTY));
        return healthPage(pupil, model);
    }

    @PostMapping("/{pupilId}/record")
    String saveHealth(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID pupilId,
            @Valid @ModelAttribute HealthForm form,
            BindingResult faults,
            Model model) {
        var pupil = blocking.requirePupil(pupilId);
        form.check(faults, organizations.today(me.organizationId()));
        if (faults.hasErrors()) return healthPage(pupil, model);
        health.save(pupil, form.toRecord(), me.accountId());
        return "redirect:/people/health/" + pupilId;
    }

    @GetMapping("/{pupilId}/needs")
    String editNeeds(@AuthenticationPrincipal SignedIn me, @PathVariable UUID pupilId, Model model) {
        var pupil = blocking.requirePupil(pupilId);
        model.addAttribute(health.needs(pupil, new Reader(me.accountId(), null))
                .map(NeedsForm::of)
                .orElse(NeedsForm.EMPTY));
        return needsPage(pupil, model);
    }

    @PostMapping("/{pupilId}/needs")
    String saveNeeds(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID pupilId,
            @Valid @ModelAttribute NeedsForm form,
            BindingResult faults,
            Model model) {
        var pupil = blocking.requirePupil(pupilId);
        form.check(faults, organizations.today(me.organizationId()));
        if (faults.hasErrors()) return needsPage(pupil, model);
        health.save(pupil, form.toNeeds(), me.accountId());
        return "redirect:/people/health/" + pupilId;
    }

    @GetMapping("/readings")
    @PreAuthorize("hasRole('DIRECTOR')")
    String readings(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "0") int page, Model model) {
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        var readings = health.readings(me.organizationId(), at);
        model.addAttribute("readings", readings);
        model.addAttribute(
                "readers",
                accounts.findAll(readings.map(HealthFiles.Reading::accountId).toSet()));
        return "people/health/readings";
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static String healthPage(PupilCard pupil, Model model) {
        model.addAttribute("pupil", pupil);
        model.addAttribute("physicalGroups", HealthRecord.PhysicalGroup.values());
        model.addAttribute("grounds", HealthGround.Kind.values());
        return "people/health/record";
    }

    private static String needsPage(PupilCard pupil, Model model) {
        model.addAttribute("pupil", pupil);
        model.addAttribute("categories", SpecialNeeds.Category.values());
        model.addAttribute("grounds", HealthGround.Kind.values());
        return "people/health/needs";
    }
}
