package school.chancery.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.exchange.ListExport;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.ClassTeachers;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.people.domain.PersonalFiles;
import school.chancery.people.domain.SavedFilters;
import school.chancery.people.domain.SavedFilters.PeopleList;
import school.chancery.people.domain.StaffSearch;
import school.chancery.people.domain.Teaching;

/** Who works in the active organization, and the personal file of one (F095, F174). */
@Controller
@PreAuthorize(
        "hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR')")
class StaffController {
    private static final List<String> COLUMNS = List.of(
            "people.staff.name",
            "people.staff.position",
            "people.staff.category",
            "people.staff.education",
            "people.staff.management",
            "people.staff.hired");

    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_TEXT = 100;

    private final StaffSearch search;
    private final Staff staff;
    private final ClassTeachers classTeachers;
    private final Teaching teaching;
    private final PersonalFiles files;
    private final SavedFilters filters;
    private final PeopleChoices choices;
    private final Organizations organizations;
    private final Blocking blocking;
    private final ListExport lists;

    StaffController(
            StaffSearch search,
            Staff staff,
            ClassTeachers classTeachers,
            Teaching teaching,
            PersonalFiles files,
            SavedFilters filters,
            PeopleChoices choices,
            Organizations organizations,
            Blocking blocking,
            ListExport lists) {
        this.search = search;
        this.staff = staff;
        this.classTeachers = classTeachers;
        this.teaching = teaching;
        this.files = files;
        this.filters = filters;
        this.choices = choices;
        this.organizations = organizations;
        this.blocking = blocking;
        this.lists = lists;
    }

    @GetMapping("/people/staff")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "name,asc") String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var asked = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("text", asked);
        model.addAttribute(
                "members",
                search.employed(me.organizationId(), organizations.today(me.organizationId()), asked, sort, at));
        model.addAttribute("filters", filters.of(me.accountId(), me.organizationId(), PeopleList.STAFF));
        model.addAttribute("mayOpen", Viewer.isAny(Viewer.PERSONNEL));
        return "people/staff";
    }

    @GetMapping("/people/staff/export")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
    void export(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "name,asc") String sort,
            HttpServletResponse response) {
        var asked = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var today = organizations.today(me.organizationId());
        lists.send(
                response,
                format,
                "people.staff.title",
                COLUMNS,
                table -> search.each(me.organizationId(), today, asked, sort, member -> write(member, table)));
    }

    private void write(StaffMember member, ListExport.Table table) {
        table.row(
                member.name().full(),
                member.position(),
                choices.text("people.category." + member.category()),
                choices.text("people.education." + member.education()),
                member.managementExperience(),
                member.hiredOn());
    }

    @GetMapping("/people/staff/{id}")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
    String card(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var member = staff.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("member", member);
        // The post itself is the school's own matter; what belongs to the person waits for the answer.
        var hidden = blocking.hides(member.organizationId(), member.personId());
        model.addAttribute("hidden", hidden);
        model.addAttribute("contacts", hidden ? null : staff.contacts(id).orElse(null));
        model.addAttribute("mayAnswer", me.has(Role.DIRECTOR) || me.has(Role.SECRETARY) || me.has(Role.HR));
        model.addAttribute("subjects", subjects(member));
        model.addAttribute("led", led(member));
        model.addAttribute("teaching", teaching.ofStaff(id, organizations.today(member.organizationId())));
        model.addAttribute("papers", hidden ? List.of() : files.of(PersonalFiles.Owner.employee(id)));
        return "people/employee";
    }

    private List<String> subjects(StaffMember member) {
        var names = choices.subjects(member.organizationId());
        return staff.subjects(member.id()).stream()
                .map(code -> names.getOrDefault(code, code))
                .toList();
    }

    private List<String> led(StaffMember member) {
        var today = organizations.today(member.organizationId());
        var labels = choices.classes(member.organizationId(), today);
        return classTeachers.classes(member.id(), today).stream()
                .filter(labels::containsKey)
                .map(labels::get)
                .toList();
    }
}
