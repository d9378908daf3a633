package school.chancery.workflow.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.CaseList;

/** The cases of the organization, for its office; of the district's schools, for the district. */
@Controller
class CaseListController {
    private static final int TEXT = 100;

    private final CaseList cases;
    private final Organizations organizations;

    CaseListController(CaseList cases, Organizations organizations) {
        this.cases = cases;
        this.organizations = organizations;
    }

    @GetMapping("/cases")
    @PreAuthorize("principal.roles().?[isOffice() or isDistrict()].size() > 0")
    @Transactional(readOnly = true)
    public String list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String page,
            @AuthenticationPrincipal SignedIn person,
            Model model) {
        var visible = visible(person);
        var processes = processes();
        var search = new CaseList.Search(
                chosen(organization, visible).map(Set::of).orElse(visible.keySet()),
                ListQuery.text(text, TEXT),
                process != null && processes.containsKey(process) ? process : null,
                ListQuery.choice(CaseList.State.class, state).orElse(null));
        var total = cases.count(search);
        var number = ListQuery.page(page, total, CaseList.PAGE);
        model.addAttribute("search", search);
        model.addAttribute("chosen", chosen(organization, visible).orElse(null));
        model.addAttribute("processes", processes);
        model.addAttribute("states", CaseList.State.values());
        model.addAttribute("organizations", visible);
        model.addAttribute("zone", zone(person));
        model.addAttribute(
                "page", new PageImpl<>(cases.page(search, number), PageRequest.of(number, CaseList.PAGE), total));
        return "workflow/cases";
    }

    private ZoneId zone(SignedIn person) {
        return organizations.require(person.organizationId()).zone();
    }

    /** The active organization, and for the district its schools, by id. */
    private Map<UUID, String> visible(SignedIn person) {
        var own = organizations.require(person.organizationId());
        var schools = person.roles().stream().anyMatch(Role::isDistrict)
                ? organizations.schoolsOf(own.id()).stream()
                : Stream.<Organization>empty();
        return Stream.concat(Stream.of(own), schools)
                .collect(Collectors.toMap(
                        Organization::id, Organization::shortName, (one, other) -> one, LinkedHashMap::new));
    }

    private Map<String, String> processes() {
        return cases.processes().stream()
                .collect(Collectors.toMap(
                        CaseList.ProcessName::key,
                        CaseList.ProcessName::name,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Optional<UUID> chosen(@Nullable String organization, Map<UUID, String> visible) {
        return visible.keySet().stream()
                .collect(Collectors.toMap(UUID::toString, Function.identity()))
                .entrySet()
                .stream()
                .filter(each -> each.getKey().equals(organization))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
