package school.chancery.students.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.students.domain.MissingChildren;
import school.chancery.students.domain.TransferLists;
import school.chancery.students.domain.TransferState;
import school.chancery.students.domain.Transfers;
import school.chancery.students.process.TransferStudentProcess;
import school.chancery.workflow.Cases;

/** The school's transfers, and «выбыл — не прибыл» for both schools and the office. */
@Controller
class TransfersController {
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_REASON = 1000;

    private final TransferLists lists;
    private final MissingChildren children;
    private final Transfers transfers;
    private final TransferCards cards;
    private final TransferStudentProcess process;
    private final Cases cases;

    TransfersController(
            TransferLists lists,
            MissingChildren children,
            Transfers transfers,
            TransferCards cards,
            TransferStudentProcess process,
            Cases cases) {
        this.lists = lists;
        this.children = children;
        this.transfers = transfers;
        this.cards = cards;
        this.process = process;
        this.cases = cases;
    }

    @GetMapping("/students/transfers")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var asked = TransferState.named(state);
        model.addAttribute("state", asked);
        model.addAttribute("states", TransferState.values());
        model.addAttribute("transfers", lists.of(me.organizationId(), asked, at(page)));
        return "students/transfers";
    }

    @GetMapping("/students/transfers/missing")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    String missing(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "0") int expected,
            Model model) {
        var district = me.roles().stream().anyMatch(Role::isDistrict);
        model.addAttribute("district", district);
        model.addAttribute("missing", children.missing(me.organizationId(), at(page)));
        if (!district) model.addAttribute("expected", children.expected(me.organizationId(), at(expected)));
        return "students/missing";
    }

    @GetMapping("/students/transfers/{id}")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var transfer = transfers
                .find(id)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("card", cards.of(transfer));
        cases.find(TransferStudentProcess.KEY, id)
                .ifPresent(found -> model.addAttribute("caseId", found.processInstanceId()));
        return "students/transfer";
    }

    /** The parents take their application back. */
    @PostMapping("/students/transfers/{id}/withdraw")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        transfers
                .find(id)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        redirect.addFlashAttribute("flash", withdrawn(id, reason));
        return "redirect:/students/transfers/" + id;
    }

    private String withdrawn(UUID id, @Nullable String reason) {
        if (reason == null || reason.isBlank()) return "students.withdraw.reason-missing";
        var told = reason.strip();
        var cut = told.substring(0, Math.min(told.length(), LONGEST_REASON)).replace("\0", "");
        return process.withdrawRequest(id, cut) ? "students.withdraw.done" : "students.withdraw.too-late";
    }

    private static PageRequest at(int page) {
        return PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
    }
}
