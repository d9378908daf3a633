package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.audit.Acting;
import school.chancery.organization.Organizations;
import school.chancery.organization.domain.CalendarBook;
import school.chancery.organization.domain.CalendarDay;
import school.chancery.organization.domain.DayKind;

/** The district office's working-day calendar: what it says is what terms of its schools are counted by. */
@Controller
@RequestMapping("/organization/calendar")
@PreAuthorize("hasAnyRole('DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
class CalendarController {
    private static final int WARN_FROM_MONTH = 10;

    private final CalendarBook calendars;
    private final Organizations organizations;

    CalendarController(CalendarBook calendars, Organizations organizations) {
        this.calendars = calendars;
        this.organizations = organizations;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute(CalendarDayForm.EMPTY);
        return page(year == null ? today().getYear() : year, model);
    }

    @PostMapping
    String put(
            @Valid @ModelAttribute CalendarDayForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        form.check(faults);
        if (faults.hasErrors())
            return page(form.day() == null ? today().getYear() : form.day().getYear(), model);
        calendars.put(office(), form.toDay());
        return shown(form.toDay().day(), "organization.calendar.saved", redirect);
    }

    @PostMapping("/remove")
    String remove(@RequestParam LocalDate day, RedirectAttributes redirect) {
        var removed = calendars.remove(office(), day);
        return shown(
                day, removed ? "organization.calendar.removed" : "organization.calendar.nothing-removed", redirect);
    }

    private static String shown(LocalDate day, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", message);
        redirect.addAttribute("year", day.getYear());
        return "redirect:/organization/calendar";
    }

    private String page(int asked, Model model) {
        var year = Math.max(CalendarDayForm.FIRST, Math.min(CalendarDayForm.LAST, asked));
        model.addAttribute("year", year);
        model.addAttribute("months", byMonth(calendars.ofYear(office(), year)));
        model.addAttribute("kinds", DayKind.values());
        model.addAttribute("missingYear", missingYear());
        return "organization/calendar";
    }

    // From October on terms begin to reach into the next year.
    private @Nullable Integer missingYear() {
        var today = today();
        if (calendars.ofYear(office(), today.getYear()).isEmpty()) return today.getYear();
        var next = today.getYear() + 1;
        return today.getMonthValue() >= WARN_FROM_MONTH
                        && calendars.ofYear(office(), next).isEmpty()
                ? next
                : null;
    }

    private static Map<YearMonth, List<CalendarDay>> byMonth(List<CalendarDay> days) {
        return days.stream()
                .collect(Collectors.groupingBy(day -> YearMonth.from(day.day()), TreeMap::new, Collectors.toList()));
    }

    private LocalDate today() {
        return organizations.today(office());
    }

    private static UUID office() {
        var office = Acting.current().organizationId();
        if (office == null) throw new IllegalStateException("a calendar is kept by a person of an office");
        return office;
    }
}
