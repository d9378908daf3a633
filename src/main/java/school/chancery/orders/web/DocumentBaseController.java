package school.chancery.orders.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.orders.Orders;
import school.chancery.orders.domain.Audience;
import school.chancery.orders.domain.DocumentBase;
import school.chancery.orders.domain.DocumentKind;
import school.chancery.orders.domain.DocumentSearch;
import school.chancery.orders.domain.InternalDocument;
import school.chancery.organization.Organizations;

/** The base of the school's electronic documents (F094): found, filed, archived. */
@Controller
@RequestMapping("/orders/documents")
class DocumentBaseController {
    private static final int LONGEST_REASON = 500;
    private static final int OFFERED = 50;

    private final DocumentBase base;
    private final DocumentSearch search;
    private final DocumentReaders readers;
    private final PeopleToAcquaint people;
    private final OrderScans scans;
    private final Orders orders;
    private final Organizations organizations;

    DocumentBaseController(
            DocumentBase base,
            DocumentSearch search,
            DocumentReaders readers,
            PeopleToAcquaint people,
            OrderScans scans,
            Orders orders,
            Organizations organizations) {
        this.base = base;
        this.search = search;
        this.readers = readers;
        this.people = people;
        this.scans = scans;
        this.orders = orders;
        this.organizations = organizations;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        var filter = OrderRegisterController.Filter.of(asked);
        var kind = kinds().contains(filter.kind()) ? filter.kind() : null;
        var archived = "true".equals(asked.get("archived"));
        var wanted = new DocumentSearch.Wanted(filter.text(), kind, filter.from(), filter.to(), archived);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", kinds());
        model.addAttribute("archived", archived);
        model.addAttribute("documents", search.find(readers.reader(me), wanted, OrderRegisterController.pageOf(page)));
        model.addAttribute("mayKeep", mayKeep(me));
        return "orders/documents";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String begin(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(DocumentForm.from(organizations.today(me.organizationId())));
        return form(me, model);
    }

    @PostMapping("/new")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String file(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute DocumentForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes flash) {
        if (form.datedOn() != null && form.datedOn().isAfter(organizations.today(me.organizationId())))
            faults.rejectValue("datedOn", "orders.document.future");
        var responsible = form.responsibleId() == null
                ? null
                : people.employed(me.organizationId()).get(form.responsibleId());
        if (responsible == null && form.responsibleId() != null)
            faults.rejectValue("responsibleId", "orders.document.nobody");
        if (form.orderId() != null && !offered(me).containsKey(form.orderId()))
            faults.rejectValue("orderId", "orders.document.order.unknown");
        var accepted = scans.paper(form.file(), "file", faults);
        if (faults.hasErrors() || accepted == null || responsible == null) return form(me, model);
        var id = base.file(form.toDocument(me, responsible, accepted));
        flash.addFlashAttribute("flash", "orders.document.filed");
        return "redirect:/orders/documents/" + id;
    }

    @GetMapping("/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("document", document(me, id));
        model.addAttribute("mayKeep", mayKeep(me));
        return "orders/internal-document";
    }

    @PostMapping("/{id}/archive")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    String archive(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes flash) {
        document(me, id);
        var done = reason != null
                && reason.length() <= LONGEST_REASON
                && base.archive(me.organizationId(), id, reason, me.accountId());
        flash.addFlashAttribute("flash", done ? "orders.document.archived" : "orders.document.not-archived");
        return "redirect:/orders/documents/" + id;
    }

    private InternalDocument document(SignedIn me, UUID id) {
        return base.find(me.organizationId(), id, readers.reader(me))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean mayKeep(SignedIn me) {
        return Stream.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY).anyMatch(me::has);
    }

    private static List<String> kinds() {
        return Stream.concat(
                        Stream.of(DocumentSearch.ORDER),
                        Stream.of(DocumentKind.values()).map(Enum::name))
                .toList();
    }

    private Map<UUID, String> offered(SignedIn me) {
        var offered = new LinkedHashMap<UUID, String>();
        var since = organizations.today(me.organizationId()).minusYears(5);
        orders.registered(me.organizationId(), since, OFFERED)
                .forEach(order -> offered.put(
                        order.id(),
                        "№ %s, %td.%<tm.%<tY. %s".formatted(order.number(), order.registeredOn(), order.title())));
        return offered;
    }

    private String form(SignedIn me, Model model) {
        model.addAttribute("kinds", DocumentKind.values());
        model.addAttribute("audiences", Audience.values());
        model.addAttribute(
                "people",
                PeopleToAcquaint.named(
                        List.copyOf(people.employed(me.organizationId()).values())));
        model.addAttribute("orders", offered(me));
        return "orders/file-document";
    }
}
