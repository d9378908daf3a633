package school.chancery.platform.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.InternetName;
import school.chancery.organization.RegistrationNumbers;
import school.chancery.organization.RussianPhone;

/** Reads what was typed into an application, field by field, into the form it is kept in. */
public final class ApplicationCheck {
    private final Set<ApplicationField> required;
    private final List<Refusal> refusals = new ArrayList<>();

    /** @param required the fields without which nothing is sent; the contact's phone always is */
    public ApplicationCheck(Set<ApplicationField> required) {
        this.required = required;
    }

    /** Call once; what is wrong stands in {@link #refusals()} afterwards. */
    public ApplicationData read(ApplicationData typed) {
        return new ApplicationData(
                text(ApplicationField.FULL_NAME, typed.fullName(), 500),
                text(ApplicationField.SHORT_NAME, typed.shortName(), 200),
                checked(ApplicationField.INN, typed.inn(), digits(RegistrationNumbers::isInn)),
                checked(ApplicationField.OGRN, typed.ogrn(), digits(RegistrationNumbers::isOgrn)),
                text(ApplicationField.ADDRESS, typed.address(), 500),
                checked(ApplicationField.HEAD, typed.head(), ApplicationCheck::fullName),
                checked(ApplicationField.EMAIL, typed.email(), InternetName::email),
                checked(ApplicationField.PHONE, typed.phone(), RussianPhone::any),
                checked(ApplicationField.SITE, typed.site(), InternetName::web),
                checked(ApplicationField.CONTACT_NAME, typed.contactName(), ApplicationCheck::fullName),
                checked(ApplicationField.CONTACT_EMAIL, typed.contactEmail(), InternetName::email),
                checked(ApplicationField.CONTACT_PHONE, typed.contactPhone(), RussianPhone::mobile));
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private @Nullable String text(ApplicationField field, @Nullable String typed, int max) {
        return checked(
                field,
                typed,
                text -> text.length() <= max && hasNoControls(text) ? Optional.of(text) : Optional.empty());
    }

    private @Nullable String checked(
            ApplicationField field, @Nullable String typed, Function<String, Optional<String>> reader) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            if (isRequired(field)) refuse(field, "platform.refused.missing");
            return null;
        }
        var read = reader.apply(text);
        if (read.isEmpty()) refuse(field, "platform.refused." + field.property());
        return read.orElse(null);
    }

    private boolean isRequired(ApplicationField field) {
        return required.contains(field) || field == ApplicationField.CONTACT_PHONE;
    }

    private void refuse(ApplicationField field, String code) {
        refusals.add(new Refusal(field.property(), code));
    }

    private static Function<String, Optional<String>> digits(Predicate<String> valid) {
        return text -> Optional.of(text.replaceAll("[ \\u00a0-]", "")).filter(valid);
    }

    // Фамилия and имя at least; letters of any alphabet, hyphens, apostrophes and initials' dots.
    private static Optional<String> fullName(String text) {
        return text.length() <= 200 && text.matches("\\p{L}[\\p{L}'’.\\-]*(\\s+\\p{L}[\\p{L}'’.\\-]*){1,4}")
                ? Optional.of(text.replaceAll("\\s+", " "))
                : Optional.empty();
    }

    // A line break in a name would be a line break in a mail.
    private static boolean hasNoControls(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
