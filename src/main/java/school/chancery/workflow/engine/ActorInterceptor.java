package school.chancery.workflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Sets the engine's authentication around our controllers: code that forgot it would act as the product. */
class ActorInterceptor implements HandlerInterceptor {
    private final EngineActor actor;

    ActorInterceptor(EngineActor actor) {
        this.actor = actor;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) actor.begin();
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        actor.end();
    }
}
