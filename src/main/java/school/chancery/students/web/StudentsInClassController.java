package school.chancery.students.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
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
import school.chancery.exchange.ListExport;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.people.BlockedPersons;
import school.chancery.students.ClassMember;
import school.chancery.students.Enrollments;
import school.chancery.students.domain.Prints;

/** Who is in which class on a day. */
@Controller
@RequestMapping("/students/classes")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
class StudentsInClassController {
    private static final List<String> MEMBERS = List.of(
            "students.fact.class",
            "students.fact.pupil",
            "students.fact.born",
            "students.fact.file-number",
            "students.class.since");
    private static final int PAGE_SIZE = 40;
    private static final int LAST_PAGE = 100_000;

    private final Enrollments enrollments;
    private final SchoolClasses classes;
    private final Organizations organizations;
    private final Prints prints;
    private final ListExport lists;
    private final BlockedPersons blocked;

    StudentsInClassController(
            Enrollments enrollments,
            SchoolClasses classes,
            Organizations organizations,
            Prints prints,
            ListExport lists,
            BlockedPersons blocked) {
        this.enrollments = enrollments;
        this.classes = classes;
        this.organizations = organizations;
        this.prints = prints;
        this.lists = lists;
        this.blocked = blocked;
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
        var members = enrollments.inClass(id, day, at);
        model.addAttribute("members", members);
        model.addAttribute(
                "hidden",
                me.has(Role.DIRECTOR)
                        ? Set.of()
                        : blocked.among(
                                me.organizationId(),
                                members.map(ClassMember::personId).toList()));
        return "students/class";
    }

    @GetMapping("/{id}/print")
    ResponseEntity<byte[]> print(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String on) {
        return PrintedPages.pdf("class.pdf", prints.classList(require(me, id), day(me, on)));
    }

    @GetMapping("/export")
    void exportSizes(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable String on,
            HttpServletResponse response) {
        lists.send(
                response,
                format,
                "students.class.title",
                List.of("students.fact.class", "students.class.size"),
                table -> enrollments
                        .classSizes(me.organizationId(), day(me, on))
                        .forEach(each -> table.row(each.label(), each.pupils())));
    }

    @GetMapping("/{id}/export")
    void export(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable String on,
            HttpServletResponse response) {
        var shown = require(me, id);
        lists.send(
                response,
                format,
                "students.class.one",
                MEMBERS,
                table -> prints.shown(
                                shown,
                                enrollments
                                        .inClass(shown.id(), day(me, on), Pageable.unpaged())
                                        .getContent())
                        .forEach(one -> table.row(
                                shown.label(), one.name().full(), one.bornOn(), one.fileNumber(), one.fromOn())));
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
