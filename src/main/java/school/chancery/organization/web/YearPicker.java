package school.chancery.organization.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;

/** Which school year a page is about: the one asked for, else the running one, else the latest. */
@Component
class YearPicker {
    private final SchoolYears years;
    private final Organizations organizations;

    YearPicker(SchoolYears years, Organizations organizations) {
        this.years = years;
        this.organizations = organizations;
    }

    /** Empty when the school has no year at all; one of another school is not there. */
    Optional<SchoolYear> pick(@Nullable UUID asked, Model model) {
        var all = years.all(SchoolPages.school());
        model.addAttribute("years", all);
        var picked = asked == null ? usual(all) : Optional.of(require(asked));
        picked.ifPresent(year -> model.addAttribute("year", year));
        return picked;
    }

    SchoolYear require(UUID id) {
        return years.find(id)
                .filter(year -> year.organizationId().equals(SchoolPages.school()))
                .orElseThrow(SchoolPages::notHere);
    }

    private Optional<SchoolYear> usual(List<SchoolYear> all) {
        var today = organizations.today(SchoolPages.school());
        return all.stream()
                .filter(year -> year.contains(today))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
