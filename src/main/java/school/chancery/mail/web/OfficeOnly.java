package school.chancery.mail.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Mail holds addresses and names: the office of an organization reads its own, nobody else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@PreAuthorize(
        "hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR', 'SECRETARY', 'HR',"
                + " 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
@interface OfficeOnly {}
