package school.chancery.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.orders.domain.Drafting;
import school.chancery.orders.domain.KindCatalogue;
import school.chancery.orders.domain.OrderCard;
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
        if (!faults.hasErrors()) PrepareOrderCheck.complete(card, form, faults);
        if (faults.hasErrors()) return page(card, form, model);
        var refusal =
                process.submit(taskId, form.content(people.chosen(card, form.chosen())), form.values(), form.version());
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
        if (!faults.hasErrors()) PrepareOrderCheck.annexes(form, faults);
        if (faults.hasErrors()) return page(card, form, model);
        var refusal =
                process.save(taskId, form.content(people.chosen(card, form.chosen())), form.values(), form.version());
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

    private String answered(
            Optional<Refusal> refusal,
            boolean framed,
            OrderCard card,
            PrepareOrderForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        if (refusal.isEmpty()) return pages.done(framed, "orders.prepare.done");
        Faults.tell(refusal.get(), refusal.get() == Refusal.DATE_OF_CASE ? "effectiveOn" : "", faults, response);
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
        model.addAttribute("templateFields", card.kind().fieldsToFill());
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
