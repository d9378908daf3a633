package school.chancery.organization.web;

import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.organization.Organizations;
import school.chancery.organization.domain.OrganizationSettings;

/** What a school says of itself: names, requisites, how to reach it, how its head signs (F075). */
@Controller
@PreAuthorize(SchoolPages.STAFF)
class SchoolController {
    private final OrganizationSettings settings;
    private final Organizations organizations;

    SchoolController(OrganizationSettings settings, Organizations organizations) {
        this.settings = settings;
        this.organizations = organizations;
    }

    @GetMapping("/organization/school")
    String start() {
        return "redirect:/organization/school/classes";
    }

    @GetMapping("/organization/school/details")
    String show(Model model) {
        return shown(false, model);
    }

    @PostMapping("/organization/school/details")
    @PreAuthorize(SchoolPages.KEEPERS)
    String change(
            @Valid @ModelAttribute SchoolForm form, BindingResult faults, Model model, RedirectAttributes redirect) {
        return changed(form, faults, false, model, redirect);
    }

    /** The district office keeps its own, in the same words. */
    @GetMapping("/organization/office")
    @PreAuthorize(SchoolPages.OFFICE)
    String showOffice(Model model) {
        return shown(true, model);
    }

    @PostMapping("/organization/office")
    @PreAuthorize(SchoolPages.OFFICE)
    String changeOffice(
            @Valid @ModelAttribute SchoolForm form, BindingResult faults, Model model, RedirectAttributes redirect) {
        return changed(form, faults, true, model, redirect);
    }

    private String shown(boolean office, Model model) {
        model.addAttribute(SchoolForm.of(settings.of(SchoolPages.school())));
        return page(office, model);
    }

    private String changed(
            SchoolForm form, BindingResult faults, boolean office, Model model, RedirectAttributes redirect) {
        var present = settings.of(SchoolPages.school());
        var details = form.read(faults, present.version());
        if (details.isEmpty() || !SchoolPages.isDone(settings.change(SchoolPages.school(), details.get()), faults))
            return page(office, model);
        redirect.addFlashAttribute("flash", "organization.school.saved");
        return "redirect:/organization/" + (office ? "office" : "school/details");
    }

    private String page(boolean office, Model model) {
        model.addAttribute("school", organizations.require(SchoolPages.school()));
        model.addAttribute("office", office);
        if (office) model.addAttribute("keeps", true);
        return "organization/school";
    }
}
