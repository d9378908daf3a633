package school.chancery.people.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
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
import school.chancery.organization.Organizations;
import school.chancery.people.domain.Duties;
import school.chancery.people.domain.DutyEndings;
import school.chancery.people.domain.DutyView;

/** A duty ends before its date. */
@Controller
@RequestMapping("/people/duties/{id}/end")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
class EndDutyController {
    private final Duties duties;
    private final DutyEndings endings;
    private final Organizations organizations;

    EndDutyController(Duties duties, DutyEndings endings, Organizations organizations) {
        this.duties = duties;
        this.endings = endings;
        this.organizations = organizations;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(new EndDutyForm(organizations.today(me.organizationId()), null, null));
        return page(me, duty(me, id), model);
    }

    @PostMapping
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute EndDutyForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes flash) {
        var duty = duty(me, id);
        form.check(faults, me);
        if (!faults.hasErrors()) Faults.reject(faults, endings.end(id, form.toEnding(me)));
        if (faults.hasErrors()) return page(me, duty, model);
        flash.addFlashAttribute("flash", "people.duty.end.done");
        return "redirect:/cases";
    }

    private DutyView duty(SignedIn me, UUID id) {
        return duties.find(id)
                .filter(found -> found.proposed().organizationId().equals(me.organizationId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(SignedIn me, DutyView duty, Model model) {
        model.addAttribute("duty", duty);
        model.addAttribute("mayEnd", duty.mayEnd(organizations.today(me.organizationId())));
        var offered = new LinkedHashMap<UUID, String>();
        endings.orders(duty)
                .forEach(order -> offered.put(
                        order.id(),
                        "№ %s, %td.%<tm.%<tY. %s".formatted(order.number(), order.registeredOn(), order.title())));
        model.addAttribute("orders", offered);
        return "people/assign-duty/end";
    }
}
