package school.chancery.platform.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.StructureUnit;
import school.chancery.platform.domain.Structures;
import school.chancery.platform.process.BuildStructureProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** Staff room and classes are created on the platform and ticked off here with the platform's ids (F012, F018, F042). */
@Controller
@RequestMapping("/platform/build-structure/create-structure")
class CreateStructureController {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 1000;

    private final BuildStructureProcess process;
    private final Structures structures;
    private final Applications applications;
    private final ApplicationCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    CreateStructureController(
            BuildStructureProcess process,
            Structures structures,
            Applications applications,
            ApplicationCards cards,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.structures = structures;
        this.applications = applications;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    /** One line of the form: units are rows of the register, so the form has as many fields as there are. */
    public record Line(
            StructureUnit unit, String typed, @Nullable String fault) {}

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        var before = new HashMap<String, String>();
        structures.of(task.businessKey()).forEach(unit -> {
            if (unit.externalId() != null) before.put(field(unit.id()), unit.externalId());
        });
        return page(task, lines(task, before), null, model);
    }

    /** Keeps what is there; one comes back to the task later. */
    @PostMapping(params = "keep")
    String keep(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam Map<String, String> typed,
            Model model) {
        var task = task(taskId);
        var lines = lines(task, typed);
        if (lines.stream().anyMatch(line -> line.fault() != null)) return page(task, lines, null, model);
        process.tick(task, ticks(lines), me.accountId());
        model.addAttribute("kept", true);
        return page(task, lines, null, model);
    }

    @PostMapping
    String finish(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam Map<String, String> typed,
            Model model) {
        var task = task(taskId);
        var lines = lines(task, typed);
        var whole = lines.stream().noneMatch(line -> line.typed().isEmpty());
        var fault = whole ? null : reasonFault(reason);
        if (fault != null || lines.stream().anyMatch(line -> line.fault() != null)) {
            return page(task, lines, fault, model);
        }
        process.finish(task, ticks(lines), whole ? null : reason, me.accountId());
        return pages.done(framed, "platform.structure.done");
    }

    private List<Line> lines(OpenTask task, Map<String, String> typed) {
        var seen = new HashSet<String>();
        return structures.of(task.businessKey()).stream()
                .map(unit -> {
                    var text = typed.getOrDefault(field(unit.id()), "").strip();
                    return new Line(unit, text, fault(text, seen));
                })
                .toList();
    }

    private static @Nullable String fault(String text, HashSet<String> seen) {
        if (text.isEmpty()) return null;
        if (text.length() > LONGEST_ID || text.chars().anyMatch(Character::isISOControl)) {
            return "platform.refused.external-id";
        }
        return seen.add(text) ? null : "platform.refused.external-id-twice";
    }

    private static @Nullable String reasonFault(@Nullable String reason) {
        if (reason == null || reason.isBlank()) return "platform.structure.reason-missing";
        return reason.length() > LONGEST_REASON ? "platform.refused.too-long" : null;
    }

    private static Map<UUID, String> ticks(List<Line> lines) {
        var ticks = new LinkedHashMap<UUID, String>();
        lines.forEach(line -> ticks.put(line.unit().id(), line.typed()));
        return ticks;
    }

    private static String field(UUID unit) {
        return "unit-" + unit;
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, BuildStructureProcess.CREATE_STRUCTURE);
    }

    private String page(OpenTask task, List<Line> lines, @Nullable String reasonFault, Model model) {
        model.addAttribute("registering", cards.of(applications.require(task.businessKey())));
        model.addAttribute("lines", lines);
        model.addAttribute("reasonFault", reasonFault);
        model.addAttribute("faulty", reasonFault != null || lines.stream().anyMatch(line -> line.fault() != null));
        model.addAttribute(
                "created",
                lines.stream().filter(line -> !line.typed().isEmpty()).count());
        return "platform/build-structure/create-structure";
    }
}
