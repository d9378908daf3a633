package school.chancery.identity.web;

import jakarta.servlet.ServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Lets a controller reject more fields of a form record whose binding has failed already (one unreadable date). Spring
 * keeps no target for such a form and would answer {@code rejectValue} with an exception, that is with a 500.
 */
@Configuration(proxyBeanMethods = false)
class PatientBinding implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected InitBinderDataBinderFactory createDataBinderFactory(List<InvocableHandlerMethod> initializers) {
                return new Factory(initializers, this);
            }
        };
    }

    private static final class Factory extends ServletRequestDataBinderFactory {
        private Factory(List<InvocableHandlerMethod> initializers, RequestMappingHandlerAdapter adapter) {
            super(initializers, adapter.getWebBindingInitializer());
        }

        @Override
        protected ServletRequestDataBinder createBinderInstance(
                @Nullable Object target, String name, NativeWebRequest request) {
            return new ExtendedServletRequestDataBinder(target, name) {
                // Spring reads the index out of «annexes[x].title» and «fields[» without a look at what is there.
                @Override
                public void construct(ServletRequest request) {
                    try {
                        super.construct(request);
                    } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException noIndex) {
                        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a place that no list has", noIndex);
                    }
                }

                @Override
                protected AbstractPropertyBindingResult createBeanPropertyBindingResult() {
                    return new Result(getTarget(), getObjectName());
                }
            };
        }
    }

    private static final class Result extends BeanPropertyBindingResult {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, @Nullable Object> typed = new HashMap<>();

        private Result(@Nullable Object target, String name) {
            super(target, name);
        }

        @Override
        public void recordFieldValue(String field, Class<?> type, @Nullable Object value) {
            typed.put(field, value);
            super.recordFieldValue(field, type, value);
        }

        @Override
        protected @Nullable Object getActualFieldValue(String field) {
            return getTarget() == null ? typed.get(field) : super.getActualFieldValue(field);
        }
    }
}
