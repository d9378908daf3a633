package school.chancery.orders.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.KindCatalogue;
import school.chancery.orders.domain.OrderKind;
import school.chancery.orders.process.IssueOrderProcess;
import school.chancery.workflow.TaskPages;

/** «Издание приказа» begun by hand: the kind is chosen, the rest is written in the first task. */
@Controller
@RequestMapping("/" + IssueOrderProcess.START_FORM)
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
class StartIssueOrderController {
    private final IssueOrderProcess process;
    private final KindCatalogue kinds;
    private final OrderReaders readers;
    private final TaskPages pages;

    StartIssueOrderController(IssueOrderProcess process, KindCatalogue kinds, OrderReaders readers, TaskPages pages) {
        this.process = process;
        this.kinds = kinds;
        this.readers = readers;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID target,
            Model model) {
        model.addAttribute(StartForm.fresh(kind, target));
        return page(me, target, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute StartForm form,
            BindingResult faults,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model) {
        if (faults.hasErrors()) return page(me, form.target(), model);
        var instance = process.begin(me.organizationId(), form.kind(), form.formId(), me.accountId(), form.target());
        if (instance.isPresent()) return pages.started(framed, instance.get(), "orders.start.done");
        faults.rejectValue("kind", "orders.start.kind.impossible");
        return page(me, form.target(), model);
    }

    private String page(SignedIn me, @Nullable UUID target, Model model) {
        model.addAttribute("kinds", kinds(me, target));
        if (target != null) model.addAttribute("target", readers.require(target, me));
        return "orders/issue-order/start";
    }

    private Map<String, String> kinds(SignedIn me, @Nullable UUID target) {
        var named = new LinkedHashMap<String, String>();
        kinds.all(me.organizationId()).stream()
                .filter(OrderKind::startable)
                .filter(kind -> (kind.relation() != null) == (target != null))
                .forEach(kind -> named.put(kind.code(), kind.name()));
        return named;
    }
}
