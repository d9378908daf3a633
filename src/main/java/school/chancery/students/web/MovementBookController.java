package school.chancery.students.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import school.chancery.exchange.ListExport;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.students.domain.MovementBook;
import school.chancery.students.domain.MovementBook.Wanted;
import school.chancery.students.domain.MovementKind;
import school.chancery.students.domain.Prints;
import school.chancery.students.domain.Refusal;
import school.chancery.students.domain.TransferWords;

/** «Книга движения обучающихся» (F093): a year of it, searched, printed, corrected by a new line. */
@Controller
@RequestMapping("/students/movements")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
class MovementBookController {
    private static final List<String> COLUMNS = List.of(
            "students.book.number",
            "students.fact.pupil",
            "students.book.kind",
            "students.fact.from",
            "students.fact.to",
            "students.book.moved",
            "students.fact.order",
            "students.book.ordered",
            "students.fact.reason");
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_TEXT = 100;

    private final MovementBook book;
    private final Prints prints;
    private final ListExport lists;
    private final TransferWords words;
    private final SchoolYears years;
    private final Organizations organizations;

    MovementBookController(
            MovementBook book,
            Prints prints,
            ListExport lists,
            TransferWords words,
            SchoolYears years,
            Organizations organizations) {
        this.book = book;
        this.prints = prints;
        this.lists = lists;
        this.words = words;
        this.years = years;
        this.organizations = organizations;
    }

    record CorrectionForm(
            @NotBlank @Size(max = 1000) @Nullable String text) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        var shown = year(me, year);
        model.addAttribute("years", years.all(me.organizationId()));
        model.addAttribute("year", shown.orElse(null));
        model.addAttribute("kinds", MovementKind.values());
        model.addAttribute("kind", kindOf(kind));
        model.addAttribute("text", textOf(text));
        model.addAttribute(
                "lines",
                shown.map(each -> book.lines(wanted(me, each, kind, text), at)).orElseGet(Page::empty));
        return "students/movements";
    }

    @GetMapping("/print")
    ResponseEntity<byte[]> print(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String text) {
        var shown = year(me, year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return PrintedPages.pdf(
                "movements-" + shown.startsOn().getYear() + ".pdf",
                prints.movements(wanted(me, shown, kind, text), shown));
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String text,
            HttpServletResponse response) {
        var shown = year(me, year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        lists.send(
                response,
                format,
                "students.book.title",
                COLUMNS,
                table -> book.each(
                        wanted(me, shown, kind, text),
                        line -> table.row(
                                line.number(),
                                line.pupil(),
                                words.text("students.movement." + line.kind()),
                                line.from(),
                                line.to(),
                                line.movedOn(),
                                line.orderNumber(),
                                line.orderedOn(),
                                line.reason())));
    }

    @GetMapping("/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(new CorrectionForm(null));
        return line(me, id, model);
    }

    @PostMapping("/{id}")
    String correct(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute CorrectionForm form,
            BindingResult faults,
            RedirectAttributes redirect,
            Model model) {
        if (book.find(me.organizationId(), id).isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (faults.hasErrors()) return line(me, id, model);
        var told = book.correct(me.organizationId(), id, Objects.requireNonNull(form.text()))
                .map(Refusal::code)
                .orElse("students.book.corrected");
        redirect.addFlashAttribute("flash", told);
        return "redirect:/students/movements/" + id;
    }

    private String line(SignedIn me, UUID id, Model model) {
        model.addAttribute(
                "line",
                book.find(me.organizationId(), id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "students/movement";
    }

    private Optional<SchoolYear> year(SignedIn me, @Nullable UUID asked) {
        return Optional.ofNullable(asked)
                .flatMap(years::find)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .or(() -> years.on(me.organizationId(), organizations.today(me.organizationId())));
    }

    private static Wanted wanted(SignedIn me, SchoolYear year, @Nullable String kind, @Nullable String text) {
        return new Wanted(me.organizationId(), year.id(), kindOf(kind), textOf(text));
    }

    private static String textOf(@Nullable String asked) {
        if (asked == null) return "";
        var clean = asked.replace("\0", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_TEXT));
    }

    private static @Nullable MovementKind kindOf(@Nullable String asked) {
        for (var each : MovementKind.values()) if (each.name().equals(asked)) return each;
        return null;
    }
}
