package school.chancery.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTests {
    private final Counting encoder = new Counting();
    private final Passwords passwords = new Passwords(encoder);

    @Test
    void comparesOneHashWhetherThereIsAnAccountOrNot() {
        assertThat(passwords.matches("тихая река", passwords.hash("тихая река")))
                .isTrue();
        assertThat(encoder.compared.get()).isEqualTo(1);
        assertThat(passwords.matches("тихая река", null)).isFalse();
        assertThat(encoder.compared.get()).isEqualTo(2);
        assertThat(passwords.matches("тихая река", passwords.hash("другая"))).isFalse();
        assertThat(encoder.compared.get()).isEqualTo(3);
    }

    @Test
    void admitsNobodyWithThePasswordOfNobody() {
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }

    @Test
    void hashesNoEndlessPassword() {
        assertThat(passwords.matches("x".repeat(10_000), passwords.hash("x".repeat(10_000))))
                .isFalse();
        assertThat(encoder.longest).hasValueLessThan(257);
    }

    @Test
    void keepsPasswordsAsSaltedArgon2() {
        var real = new Passwords(new PasswordHashing().passwordEncoder());
        var hash = real.hash("тихая река зимой");
        assertThat(hash).startsWith("{argon2id}").isNotEqualTo(real.hash("тихая река зимой"));
        assertThat(real.matches("тихая река зимой", hash)).isTrue();
        assertThat(real.matches("тихая река летом", hash)).isFalse();
    }

    private static final class Counting implements PasswordEncoder {
        private final AtomicInteger compared = new AtomicInteger();
        private final AtomicInteger longest = new AtomicInteger();

        @Override
        public String encode(CharSequence password) {
            return "{plain}" + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            compared.incrementAndGet();
            longest.accumulateAndGet(password.length(), Math::max);
            return hash.equals("{plain}" + password);
        }
    }
}
