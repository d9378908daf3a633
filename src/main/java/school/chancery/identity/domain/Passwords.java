package school.chancery.identity.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords; a comparison takes the same time whether there is an account or not. */
@Component
class Passwords {
    // What nobody typed. Longer input than this is refused before it costs a hash.
    private static final int LONGEST = 256;

    private final PasswordEncoder encoder;
    private final String nobodys;

    @Autowired
    Passwords() {
        this(new DelegatingPasswordEncoder(
                "argon2id",
                Map.of(
                        "argon2id",
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "bcrypt",
                        new BCryptPasswordEncoder(12))));
    }

    private Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encoder.encode("nobody's password");
    }

    /** With an encoder of a test's own. */
    static Passwords with(PasswordEncoder encoder) {
        return new Passwords(encoder);
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, @Nullable String hash) {
        var bounded = password.length() <= LONGEST ? password : "";
        return encoder.matches(bounded, hash == null ? nobodys : hash) && hash != null;
    }
}
