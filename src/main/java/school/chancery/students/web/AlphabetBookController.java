package school.chancery.students.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.exchange.ListExport;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.students.domain.AlphabetBook;
import school.chancery.students.domain.AlphabetBook.Wanted;
import school.chancery.students.domain.Prints;

/** «Алфавитная книга»: whoever was a pupil here, by letter and number of the personal file. */
@Controller
@RequestMapping("/students/alphabet-book")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
class AlphabetBookController {
    private static final List<String> COLUMNS = List.of(
            "students.fact.file-number",
            "students.fact.pupil",
            "students.fact.born",
            "students.alphabet.admitted",
            "students.fact.class",
            "students.missing.left-on",
            "students.fact.order");
    private static final int PAGE_SIZE = 25;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_TEXT = 100;

    private final AlphabetBook book;
    private final Prints prints;
    private final ListExport lists;
    private final Organizations organizations;

    AlphabetBookController(AlphabetBook book, Prints prints, ListExport lists, Organizations organizations) {
        this.book = book;
        this.prints = prints;
        this.lists = lists;
        this.organizations = organizations;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String letter,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var wanted = wanted(me, letter, text, me.has(Role.DIRECTOR));
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("wanted", wanted);
        model.addAttribute("letters", book.letters(me.organizationId()));
        model.addAttribute("entries", book.entries(wanted, at));
        return "students/alphabet-book";
    }

    @GetMapping("/print")
    ResponseEntity<byte[]> print(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String letter,
            @RequestParam(required = false) @Nullable String text) {
        return PrintedPages.pdf(
                "alphabet-book.pdf", prints.alphabetBook(wanted(me, letter, text, me.has(Role.DIRECTOR))));
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable String letter,
            @RequestParam(required = false) @Nullable String text,
            HttpServletResponse response) {
        lists.send(
                response,
                format,
                "students.alphabet.title",
                COLUMNS,
                table -> book.each(
                        wanted(me, letter, text, false),
                        entry -> table.row(
                                entry.fileNumber(),
                                entry.name().full(),
                                entry.bornOn(),
                                entry.admittedOn(),
                                entry.classLabel(),
                                entry.leftOn(),
                                entry.leftOrder())));
    }

    private Wanted wanted(SignedIn me, @Nullable String letter, @Nullable String text, boolean blockedToo) {
        var clean = text == null ? "" : text.replace("\0", "").strip();
        var one = letter != null && letter.matches("\\p{IsCyrillic}") ? letter.toUpperCase(Locale.ROOT) : null;
        return new Wanted(
                me.organizationId(),
                one,
                clean.substring(0, Math.min(clean.length(), LONGEST_TEXT)),
                organizations.today(me.organizationId()),
                blockedToo);
    }
}
