package school.chancery.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.Candidate;
import school.chancery.platform.domain.Criteria;
import school.chancery.platform.domain.Warning;

/**
 * The decision table {@code administrator-criteria}, evaluated beside the process engine: its history would otherwise
 * keep what is asked about a person.
 */
@Component
class CriteriaTable implements Criteria {
    private static final String TABLE = "processes/platform/administrator-criteria.dmn";

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision decision = parse();

    @Override
    public Set<Warning> warnings(Candidate candidate) {
        var found = EnumSet.noneOf(Warning.class);
        engine.evaluateDecisionTable(
                        decision,
                        Variables.createVariables()
                                .putValue("category", candidate.category().name())
                                .putValue("teachesInformatics", candidate.teachesInformatics())
                                .putValue("education", candidate.education().name())
                                .putValue("managementExperience", candidate.managementExperience())
                                .putValue("kind", candidate.kind().name())
                                .putValue("joined", candidate.joined())
                                .putValue("anyPedagogue", candidate.anyPedagogue()))
                .<String>collectEntries("warning")
                .forEach(warning -> found.add(Warning.valueOf(warning)));
        return found;
    }

    private DmnDecision parse() {
        try (var table = new ClassPathResource(TABLE).getInputStream()) {
            return engine.parseDecision("administrator-criteria", table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
