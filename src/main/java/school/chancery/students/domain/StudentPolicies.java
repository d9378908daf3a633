package school.chancery.students.domain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.organization.PolicyKey;

/** What each organization may settle about the pupils' movement. */
@Configuration(proxyBeanMethods = false)
class StudentPolicies {
    private static final String DAYS = "[1-9][0-9]?";

    @Bean
    PolicyKey withdrawalOrderDays() {
        return new PolicyKey(StudentTerms.WITHDRAWAL_ORDER, "3", DAYS);
    }

    @Bean
    PolicyKey enrolmentOrderDays() {
        return new PolicyKey(StudentTerms.ENROLMENT_ORDER, "3", DAYS);
    }

    @Bean
    PolicyKey placeAnswerDays() {
        return new PolicyKey(StudentTerms.PLACE_ANSWER, "3", DAYS);
    }

    @Bean
    PolicyKey firstGradeFirstWindow() {
        return new PolicyKey(AdmissionWindows.FIRST, "01.04-30.06", AdmissionWindows.ALLOWED);
    }

    @Bean
    PolicyKey firstGradeSecondWindow() {
        return new PolicyKey(AdmissionWindows.SECOND, "06.07-05.09", AdmissionWindows.ALLOWED);
    }

    // The papers reach the other school, which orders within three days and tells within two.
    @Bean
    PolicyKey arrivalNoticeDays() {
        return new PolicyKey(StudentTerms.ARRIVAL_NOTICE, "7", DAYS);
    }
}
