package school.chancery.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account to be opened.
 *
 * @param login unique whatever the case of its letters
 * @param displayName «Иванова А. П.»
 * @param password plain; kept only as a hash
 * @param passwordIssued it was given by somebody else and has to be changed at the first sign-in
 * @param demo part of the demonstration: a production start refuses a database that holds one
 */
public record NewAccount(
        String login,
        String displayName,
        @Nullable String email,
        @Nullable UUID personId,
        String password,
        boolean passwordIssued,
        boolean demo) {
    @Override
    public String toString() {
        return "NewAccount[hidden]";
    }
}
