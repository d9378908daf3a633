package school.chancery.platform.domain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.organization.PolicyKey;

/** What each organization may settle about the platform. */
@Configuration(proxyBeanMethods = false)
class PlatformPolicies {
    @Bean
    PolicyKey administratorChosenFrom() {
        return new PolicyKey(
                Advice.CHOSEN_FROM, "DEPUTY_OR_INFORMATICS", "DEPUTY_OR_INFORMATICS|" + Advice.ANY_PEDAGOGUE);
    }

    @Bean
    PolicyKey remindPlatformAfter() {
        return new PolicyKey(DeliveryTerms.REMIND, "5", "[1-9][0-9]?");
    }

    @Bean
    PolicyKey tellDistrictAfter() {
        return new PolicyKey(DeliveryTerms.ESCALATE, "10", "[1-9][0-9]?");
    }
}
