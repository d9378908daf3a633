package school.chancery.identity.web;

import java.beans.PropertyEditorSupport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How forms are read everywhere: blanks around a text are cut off, a text left empty is null, a password stays as typed. */
@ControllerAdvice
class FormBinding implements WebMvcConfigurer {
    private static final List<String> PASSWORDS = List.of("password", "newPassword", "repeatedPassword");

    private final LocalValidatorFactoryBean constraints;

    FormBinding(LocalValidatorFactoryBean constraints) {
        this.constraints = constraints;
    }

    @InitBinder
    void texts(WebDataBinder binder) {
        // A form is what its record says. What else is sent ({@code kind[-1]=x}) would be set as a property, and fail.
        binder.setDeclarativeBinding(true);
        binder.registerCustomEditor(String.class, new Text());
        for (var password : PASSWORDS) binder.registerCustomEditor(String.class, password, new AsTyped());
    }

    @Override
    public Validator getValidator() {
        return new FieldByField(constraints);
    }

    private static final class AsTyped extends PropertyEditorSupport {
        @Override
        public void setAsText(@Nullable String text) {
            setValue(text);
        }
    }

    private static final class Text extends PropertyEditorSupport {
        @Override
        public void setAsText(@Nullable String text) {
            setValue(text == null || text.isBlank() ? null : text.strip());
        }

        @Override
        public String getAsText() {
            return getValue() == null ? "" : getValue().toString();
        }
    }

    /**
     * Spring Boot's own wrapper leaves out {@code validateValue}: a form record with one unreadable date would show no
     * other fault until that one is mended.
     */
    private record FieldByField(LocalValidatorFactoryBean constraints) implements SmartValidator {
        @Override
        public boolean supports(Class<?> type) {
            return constraints.supports(type);
        }

        @Override
        public void validate(Object target, Errors errors) {
            constraints.validate(target, errors);
        }

        @Override
        public void validate(Object target, Errors errors, Object... hints) {
            constraints.validate(target, errors, hints);
        }

        @Override
        public void validateValue(Class<?> type, String field, @Nullable Object value, Errors errors, Object... hints) {
            constraints.validateValue(type, field, value, errors, hints);
        }
    }
}
