package school.chancery.orders.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.AcknowledgementMarks;
import school.chancery.orders.domain.AcknowledgementSheet;
import school.chancery.orders.domain.Acknowledgements;
import school.chancery.orders.domain.Acknowledgements.Acknowledgement;
import school.chancery.orders.domain.Acquaintance;
import school.chancery.orders.domain.DocumentTexts;
import school.chancery.orders.domain.OrderCard;
import school.chancery.orders.process.AcknowledgeOrderProcess;

/** One order with its files, signature, acknowledgements and the orders it is tied to. */
@Controller
@RequestMapping("/orders/{id:[0-9a-fA-F-]{36}}")
class OrderController {
    private final OrderReaders readers;
    private final Acknowledgements acknowledgements;
    private final AcknowledgementMarks marks;
    private final AcknowledgementSheet sheet;
    private final AcknowledgeOrderProcess process;
    private final PeopleToAcquaint people;
    private final DocumentTexts texts;

    OrderController(
            OrderReaders readers,
            Acknowledgements acknowledgements,
            AcknowledgementMarks marks,
            AcknowledgementSheet sheet,
            AcknowledgeOrderProcess process,
            PeopleToAcquaint people,
            DocumentTexts texts) {
        this.readers = readers;
        this.acknowledgements = acknowledgements;
        this.marks = marks;
        this.sheet = sheet;
        this.process = process;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var card = readers.require(id, me);
        var reader = readers.reader(me);
        model.addAttribute("card", card);
        model.addAttribute("office", reader.office());
        model.addAttribute("acknowledgements", lines(card, reader.office(), reader.personId()));
        model.addAttribute("mayStart", OrderRegisterController.mayStart(me));
        model.addAttribute("mayRecord", me.has(Role.SECRETARY) || me.has(Role.DIRECTOR));
        if (card.isRegistered() && OrderRegisterController.mayStart(me))
            model.addAttribute("choices", notYetAsked(card));
        return "orders/order";
    }

    /** What the signer sees first: the number the order has just got. */
    @GetMapping("/signed")
    String signed(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("card", registered(id, me));
        return "orders/signed";
    }

    @GetMapping("/acknowledgement-sheet")
    @PreAuthorize(
            "hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR', 'DISTRICT_HEAD')")
    ResponseEntity<byte[]> sheet(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var card = registered(id, me);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(texts.sheetFile(card.number()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(sheet.print(card.id(), card.number(), card.registeredOn()));
    }

    /** PeopleToAcquaint who came later are asked as well. */
    @PostMapping("/acquaint")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
    String acquaint(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> people,
            RedirectAttributes redirect) {
        var card = registered(id, me);
        var employed = this.people.employed(me.organizationId());
        var chosen = people == null
                ? List.<Acquaintance>of()
                : people.stream()
                        .distinct()
                        .filter(employed::containsKey)
                        .map(employed::get)
                        .toList();
        var added = process.add(card.organizationId(), id, card.number(), chosen);
        redirect.addFlashAttribute("flash", added > 0 ? "orders.acquaint.done" : "orders.acquaint.nobody");
        return "redirect:/orders/" + id;
    }

    /** «Один экземпляр получил на руки» (F033). */
    @PostMapping("/copy-in-hand")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'SECRETARY')")
    String copyInHand(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam UUID acknowledgement,
            @RequestParam(required = false) @Nullable LocalDate on,
            RedirectAttributes redirect) {
        registered(id, me);
        var row = acknowledgements
                .find(acknowledgement)
                .filter(found -> found.orderId().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        redirect.addFlashAttribute("flash", copyNoted(row, on));
        return "redirect:/orders/" + id;
    }

    private String copyNoted(Acknowledgement row, @Nullable LocalDate on) {
        if (on == null) return "orders.copy.date-missing";
        return marks.issueCopy(row.id(), on)
                .map(refusal -> "orders.refusal." + refusal)
                .orElse("orders.copy.done");
    }

    private OrderCard registered(UUID id, SignedIn me) {
        var card = readers.require(id, me);
        if (!card.isRegistered()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return card;
    }

    /** Others see their own line only: who has read what is nobody else's business. */
    private List<Acknowledgement> lines(OrderCard card, boolean office, @Nullable UUID personId) {
        return acknowledgements.of(card.id()).stream()
                .filter(line -> office || line.personId().equals(personId))
                .toList();
    }

    private Map<UUID, String> notYetAsked(OrderCard card) {
        var asked = acknowledgements.of(card.id()).stream()
                .map(Acknowledgement::personId)
                .collect(Collectors.toSet());
        var others = new LinkedHashMap<>(people.employed(card.organizationId()));
        others.keySet().removeAll(asked);
        return PeopleToAcquaint.named(List.copyOf(others.values()));
    }
}
