package school.chancery.identity.web;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.audit.AuditTrail;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.AuditReading;
import school.chancery.organization.Organizations;

/** The record of acts for those who answer for it, and whether its chain still holds. */
@Controller
@RequestMapping("/audit")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'DISTRICT_HEAD', 'SYSTEM_ADMINISTRATOR')")
class AuditController {
    private static final List<String> MODULES = List.of(
            "documents",
            "exchange",
            "identity",
            "journal",
            "mail",
            "orders",
            "organization",
            "people",
            "platform",
            "students",
            "yearclosing",
            "workflow");
    private static final int LAST_PAGE = 10_000;

    private final AuditReading reading;
    private final AuditTrail trail;
    private final Organizations organizations;

    AuditController(AuditReading reading, AuditTrail trail, Organizations organizations) {
        this.reading = reading;
        this.trail = trail;
        this.organizations = organizations;
    }

    @GetMapping
    String show(
            @Valid @ModelAttribute AuditSearchForm form,
            BindingResult faults,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "false") String schools,
            @AuthenticationPrincipal SignedIn reader,
            Model model) {
        var ofSchools = "true".equals(schools) && AuditReading.seesSchools(reader);
        form.check(faults, organizations.today(reader.organizationId()));
        if (!faults.hasErrors()) {
            var filter = form.orLastMonth(organizations.today(reader.organizationId()))
                    .toFilter();
            var number = number(page);
            var found = reading.find(reader, filter, number, ofSchools);
            model.addAttribute(
                    "page", new PageImpl<>(found.lines(), PageRequest.of(number, AuditTrail.PAGE), found.total()));
            model.addAttribute("filter", filter);
        }
        model.addAttribute("modules", MODULES);
        model.addAttribute("persons", AuditReading.seesPersons(reader) && !ofSchools);
        model.addAttribute("seesSchools", AuditReading.seesSchools(reader));
        model.addAttribute("schools", ofSchools);
        model.addAttribute("chain", trail.lastCheck(reader.organizationId()).orElse(null));
        return "identity/audit";
    }

    @PostMapping("/check")
    String check(@AuthenticationPrincipal SignedIn reader, RedirectAttributes redirect) {
        var checked = trail.check(reader.organizationId());
        redirect.addFlashAttribute(
                "flash", checked.isPresent() ? "identity.audit.checked" : "identity.audit.nothing-linked");
        return "redirect:/audit";
    }

    private static int number(String page) {
        return page.matches("\\d{1,5}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    }
}
