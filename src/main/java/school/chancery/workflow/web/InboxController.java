package school.chancery.workflow.web;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.Inbox;
import school.chancery.workflow.domain.Inbox.Order;
import school.chancery.workflow.domain.Inbox.Tab;
import school.chancery.workflow.engine.EngineActor;

/** «Мои задачи»: the portal's list of tasks, for those who do not work in Tasklist and for those who do. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final People people;
    private final EngineActor actor;
    private final Organizations organizations;
    private final Clock clock;

    InboxController(Inbox inbox, People people, EngineActor actor, Organizations organizations, Clock clock) {
        this.inbox = inbox;
        this.people = people;
        this.actor = actor;
        this.organizations = organizations;
        this.clock = clock;
    }

    // One transaction: what is counted and what is listed are of one moment.
    @GetMapping("/inbox")
    @Transactional(readOnly = true)
    public String inbox(
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String page,
            @AuthenticationPrincipal SignedIn person,
            Model model) {
        var owner = new Inbox.Owner(person.accountId(), person.organizationCode(), actor.groups());
        var counts = inbox.counts(owner);
        var shown = ListQuery.choice(Tab.class, tab).orElse(Tab.ALL);
        var number = ListQuery.page(page, counts.of(shown), Inbox.PAGE);
        var order = ListQuery.choice(Order.class, sort).orElse(Order.DUE_ASC);
        var rows = rows(person, inbox.page(owner, shown, order, number));
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("tab", shown);
        model.addAttribute("counts", counts);
        model.addAttribute("page", new PageImpl<>(rows, PageRequest.of(number, Inbox.PAGE), counts.of(shown)));
        return "workflow/inbox";
    }

    private List<Row> rows(SignedIn person, List<Inbox.Line> lines) {
        var zone = organizations.require(person.organizationId()).zone();
        var names = people.of(lines.stream()
                .map(Inbox.Line::assignee)
                .filter(Objects::nonNull)
                .toList());
        return lines.stream().map(line -> row(line, person, names, zone)).toList();
    }

    private Row row(Inbox.Line line, SignedIn person, People.Names names, ZoneId zone) {
        return new Row(
                line.id(),
                line.name(),
                line.label(),
                line.process(),
                line.instanceId(),
                line.createdAt().atZone(zone),
                Due.of(line.dueAt(), clock.instant(), zone),
                line.held(),
                line.free(),
                line.held() ? null : names.of(line.assignee()),
                People.roles(line.groups(), person.organizationCode()),
                line.groups() != null || line.named());
    }

    /**
     * One task in the list.
     *
     * @param held by the reader
     * @param holder name of another who has it
     * @param roles it is offered to
     * @param shared there is somebody it can be given back to
     */
    record Row(
            String id,
            String name,
            String label,
            String process,
            String instanceId,
            ZonedDateTime since,
            @Nullable Due due,
            boolean held,
            boolean free,
            @Nullable String holder,
            List<Role> roles,
            boolean shared) {
        public boolean opens() {
            return held || free;
        }
    }
}
