package school.chancery.journal.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.journal.Debt;
import school.chancery.journal.DebtPause;
import school.chancery.journal.DebtPauses;
import school.chancery.journal.DebtPauses.PauseAnswer;
import school.chancery.journal.domain.DebtLists;
import school.chancery.journal.domain.Papers;
import school.chancery.organization.Organizations;
import school.chancery.people.BlockedPersons;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;

/** Who has debts, till when, and what stopped their clock. */
@Controller
@RequestMapping("/journal/debts")
@PreAuthorize(JournalPages.KEEPERS)
class DebtsController {
    private static final int PAGE_SIZE = 40;
    private static final int LAST_PAGE = 100_000;

    private final DebtLists lists;
    private final DebtPauses pauses;
    private final Pupils pupils;
    private final Organizations organizations;
    private final JournalScans scans;
    private final Papers papers;
    private final BlockedPersons blocked;

    DebtsController(
            DebtLists lists,
            DebtPauses pauses,
            Pupils pupils,
            Organizations organizations,
            JournalScans scans,
            Papers papers,
            BlockedPersons blocked) {
        this.lists = lists;
        this.pauses = pauses;
        this.pupils = pupils;
        this.organizations = organizations;
        this.scans = scans;
        this.papers = papers;
        this.blocked = blocked;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        var today = organizations.today(me.organizationId());
        var wanted = stateOf(state);
        model.addAttribute("state", wanted);
        model.addAttribute("states", Debt.State.values());
        model.addAttribute("today", today);
        model.addAttribute("debts", lists.page(me.organizationId(), wanted, today, me.has(Role.DIRECTOR), at));
        return "journal/debts";
    }

    @GetMapping("/{pupilId}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID pupilId, Model model) {
        model.addAttribute(PauseForm.empty());
        return page(me, pupilId, model);
    }

    @PostMapping("/{pupilId}/pauses")
    String pause(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID pupilId,
            @Valid @ModelAttribute PauseForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        require(me, pupilId);
        var scan = scans.of(form.scan(), "scan", me.organizationId(), faults);
        if (faults.hasErrors()) return page(me, pupilId, model);
        var answer = papers.pause(document -> form.toPause(me.organizationId(), pupilId, document), scan);
        if (answer != PauseAnswer.DONE) {
            reject(faults, answer);
            return page(me, pupilId, model);
        }
        redirect.addFlashAttribute("flash", "journal.pause.recorded");
        return "redirect:/journal/debts/" + pupilId;
    }

    private static void reject(BindingResult faults, PauseAnswer answer) {
        var code = "journal.refused." + answer;
        switch (answer) {
            case ENDS_BEFORE_IT_BEGINS -> faults.rejectValue("to", code);
            case OVERLAPS -> faults.rejectValue("from", code);
            default -> faults.reject(code);
        }
    }

    private PupilCard require(SignedIn me, UUID pupilId) {
        return pupils.find(pupilId)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .filter(found -> me.has(Role.DIRECTOR) || !blocked.isBlocked(me.organizationId(), found.personId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(SignedIn me, UUID pupilId, Model model) {
        var today = organizations.today(me.organizationId());
        model.addAttribute("pupil", require(me, pupilId));
        model.addAttribute("today", today);
        model.addAttribute("debts", lists.of(me.organizationId(), pupilId, today));
        model.addAttribute("pauses", pauses.of(pupilId));
        model.addAttribute("kinds", DebtPause.Kind.values());
        return "journal/debt";
    }

    private static Debt.@Nullable State stateOf(@Nullable String asked) {
        if (asked == null) return Debt.State.OPEN;
        for (var each : Debt.State.values()) if (each.name().equals(asked)) return each;
        return null;
    }
}
