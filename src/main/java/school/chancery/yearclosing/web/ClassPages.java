package school.chancery.yearclosing.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.OutcomeRow;
import school.chancery.yearclosing.domain.YearOutcome;

/** What the pages of a class show: its pupils, and how many of them have which outcome. */
@Component
class ClassPages {
    private final ClassOutcomes outcomes;

    ClassPages(ClassOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    void fill(UUID classClosingId, Model model) {
        var rows = outcomes.rows(classClosingId);
        model.addAttribute("closing", outcomes.require(classClosingId));
        model.addAttribute("rows", rows);
        model.addAttribute("totals", totals(rows));
        model.addAttribute(
                "open", rows.stream().filter(row -> row.chosen() == null).count());
    }

    private static Map<YearOutcome, Integer> totals(List<OutcomeRow> rows) {
        var totals = new EnumMap<YearOutcome, Integer>(YearOutcome.class);
        for (var row : rows) {
            if (row.chosen() != null) totals.merge(row.chosen(), 1, Integer::sum);
        }
        return totals;
    }
}
