package school.chancery.people.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.SignedIn;
import school.chancery.people.domain.SavedFilters;
import school.chancery.people.domain.SavedFilters.PeopleList;

/** Keeps what somebody often looks for. */
@Controller
@RequestMapping("/people/filters")
@PreAuthorize(
        "hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR', 'SOCIAL_PEDAGOGUE')")
class FilterController {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 500;
    private static final String ENCODED = "[A-Za-z0-9%=&.,_+*-]*";

    private final SavedFilters filters;

    FilterController(SavedFilters filters) {
        this.filters = filters;
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam PeopleList list,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String query,
            RedirectAttributes flash) {
        var sound = query != null && query.length() <= LONGEST_QUERY && query.matches(ENCODED);
        var kept = sound
                && name != null
                && name.length() <= LONGEST_NAME
                && filters.save(me.accountId(), me.organizationId(), list, name, query);
        flash.addFlashAttribute("flash", kept ? "people.filter.saved" : "people.filter.refused");
        return back(list) + (sound ? "?" + query : "");
    }

    @PostMapping("/{id}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestParam PeopleList list) {
        filters.remove(me.accountId(), id);
        return back(list);
    }

    private static String back(PeopleList list) {
        return "redirect:" + (list == PeopleList.STAFF ? "/people/staff" : "/people/pupils");
    }
}
