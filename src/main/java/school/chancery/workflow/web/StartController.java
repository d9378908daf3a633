package school.chancery.workflow.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import school.chancery.identity.SignedIn;
import school.chancery.workflow.StartableProcess;
import school.chancery.workflow.domain.CaseList;

/** «Начать дело»: which processes the roles of the person start, on what ground, and what comes of it. */
@Controller
class StartController {
    private final List<StartableProcess> startable;
    private final CaseList cases;
    private final MessageSource messages;

    StartController(ObjectProvider<StartableProcess> startable, CaseList cases, MessageSource messages) {
        this.startable = startable.stream().toList();
        this.cases = cases;
        this.messages = messages;
    }

    @GetMapping("/start")
    String list(@AuthenticationPrincipal SignedIn person, Locale locale, Model model) {
        var names = cases.processes().stream()
                .collect(Collectors.toMap(CaseList.ProcessName::key, CaseList.ProcessName::name));
        var entries = startable.stream()
                .filter(process -> process.isFor(person.roles()))
                .map(process -> entry(process, names, locale))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
        model.addAttribute("entries", entries);
        return "workflow/start";
    }

    private Entry entry(StartableProcess process, Map<String, String> names, Locale locale) {
        return new Entry(
                "/" + process.formKey(),
                names.getOrDefault(process.processKey(), process.processKey()),
                text(process, "what", locale),
                text(process, "ground", locale),
                text(process, "next", locale));
    }

    // The module that owns the process says it: «orders.start.issue-order.what».
    private String text(StartableProcess process, String part, Locale locale) {
        var module = process.formKey().substring(0, process.formKey().indexOf('/'));
        return messages.getMessage(module + ".start." + process.processKey() + "." + part, null, "", locale);
    }

    /** @param next what comes after the form */
    record Entry(String path, String name, String what, String ground, String next) {}
}
