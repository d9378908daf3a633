package school.chancery.people.web;

import jakarta.validation.Valid;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.Staff;
import school.chancery.people.domain.Paper;
import school.chancery.people.domain.PersonalFiles;
import school.chancery.people.domain.PersonalFiles.Owner;

/** Papers come into a personal file and are taken out of it (F095, F129). */
@Controller
class PaperController {
    private static final int LONGEST_GROUND = 500;

    private static final Set<Role> PUPIL_KEEPERS = Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY);

    private final PersonalFiles files;
    private final Staff staff;
    private final Blocking blocking;
    private final Organizations organizations;
    private final PaperScans scans;

    PaperController(
            PersonalFiles files, Staff staff, Blocking blocking, Organizations organizations, PaperScans scans) {
        this.files = files;
        this.staff = staff;
        this.blocking = blocking;
        this.organizations = organizations;
        this.scans = scans;
    }

    @GetMapping("/people/staff/{id}/papers")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
    String newOfEmployee(@PathVariable UUID id, Model model) {
        requireEmployee(id);
        model.addAttribute(PaperForm.EMPTY);
        return page("/people/staff/" + id, model);
    }

    @PostMapping("/people/staff/{id}/papers")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
    String addToEmployee(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute PaperForm form,
            BindingResult faults,
            Model model) {
        requireEmployee(id);
        return add(me, Owner.employee(id), "/people/staff/" + id, form, faults, model);
    }

    @GetMapping("/people/pupils/{id}/papers")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String newOfPupil(@PathVariable UUID id, Model model) {
        blocking.requirePupil(id);
        model.addAttribute(PaperForm.EMPTY);
        return page("/people/pupils/" + id, model);
    }

    @PostMapping("/people/pupils/{id}/papers")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String addToPupil(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute PaperForm form,
            BindingResult faults,
            Model model) {
        blocking.requirePupil(id);
        return add(me, Owner.pupil(id), "/people/pupils/" + id, form, faults, model);
    }

    @PostMapping("/people/papers/{id}/remove")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String ground) {
        var paper = files.find(id)
                .filter(found -> found.staffId() != null || Viewer.isAny(PUPIL_KEEPERS))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (ground != null)
            files.remove(me.organizationId(), id, ground.substring(0, Math.min(ground.length(), LONGEST_GROUND)));
        return "redirect:"
                + (paper.staffId() != null ? "/people/staff/" + paper.staffId() : "/people/pupils/" + paper.pupilId());
    }

    private String add(SignedIn me, Owner owner, String card, PaperForm form, BindingResult faults, Model model) {
        form.check(faults, organizations.today(me.organizationId()));
        var scan = scans.scan(form.scan(), "scan", faults);
        if (faults.hasErrors()) return page(card, model);
        files.add(me.organizationId(), owner, form.toPaper(scan), me.accountId());
        return "redirect:" + card;
    }

    private void requireEmployee(UUID id) {
        if (staff.find(id).isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String page(String card, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("kinds", Paper.Kind.values());
        return "people/paper";
    }
}
