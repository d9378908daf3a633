package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.audit.Acting;
import school.chancery.organization.Organizations;
import school.chancery.organization.domain.PolicyBook;
import school.chancery.organization.domain.SettledPolicy;

/** What the documents leave open, or answer differently, each organization settles here for itself. */
@Controller
@RequestMapping("/organization/policies")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
class PolicyController {
    private static final String LIST = "redirect:/organization/policies";

    private final PolicyBook policies;
    private final Organizations organizations;

    PolicyController(PolicyBook policies, Organizations organizations) {
        this.policies = policies;
        this.organizations = organizations;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "modules",
                policies.all(organization()).stream()
                        .collect(
                                Collectors.groupingBy(each -> each.key().module(), TreeMap::new, Collectors.toList())));
        return page("organization/policies", model);
    }

    @GetMapping("/edit")
    String edit(@RequestParam String key, Model model) {
        var policy = policy(key);
        model.addAttribute(PolicyForm.of(policy));
        return form(policy, model);
    }

    @PostMapping("/edit")
    String settle(
            @RequestParam String key,
            @Valid @ModelAttribute PolicyForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var policy = policy(key);
        form.check(policy.key(), faults);
        if (faults.hasErrors()) return form(policy, model);
        policies.settle(organization(), key, form.checkedValue(), form.basis());
        redirect.addFlashAttribute("flash", "organization.policies.saved");
        return LIST;
    }

    @PostMapping("/clear")
    String clear(@RequestParam String key, RedirectAttributes redirect) {
        var cleared = policies.clear(organization(), policy(key).key().key());
        redirect.addFlashAttribute(
                "flash", cleared ? "organization.policies.cleared" : "organization.policies.nothing-cleared");
        return LIST;
    }

    private String form(SettledPolicy policy, Model model) {
        model.addAttribute("policy", policy);
        return page("organization/policy", model);
    }

    private String page(String view, Model model) {
        var office = organizations.require(organization()).districtOfficeId();
        model.addAttribute("school", office != null);
        return view;
    }

    private SettledPolicy policy(String key) {
        return policies.find(organization(), key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static UUID organization() {
        var organization = Acting.current().organizationId();
        if (organization == null) throw new IllegalStateException("policies are kept by a person of an organization");
        return organization;
    }
}
