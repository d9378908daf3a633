package school.chancery.yearclosing.web;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.YearOutcome;
import school.chancery.yearclosing.process.PlanDecision;

/** What is shown of a plan: totals by class and by outcome. */
@Component
class PlanPages {
    private final DryRuns dryRuns;
    private final ClosingCards cards;

    PlanPages(DryRuns dryRuns, ClosingCards cards) {
        this.dryRuns = dryRuns;
        this.cards = cards;
    }

    /** A class with how many of it have which outcome. */
    public record ClassLine(UUID classId, String label, Map<YearOutcome, Integer> outcomes) {
        public int pupils() {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    void fill(UUID closingId, Model model) {
        cards.fill(closingId, model);
        var run = dryRuns.last(closingId);
        model.addAttribute("run", run);
        model.addAttribute("lines", lines(run.totals()));
        model.addAttribute("sums", sums(run.totals()));
        model.addAttribute("decisions", PlanDecision.values());
    }

    @Nullable
    String hash(UUID closingId) {
        return dryRuns.last(closingId).hash();
    }

    private static Map<YearOutcome, Integer> sums(List<DryRuns.Total> totals) {
        var sums = new EnumMap<YearOutcome, Integer>(YearOutcome.class);
        totals.forEach(total -> sums.merge(total.outcome(), total.pupils(), Integer::sum));
        return sums;
    }

    private static List<ClassLine> lines(List<DryRuns.Total> totals) {
        var lines = new LinkedHashMap<UUID, ClassLine>();
        for (var total : totals) {
            lines.computeIfAbsent(
                            total.classId(),
                            id -> new ClassLine(id, total.classLabel(), new EnumMap<>(YearOutcome.class)))
                    .outcomes()
                    .put(total.outcome(), total.pupils());
        }
        return List.copyOf(lines.values());
    }
}
