package school.chancery.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages whether the person keeps the register or only reads it; this only shows, the handlers refuse. */
@ControllerAdvice(basePackageClasses = SchoolAdvice.class)
class SchoolAdvice {
    @ModelAttribute("keeps")
    boolean keeps(HttpServletRequest request) {
        return Stream.of("DIRECTOR", "DEPUTY", "COORDINATOR").anyMatch(request::isUserInRole);
    }
}
