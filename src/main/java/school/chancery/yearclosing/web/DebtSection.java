package school.chancery.yearclosing.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.CaseSection;
import school.chancery.yearclosing.domain.debts.DebtCases;
import school.chancery.yearclosing.process.SettleDebtProcess;

/** What the case page shows of a pupil's debts. */
@Component
class DebtSection implements CaseSection {
    private final DebtCases cases;
    private final DebtCards cards;

    DebtSection(DebtCases cases, DebtCards cards) {
        this.cases = cases;
        this.cards = cards;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<View> of(String processKey, UUID businessKey) {
        if (!processKey.equals(SettleDebtProcess.KEY)) return Optional.empty();
        return cases.find(businessKey)
                .map(found -> new View("yearclosing/debts :: section", Map.of("card", cards.card(found))));
    }
}
