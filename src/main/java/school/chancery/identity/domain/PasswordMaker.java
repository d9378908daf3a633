package school.chancery.identity.domain;

import java.security.SecureRandom;

/** Passwords that are handed over. */
final class PasswordMaker {
    // Without signs that look alike: the password is read from paper once.
    private static final String SIGNS = "abcdefghkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordMaker() {}

    static String make() {
        return RANDOM.ints(LENGTH, 0, SIGNS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(SIGNS.charAt(at)), StringBuilder::append)
                .toString();
    }
}
