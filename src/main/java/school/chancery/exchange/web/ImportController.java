package school.chancery.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
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
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ListExport;
import school.chancery.exchange.domain.FaultList;
import school.chancery.exchange.domain.Import;
import school.chancery.exchange.domain.ImportKinds;
import school.chancery.exchange.domain.ImportState;
import school.chancery.exchange.domain.Imports;
import school.chancery.exchange.domain.Mappings;
import school.chancery.identity.SignedIn;

/** One import: its columns, its dry run, its faults; then into the register, and back. */
@Controller
@RequestMapping("/exchange/imports/{id}")
@Loaders
class ImportController {
    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;
    private static final List<String> FAULT_HEADINGS = List.of(
            "exchange.faults.row", "exchange.faults.letter", "exchange.faults.column", "exchange.faults.reason");

    private final Imports imports;
    private final ImportKinds kinds;
    private final Mappings mappings;
    private final FaultList faults;
    private final FaultTexts texts;
    private final ListExport lists;

    ImportController(
            Imports imports,
            ImportKinds kinds,
            Mappings mappings,
            FaultList faults,
            FaultTexts texts,
            ListExport lists) {
        this.imports = imports;
        this.kinds = kinds;
        this.mappings = mappings;
        this.faults = faults;
        this.texts = texts;
        this.lists = lists;
    }

    private record Opened(Import of, ImportKind kind) {}

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int page,
            HttpServletResponse response,
            Model model) {
        var opened = opened(me, id);
        // The browser asks again by itself while the work goes on.
        if (opened.of.state().isWorking()) response.setHeader("Refresh", "3");
        return page(opened, proposed(opened), Map.of(), page, model);
    }

    @PostMapping("/mapping")
    String check(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @ModelAttribute MappingForm form,
            BindingResult unreadable,
            Model model,
            RedirectAttributes redirect) {
        var opened = opened(me, id);
        var wrong = form.faults(opened.kind, opened.of.headings().size());
        if (opened.of.state().maySetMapping() && (unreadable.hasErrors() || !wrong.isEmpty()))
            return page(opened, form.positions(opened.kind), wrong, 0, model);
        return answered(imports.check(opened.of, opened.kind, form.positions(opened.kind)), id, redirect);
    }

    @PostMapping("/apply")
    String apply(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes redirect) {
        return answered(imports.apply(opened(me, id).of), id, redirect);
    }

    @PostMapping("/undo")
    String undo(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes redirect) {
        return answered(imports.undo(opened(me, id).of), id, redirect);
    }

    @PostMapping("/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes redirect) {
        return answered(imports.withdraw(opened(me, id).of), id, redirect);
    }

    @GetMapping("/faults")
    void download(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "XLSX") ListExport.Format format,
            HttpServletResponse response) {
        var opened = opened(me, id);
        lists.send(
                response,
                format,
                "exchange.faults.title",
                FAULT_HEADINGS,
                table -> faults.each(id, fault -> {
                    var line = texts.line(opened.of, opened.kind, fault);
                    table.row(line.row(), line.letter(), line.column(), line.reason());
                }));
    }

    private static String answered(Imports.Answer answer, UUID id, RedirectAttributes redirect) {
        if (answer instanceof Imports.Refused refused) redirect.addFlashAttribute("refusal", refused.messageKey());
        return "redirect:/exchange/imports/" + id;
    }

    private List<Integer> proposed(Opened opened) {
        var settled = opened.of.mapping();
        return settled != null
                ? settled
                : mappings.propose(opened.of.organizationId(), opened.kind, opened.of.headings());
    }

    private String page(Opened opened, List<Integer> mapping, Map<String, String> wrong, int page, Model model) {
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("loading", opened.of);
        model.addAttribute("kind", opened.kind);
        model.addAttribute("mapping", mapping);
        model.addAttribute("wrong", wrong);
        model.addAttribute("mayUndo", imports.mayUndo(opened.of));
        model.addAttribute(
                "faults",
                opened.of.state() == ImportState.CHECKED
                        ? faults.page(opened.of.id(), at).map(fault -> texts.line(opened.of, opened.kind, fault))
                        : null);
        return "exchange/import";
    }

    private Opened opened(SignedIn me, UUID id) {
        var found = imports.find(id, me.organizationId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var kind = kinds.find(found.kind(), me.roles())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Opened(found, kind);
    }
}
