package school.chancery.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** All three are read as typed: see {@link FormBinding}. */
record PasswordForm(
        @NotBlank @Nullable String password,

        @NotBlank @Size(min = 10, max = 128, message = "{identity.password.length}") @Nullable
        String newPassword,

        @Nullable String repeatedPassword) {
    static final PasswordForm EMPTY = new PasswordForm(null, null, null);

    @Override
    public String toString() {
        return "PasswordForm[hidden]";
    }
}
