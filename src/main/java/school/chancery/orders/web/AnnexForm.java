package school.chancery.orders.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import school.chancery.orders.domain.Annex;

/** One annex; with both fields empty it is taken out. */
record AnnexForm(
        @Size(max = 500) @Nullable String title,
        @Size(max = 50_000) @Nullable String text) {
    static final AnnexForm BLANK = new AnnexForm("", "");
    static final AnnexForm MISSING = new AnnexForm(null, null);

    boolean isBlank() {
        return title == null && text == null;
    }

    boolean isHalf() {
        return (title == null) != (text == null);
    }

    Annex toAnnex() {
        return new Annex(title == null ? "" : title, text == null ? "" : text);
    }
}
