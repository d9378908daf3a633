package school.chancery.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.orders.domain.Acquaintance;
import school.chancery.orders.domain.Content;
import school.chancery.orders.domain.Drafting;
import school.chancery.orders.domain.KindCatalogue;
import school.chancery.orders.domain.OrderCard;
import school.chancery.orders.domain.OrderKind;
import school.chancery.orders.domain.Refusal;
import school.chancery.orders.process.IssueOrderProcess;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** «Подготовить проект приказа». */
@Controller
@RequestMapping("/orders/issue-order/prepare-order")
class PrepareOrderController {
    private static final String VIEW = "orders/issue-order/prepare-order";

    private final IssueOrderProcess process;
    private final Drafting drafting;
    private final KindCatalogue kinds;
    private final PeopleToAcquaint people;
    private final OrderReaders readers;
    private final Tasks tasks;
    private final TaskPages pages;

    PrepareOrderController(
            IssueOrderProcess process,
            Drafting drafting,
            KindCatalogue kinds,
            PeopleToAcquaint people,
            OrderReaders readers,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.drafting = drafting;
        this.kinds = kinds;
        this.people = people;
        this.readers = readers;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    @Transactional(readOnly = true)
    String show(@RequestParam String taskId, Model model) {
        var card = card(taskId);
        var form = PrepareOrderForm.of(card);
        model.addAttribute(form);
        return page(card, form, model);
    }

    @PostMapping(params = "action=submit")
    @Transactional
    String submit(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute PrepareOrderForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        var card = taken(taskId);
        if (!faults.hasErrors()) checkComplete(card, form, faults);
        if (faults.hasErrors()) return page(card, form, model);
        var refusal = process.submit(taskId, content(card, form), form.values(), form.version());
        return answered(refusal, framed, card, form, faults, response, model);
    }

    @PostMapping(params = "action=save")
    @Transactional
    String save(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute PrepareOrderForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        var card = taken(taskId);
        if (!faults.hasErrors()) checkAnnexes(form, faults);
        if (faults.hasErrors()) return page(card, form, model);
        var refusal = process.save(taskId, content(card, form), form.values(), form.version());
        if (refusal.isPresent()) return answered(refusal, framed, card, form, faults, response, model);
        var saved = card(taskId);
        model.addAttribute(PrepareOrderForm.of(saved));
        model.addAttribute("flash", "orders.prepare.saved");
        return page(saved, PrepareOrderForm.of(saved), model);
    }

    /** Words the draft anew from the kind's template; nothing is kept yet. */
    @PostMapping(params = "action=fill")
    @Transactional(readOnly = true)
    String fill(@RequestParam String taskId, @ModelAttribute PrepareOrderForm form, BindingResult faults, Model model) {
        var card = card(taskId);
        if (faults.hasErrors()) return page(card, form, model);
        if (form.effectiveOn() == null) {
            faults.rejectValue("effectiveOn", "orders.prepare.date.missing");
            return page(card, form, model);
        }
        var wording = drafting.worded(card.id(), form.values(), form.effectiveOn());
        return shown(form.worded(wording), card, model);
    }

    @PostMapping(params = "action=add-annex")
    @Transactional(readOnly = true)
    String addAnnex(
            @RequestParam String taskId, @ModelAttribute PrepareOrderForm form, BindingResult faults, Model model) {
        return shown(form.withBlankAnnex(), card(taskId), model);
    }

    @PostMapping(params = "action=everybody")
    @Transactional(readOnly = true)
    String everybody(
            @RequestParam String taskId, @ModelAttribute PrepareOrderForm form, BindingResult faults, Model model) {
        var card = card(taskId);
        return shown(form.withPeople(List.copyOf(people.choices(card).keySet())), card, model);
    }

    /** How the order would look; opened beside the form. */
    @PostMapping("/preview")
    @Transactional(readOnly = true)
    ResponseEntity<byte[]> preview(
            @RequestParam String taskId, @Valid @ModelAttribute PrepareOrderForm form, BindingResult faults) {
        var card = card(taskId);
        if (faults.hasErrors())
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(drafting.preview(card.organizationId(), content(card, form)));
    }

    private void checkComplete(OrderCard card, PrepareOrderForm form, BindingResult faults) {
        checkAnnexes(form, faults);
        tellUnfilled("title", form.title(), faults);
        tellUnfilled("legalBasis", form.grounds(), faults);
        tellUnfilled("body", form.body(), faults);
        if (card.kind().acquaintanceRequired() && form.chosen().isEmpty()) {
            faults.rejectValue("people", "orders.prepare.people.missing");
        }
    }

    private static void checkAnnexes(PrepareOrderForm form, BindingResult faults) {
        var annexes = Optional.ofNullable(form.annexes()).orElse(List.of());
        for (var i = 0; i < annexes.size(); i++) {
            var annex = annexes.get(i);
            if (annex.isHalf()) {
                faults.rejectValue(
                        "annexes[%d].%s".formatted(i, annex.title() == null ? "title" : "text"),
                        "orders.prepare.annex.half");
            }
            tellUnfilled("annexes[%d].text".formatted(i), annex.text(), faults);
        }
    }

    private static void tellUnfilled(String field, @Nullable String text, BindingResult faults) {
        var unfilled = new OrderKind.Wording(text == null ? "" : text, "", "").unfilled();
        if (unfilled.isEmpty()) return;
        faults.rejectValue(
                field, "orders.prepare.unfilled", new Object[] {String.join(", ", new TreeSet<>(unfilled))}, "");
    }

    private Content content(OrderCard card, PrepareOrderForm form) {
        return new Content(
                form.title(),
                form.grounds(),
                form.body(),
                form.effectiveOn(),
                form.filledAnnexes(),
                chosen(card, form.chosen()));
    }

    /** Ids that are not among the choices are left out: a foreign person cannot be named. */
    private List<Acquaintance> chosen(OrderCard card, List<UUID> ids) {
        var choices = people.choices(card);
        return ids.stream()
                .distinct()
                .filter(choices::containsKey)
                .map(choices::get)
                .toList();
    }

    private String answered(
            Optional<Refusal> refusal,
            boolean framed,
            OrderCard card,
            PrepareOrderForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        if (refusal.isEmpty()) return pages.done(framed, "orders.prepare.done");
        Faults.tell(refusal.get(), "", faults, response);
        return page(card, form, model);
    }

    private String shown(PrepareOrderForm form, OrderCard card, Model model) {
        // The binding of what was typed must not stand before what is shown instead.
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "prepareOrderForm");
        model.addAttribute("prepareOrderForm", form);
        return page(card, form, model);
    }

    private String page(OrderCard card, PrepareOrderForm form, Model model) {
        // Not from the model: what could not be bound whole stands there without its values.
        model.addAttribute("pickedActs", form.acts() == null ? List.of() : form.acts());
        model.addAttribute("annexes", form.annexes() == null ? List.of() : form.annexes());
        model.addAttribute("card", card);
        model.addAttribute(
                "templateFields",
                card.kind().fields().stream()
                        .filter(field -> !Drafting.KNOWN_FIELDS.contains(field))
                        .toList());
        model.addAttribute("legalActs", kinds.legalActs());
        model.addAttribute("choices", people.named(card));
        return VIEW;
    }

    private OrderCard taken(String taskId) {
        return readers.ofTask(
                tasks.take(taskId, IssueOrderProcess.PREPARE_ORDER).businessKey());
    }

    private OrderCard card(String taskId) {
        return readers.ofTask(
                tasks.require(taskId, IssueOrderProcess.PREPARE_ORDER).businessKey());
    }
}
