package school.chancery.workflow.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.Repairables;
import school.chancery.workflow.domain.Repairs;
import school.chancery.workflow.domain.Repairs.Window;
import school.chancery.workflow.engine.DrawnModel;
import school.chancery.workflow.engine.ModelReader;

/** What the page of emergency access shows to its reader. */
@Component
class RepairsView {
    private static final Set<Role> ENDERS = EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.DIRECTOR, Role.DISTRICT_HEAD);

    private final Repairs repairs;
    private final Repairables repairables;
    private final Organizations organizations;
    private final ModelReader models;
    private final Clock clock;

    RepairsView(
            Repairs repairs, Repairables repairables, Organizations organizations, ModelReader models, Clock clock) {
        this.repairs = repairs;
        this.repairables = repairables;
        this.organizations = organizations;
        this.models = models;
        this.clock = clock;
    }

    /** @param mine the reader has opened it and may repair in it */
    record Access(Window window, String organization, boolean open, boolean mine) {}

    record FailedStep(String jobId, String instanceId, String process, String step) {}

    record StandingStill(String instanceId, String process) {}

    void fill(SignedIn person, Model model) {
        seeing(person, () -> {
            fillSeen(person, model);
            return true;
        });
    }

    /**
     * Emergency access and what it reaches are rows of schools, which a system administrator does not see otherwise:
     * here, and only for what happens on this page, row level security lets those of the district through.
     */
    <T> T seeing(SignedIn person, Supplier<T> act) {
        var actor = Actor.person(
                person.accountId(),
                person.organizationId(),
                organizations(person).keySet());
        return Acting.as(actor, act);
    }

    private void fillSeen(SignedIn person, Model model) {
        var names = organizations(person);
        var all = repairs.of(names.keySet()).stream()
                .map(window -> access(window, names, person))
                .toList();
        var mine = all.stream().filter(Access::mine).findFirst().orElse(null);
        model.addAttribute("administrator", person.has(Role.SYSTEM_ADMINISTRATOR));
        model.addAttribute("mayEnd", person.roles().stream().anyMatch(ENDERS::contains));
        model.addAttribute("organizations", names);
        model.addAttribute("accesses", all);
        model.addAttribute("mine", mine);
        if (mine != null) fillRepairables(mine.window().organizationId(), model);
    }

    /** The active organization, and an office's schools. */
    Map<UUID, String> organizations(SignedIn person) {
        var own = organizations.require(person.organizationId());
        var names = new LinkedHashMap<UUID, String>();
        var schools = person.roles().stream().anyMatch(role -> role.isDistrict() || role == Role.SYSTEM_ADMINISTRATOR)
                ? organizations.schoolsOf(own.id()).stream()
                : Stream.<Organization>empty();
        Stream.concat(Stream.of(own), schools).forEach(each -> names.put(each.id(), each.shortName()));
        return names;
    }

    private Access access(Window window, Map<UUID, String> names, SignedIn person) {
        var open = window.isOpen(clock.instant());
        return new Access(
                window,
                names.getOrDefault(window.organizationId(), ""),
                open,
                open && window.openedBy().equals(person.accountId()) && person.has(Role.SYSTEM_ADMINISTRATOR));
    }

    private void fillRepairables(UUID organizationId, Model model) {
        var latest = models.latest();
        List<FailedStep> failed = repairables.failed(organizationId).stream()
                .map(job -> new FailedStep(
                        job.jobId(),
                        job.instanceId(),
                        process(latest, job.processKey()),
                        step(latest, job.processKey(), job.elementId())))
                .toList();
        List<StandingStill> suspended = repairables.suspended(organizationId).stream()
                .map(each -> new StandingStill(each.instanceId(), process(latest, each.processKey())))
                .toList();
        model.addAttribute("failed", failed);
        model.addAttribute("suspended", suspended);
    }

    private static String process(Map<String, DrawnModel> latest, String key) {
        var model = latest.get(key);
        return model == null ? key : model.name();
    }

    private static String step(Map<String, DrawnModel> latest, String key, @Nullable String elementId) {
        var model = latest.get(key);
        if (model == null || elementId == null) return "";
        return model.element(elementId).map(DrawnModel.Element::name).orElse(elementId);
    }
}
