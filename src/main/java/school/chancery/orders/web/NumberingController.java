package school.chancery.orders.web;

import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.Map;
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
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.Numbering;
import school.chancery.orders.domain.Numbering.SeriesState;
import school.chancery.orders.domain.PaperNumbers;
import school.chancery.orders.domain.Series;
import school.chancery.organization.Organizations;

/** How the school numbers its orders: a pattern for each series, with the next number shown before it is settled. */
@Controller
@RequestMapping("/orders/numbering")
@PreAuthorize("hasAnyRole('DIRECTOR', 'SECRETARY')")
class NumberingController {
    private final Numbering numbering;
    private final PaperNumbers papers;
    private final Organizations organizations;

    NumberingController(Numbering numbering, PaperNumbers papers, Organizations organizations) {
        this.numbering = numbering;
        this.papers = papers;
        this.organizations = organizations;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var states = numbering.states(me.organizationId(), year(me));
        model.addAttribute(NumberingForm.of(states));
        return page(me, states, model);
    }

    /** @param preview only shows what the numbers would look like */
    @PostMapping
    String settle(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute NumberingForm form,
            BindingResult faults,
            @RequestParam(defaultValue = "false") boolean preview,
            Model model,
            RedirectAttributes redirect) {
        var present = numbering.states(me.organizationId(), year(me));
        if (!faults.hasErrors()) form.check(present, faults);
        if (faults.hasErrors()) return page(me, present, model);
        if (preview) return page(me, form.toStates(), model);
        numbering.settle(me.organizationId(), year(me), form.toStates());
        redirect.addFlashAttribute("flash", "orders.numbering.done");
        return "redirect:/orders/numbering";
    }

    private String page(SignedIn me, Map<Series, SeriesState> states, Model model) {
        var next = new EnumMap<Series, String>(Series.class);
        states.forEach((series, state) -> next.put(series, state.pattern().format(state.last() + 1, year(me))));
        model.addAttribute("next", next);
        model.addAttribute("year", Integer.toString(year(me)));
        model.addAttribute("skipped", papers.skipped(me.organizationId(), year(me)));
        model.addAttribute("allSeries", Series.values());
        return "orders/numbering";
    }

    private int year(SignedIn me) {
        return organizations.today(me.organizationId()).getYear();
    }
}
