package school.chancery.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import school.chancery.people.BlockedPersons;
import school.chancery.people.GuardianCard;
import school.chancery.people.PupilCard;
import school.chancery.people.PupilClasses;
import school.chancery.people.Pupils;
import school.chancery.people.domain.Consents;
import school.chancery.people.domain.PersonalFiles;
import school.chancery.people.domain.PupilSearch;
import school.chancery.people.domain.SavedFilters;
import school.chancery.people.domain.SavedFilters.PeopleList;

/** The pupils of the school, and the personal file of one (F096, F129). Nothing of health stands here. */
@Controller
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'SOCIAL_PEDAGOGUE')")
class PupilController {
    private static final int PAGE_SIZE = 25;
    private static final int LAST_PAGE = PupilSearch.COUNTED_AT_MOST / PAGE_SIZE;
    private static final int LONGEST_TEXT = 100;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Set<Role> KEEPERS = Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY);
    private static final List<String> COLUMNS = List.of(
            "people.pupils.file",
            "people.staff.name",
            "people.duty.class",
            "people.person.born",
            "people.pupils.admitted",
            "people.pupils.left");
    private static final Set<String> SORTINGS =
            Set.of("name,asc", "name,desc", "file,asc", "file,desc", "admitted,asc", "admitted,desc");

    private final PupilSearch search;
    private final Pupils pupils;
    private final ObjectProvider<PupilClasses> classes;
    private final PersonalFiles files;
    private final Consents consents;
    private final BlockedPersons blocked;
    private final SavedFilters filters;
    private final Organizations organizations;
    private final ListExport lists;

    PupilController(
            PupilSearch search,
            Pupils pupils,
            ObjectProvider<PupilClasses> classes,
            PersonalFiles files,
            Consents consents,
            BlockedPersons blocked,
            SavedFilters filters,
            Organizations organizations,
            ListExport lists) {
        this.search = search;
        this.pupils = pupils;
        this.classes = classes;
        this.files = files;
        this.consents = consents;
        this.blocked = blocked;
        this.filters = filters;
        this.organizations = organizations;
        this.lists = lists;
    }

    @GetMapping("/people/pupils")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(defaultValue = "false") boolean gone,
            @RequestParam(defaultValue = "name,asc") String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var wanted = wanted(me, text, in, gone, sort, Blocking.seesAll());
        var found = search.find(wanted, PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE));
        model.addAttribute("text", wanted.text());
        model.addAttribute("in", in == null || in.isBlank() ? null : in);
        model.addAttribute("gone", gone);
        model.addAttribute("pupils", found);
        model.addAttribute("more", found.getTotalElements() >= PupilSearch.COUNTED_AT_MOST);
        var today = organizations.today(me.organizationId());
        model.addAttribute("labels", labels(found.map(PupilCard::id).toList(), today));
        var teller = classes.getIfAvailable();
        model.addAttribute("classes", teller == null ? List.of() : teller.classes(me.organizationId(), today));
        model.addAttribute("hidden", Blocking.seesAll() ? 0 : blocked.pupils(me.organizationId()));
        model.addAttribute(
                "blocked",
                blocked.among(
                        me.organizationId(), found.map(PupilCard::personId).toList()));
        model.addAttribute("mayExport", Viewer.isAny(KEEPERS));
        model.addAttribute("filters", filters.of(me.accountId(), me.organizationId(), PeopleList.PUPILS));
        return "people/pupils";
    }

    /** Whoever's data are blocked leaves the house with nobody, the head included. */
    @GetMapping("/people/pupils/export")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    void export(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(defaultValue = "false") boolean gone,
            @RequestParam(defaultValue = "name,asc") String sort,
            HttpServletResponse response) {
        var today = organizations.today(me.organizationId());
        lists.send(response, format, "people.pupils.title", COLUMNS, table -> {
            var rows = new ArrayList<PupilCard>(ROWS_AT_ONCE);
            search.each(wanted(me, text, in, gone, sort, false), pupil -> {
                rows.add(pupil);
                if (rows.size() == ROWS_AT_ONCE) write(rows, today, table);
            });
            write(rows, today, table);
        });
    }

    private void write(List<PupilCard> rows, LocalDate today, ListExport.Table table) {
        var labels = labels(rows.stream().map(PupilCard::id).toList(), today);
        for (var pupil : rows)
            table.row(
                    pupil.fileNumber(),
                    pupil.name().full(),
                    labels.get(pupil.id()),
                    pupil.bornOn(),
                    pupil.admittedOn(),
                    pupil.leftOn());
        rows.clear();
    }

    private Map<UUID, String> labels(List<UUID> pupilIds, LocalDate today) {
        var teller = classes.getIfAvailable();
        return teller == null ? Map.of() : teller.labels(pupilIds, today);
    }

    private PupilSearch.Wanted wanted(
            SignedIn me, @Nullable String text, @Nullable String in, boolean gone, String sort, boolean blockedToo) {
        return new PupilSearch.Wanted(
                me.organizationId(),
                text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
                in == null || in.isBlank() ? null : among(me, in),
                gone ? null : organizations.today(me.organizationId()),
                blockedToo,
                SORTINGS.contains(sort) ? sort : "name,asc");
    }

    // A class nobody learns in finds nobody, rather than everybody.
    private List<UUID> among(SignedIn me, String label) {
        var teller = classes.getIfAvailable();
        if (teller == null) return List.of();
        return teller.pupils(me.organizationId(), label, organizations.today(me.organizationId()));
    }

    @GetMapping("/people/pupils/{id}")
    String card(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var pupil = pupils.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var today = organizations.today(pupil.organizationId());
        model.addAttribute("pupil", pupil);
        var stopped = blocked.isBlocked(pupil.organizationId(), pupil.personId());
        if (stopped && !Blocking.seesAll()) return "people/blocked";
        var guardians = pupils.guardians(id);
        model.addAttribute("label", labels(List.of(id), today).get(id));
        model.addAttribute("blocked", stopped);
        model.addAttribute("guardians", guardians);
        model.addAttribute("hidden", Blocking.seesAll() ? Set.of() : blockedAmong(pupil, guardians));
        model.addAttribute("papers", files.of(PersonalFiles.Owner.pupil(id)));
        model.addAttribute("consents", consents.of(pupil.organizationId(), pupil.personId()));
        model.addAttribute("mayKeep", Viewer.isAny(KEEPERS));
        model.addAttribute("mayAnswer", me.has(Role.DIRECTOR) || me.has(Role.SECRETARY));
        model.addAttribute("mayReadHealth", me.has(Role.SOCIAL_PEDAGOGUE) || me.has(Role.DIRECTOR));
        return "people/pupil";
    }

    private Set<UUID> blockedAmong(PupilCard pupil, List<GuardianCard> guardians) {
        return blocked.among(
                pupil.organizationId(),
                guardians.stream().map(GuardianCard::personId).toList());
    }
}
