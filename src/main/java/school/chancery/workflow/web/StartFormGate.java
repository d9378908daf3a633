package school.chancery.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.workflow.StartRefusedException;
import school.chancery.workflow.StartableProcess;

/** Start forms open only for the roles that may start: so no module's form has to ask again. */
@Configuration(proxyBeanMethods = false)
class StartFormGate implements WebMvcConfigurer, HandlerInterceptor {
    private final Map<String, StartableProcess> byPath;

    StartFormGate(ObjectProvider<StartableProcess> startable) {
        byPath = startable.stream().collect(Collectors.toMap(each -> "/" + each.formKey(), Function.identity()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var process = byPath.get(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (process != null && !process.isFor(roles())) throw new StartRefusedException(process.processKey());
        return true;
    }

    private static Set<Role> roles() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? person.roles()
                : Set.of();
    }
}
