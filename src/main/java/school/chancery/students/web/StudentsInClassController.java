package school.chancery.students.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.students.Enrollments;
import school.chancery.students.domain.Prints;

/** Who is in which class on a day. */
@Controller
@RequestMapping("/students/classes")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
class StudentsInClassController {
    private static final int PAGE_SIZE = 40;
    private static final int LAST_PAGE = 100_000;

    private final Enrollments enrollments;
    private final SchoolClasses classes;
    private final Organizations organizations;
    private final Prints prints;

    StudentsInClassController(
            Enrollments enrollments, SchoolClasses classes, Organizations organizations, Prints prints) {
        this.enrollments = enrollments;
        this.classes = classes;
        this.organizations = organizations;
        this.prints = prints;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String on, Model model) {
        var day = day(me, on);
        model.addAttribute("on", day);
        model.addAttribute("sizes", enrollments.classSizes(me.organizationId(), day));
        return "students/classes";
    }

    @GetMapping("/{id}")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var day = day(me, on);
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("on", day);
        model.addAttribute("schoolClass", require(me, id));
        model.addAttribute("members", enrollments.inClass(id, day, at));
        return "students/class";
    }

    @GetMapping("/{id}/print")
    ResponseEntity<byte[]> print(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String on) {
        return PrintedPages.pdf("class.pdf", prints.classList(require(me, id), day(me, on)));
    }

    private SchoolClass require(SignedIn me, UUID id) {
        return classes.find(id)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    // A day that cannot be read is today.
    private LocalDate day(SignedIn me, @Nullable String asked) {
        try {
            if (asked != null && asked.matches("[12]\\d{3}-\\d\\d-\\d\\d")) return LocalDate.parse(asked);
        } catch (DateTimeParseException unreadable) {
            return organizations.today(me.organizationId());
        }
        return organizations.today(me.organizationId());
    }
}
