package school.chancery.people.web;

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
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.PupilCard;
import school.chancery.people.PupilClasses;
import school.chancery.people.Pupils;
import school.chancery.people.domain.Consents;
import school.chancery.people.domain.DataRequests;
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
    private static final Set<String> SORTINGS =
            Set.of("name,asc", "name,desc", "file,asc", "file,desc", "admitted,asc", "admitted,desc");

    private final PupilSearch search;
    private final Pupils pupils;
    private final ObjectProvider<PupilClasses> classes;
    private final PersonalFiles files;
    private final Consents consents;
    private final DataRequests requests;
    private final SavedFilters filters;
    private final Organizations organizations;

    PupilController(
            PupilSearch search,
            Pupils pupils,
            ObjectProvider<PupilClasses> classes,
            PersonalFiles files,
            Consents consents,
            DataRequests requests,
            SavedFilters filters,
            Organizations organizations) {
        this.search = search;
        this.pupils = pupils;
        this.classes = classes;
        this.files = files;
        this.consents = consents;
        this.requests = requests;
        this.filters = filters;
        this.organizations = organizations;
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
        var asked = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var today = organizations.today(me.organizationId());
        var of = in == null || in.isBlank() ? null : in;
        var wanted = new PupilSearch.Wanted(
                me.organizationId(),
                asked,
                of == null ? null : among(me, of),
                gone ? null : today,
                SORTINGS.contains(sort) ? sort : "name,asc");
        var found = search.find(wanted, PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE));
        model.addAttribute("text", asked);
        model.addAttribute("in", of);
        model.addAttribute("gone", gone);
        model.addAttribute("pupils", found);
        model.addAttribute("more", found.getTotalElements() >= PupilSearch.COUNTED_AT_MOST);
        var shown = found.map(PupilCard::id).toList();
        var teller = classes.getIfAvailable();
        model.addAttribute("labels", teller == null ? Map.of() : teller.labels(shown, today));
        model.addAttribute("classes", teller == null ? List.of() : teller.classes(me.organizationId(), today));
        model.addAttribute("filters", filters.of(me.accountId(), me.organizationId(), PeopleList.PUPILS));
        return "people/pupils";
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
        var teller = classes.getIfAvailable();
        model.addAttribute("pupil", pupil);
        model.addAttribute(
                "label",
                teller == null ? null : teller.labels(List.of(id), today).get(id));
        var blocked = requests.isBlocked(pupil.organizationId(), pupil.personId());
        model.addAttribute("blocked", blocked);
        // Blocked data are kept and shown to nobody but who settles the request (152-ФЗ ст. 21).
        var hidden = blocked && !me.has(Role.DIRECTOR);
        model.addAttribute("guardians", hidden ? List.of() : pupils.guardians(id));
        model.addAttribute("papers", hidden ? List.of() : files.of(PersonalFiles.Owner.pupil(id)));
        model.addAttribute("consents", consents.of(pupil.organizationId(), pupil.personId()));
        model.addAttribute("mayKeep", me.has(Role.DIRECTOR) || me.has(Role.DEPUTY) || me.has(Role.SECRETARY));
        model.addAttribute("mayReadHealth", me.has(Role.SOCIAL_PEDAGOGUE) || me.has(Role.DIRECTOR));
        return "people/pupil";
    }
}
