package school.chancery.yearclosing.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.CaseSection;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.process.CloseClassProcess;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;

/** What the case page shows of a closing: where it stands, never a pupil. */
@Component
class ClosingSections implements CaseSection {
    private final Closings closings;
    private final ClassOutcomes outcomes;
    private final ClosingCards cards;

    ClosingSections(Closings closings, ClassOutcomes outcomes, ClosingCards cards) {
        this.closings = closings;
        this.outcomes = outcomes;
        this.cards = cards;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<View> of(String processKey, UUID businessKey) {
        return switch (processKey) {
            case CloseSchoolYearProcess.KEY ->
                closings.find(businessKey)
                        .map(found -> new View("yearclosing/sections :: closing", Map.of("card", cards.of(found))));
            case CloseClassProcess.KEY ->
                Optional.of(
                        new View("yearclosing/sections :: class", Map.of("closing", outcomes.require(businessKey))));
            default -> Optional.empty();
        };
    }
}
