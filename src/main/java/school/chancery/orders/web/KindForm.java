package school.chancery.orders.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.orders.domain.OrderKind;
import school.chancery.orders.domain.SignatureKind;
import school.chancery.orders.domain.Wording;

record KindForm(
        @Size(max = 500) @Nullable String title,
        @Size(max = 10_000) @Nullable String legalBasis,
        @Size(max = 50_000) @Nullable String body,
        @NotNull @Nullable SignatureKind signatureKind) {

    static KindForm of(OrderKind kind) {
        return new KindForm(kind.title(), kind.legalBasis(), kind.body(), kind.signatureKind());
    }

    /** A template may use only fields that the common one knows: no case would fill in another. */
    void check(OrderKind kind, Errors faults) {
        var known = kind.fields();
        for (var field : wording().unfilled()) {
            if (!known.contains(field)) faults.reject("orders.kinds.unknown-field", new Object[] {field}, "");
        }
    }

    Wording wording() {
        return new Wording(text(title), text(legalBasis), text(body));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }
}
