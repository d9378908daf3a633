package school.chancery.exchange.domain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.organization.PolicyKey;

/** What each school settles for its imports. */
@Configuration(proxyBeanMethods = false)
class ExchangePolicies {
    static final String UNDO_DAYS = "exchange.undo-days";
    static final String UNCONFIRMED_DAYS = "exchange.unconfirmed-days";

    /** How long an import can be undone; then what it read is emptied. */
    @Bean
    PolicyKey undoDays() {
        return new PolicyKey(UNDO_DAYS, "14", "[1-9]|[1-8][0-9]|90");
    }

    /** How long a file waits to be confirmed before it is thrown away. */
    @Bean
    PolicyKey unconfirmedDays() {
        return new PolicyKey(UNCONFIRMED_DAYS, "7", "[1-9]|[12][0-9]|30");
    }
}
