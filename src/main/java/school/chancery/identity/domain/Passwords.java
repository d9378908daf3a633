package school.chancery.identity.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords; a comparison takes the same time whether there is an account or not. */
@Component
class Passwords {
    // What nobody typed. Longer input than this is refused before it costs a hash.
    private static final int LONGEST = 256;

    private final PasswordEncoder encoder;
    private final String nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encoder.encode("nobody's password");
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, @Nullable String hash) {
        var bounded = password.length() <= LONGEST ? password : "";
        return encoder.matches(bounded, hash == null ? nobodys : hash) && hash != null;
    }
}
