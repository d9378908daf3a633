package school.chancery.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import school.chancery.workflow.domain.SettledTerm;
import school.chancery.workflow.engine.DrawnModel;
import school.chancery.workflow.engine.ModelReader;

/** Terms by the names that the newest models give their processes and tasks. */
@Component
class TermNames {
    private final ModelReader models;

    TermNames(ModelReader models) {
        this.models = models;
    }

    /** @param task the task's name */
    record Named(String process, String task, SettledTerm settled) {}

    /** By name of the process; a process that is no longer there is called by its key. */
    Map<String, List<Named>> byProcess(List<SettledTerm> terms) {
        var latest = models.latest();
        var processes = new TreeMap<String, List<Named>>();
        for (var term : terms) {
            var named = named(term, Optional.ofNullable(latest.get(term.processKey())));
            processes
                    .computeIfAbsent(named.process(), name -> new ArrayList<>())
                    .add(named);
        }
        return processes;
    }

    Named of(SettledTerm term) {
        return named(term, Optional.ofNullable(models.latest().get(term.processKey())));
    }

    private static Named named(SettledTerm term, Optional<DrawnModel> model) {
        return new Named(
                model.map(DrawnModel::name).orElse(term.processKey()),
                model.flatMap(each -> each.element(term.taskKey()))
                        .map(DrawnModel.Element::name)
                        .orElse(term.taskKey()),
                term);
    }
}
