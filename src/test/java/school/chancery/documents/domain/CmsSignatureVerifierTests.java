package school.chancery.documents.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.chancery.documents.SignatureReport;
import school.chancery.documents.SignatureReport.Reason;
import school.chancery.documents.SignatureReport.Refused;
import school.chancery.documents.SignatureReport.Valid;

class CmsSignatureVerifierTests {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(100));
    private static final Instant TO = NOW.plus(Duration.ofDays(265));
    private static final byte[] ORIGINAL = "%PDF-1.7\nПриказ\r\nстрока\n%%EOF\n".getBytes(UTF_8);

    private final CmsSignatureVerifier verifier = new CmsSignatureVerifier(Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<Named<TestSigner>> signers() throws Exception {
        return Stream.of(
                Named.of("RSA", TestSigner.rsa(FROM, TO)),
                Named.of("ECDSA", TestSigner.ecdsa(FROM, TO)),
                Named.of("ГОСТ 256", TestSigner.gost(256, FROM, TO)),
                Named.of("ГОСТ 512", TestSigner.gost(512, FROM, TO)));
    }

    @ParameterizedTest
    @MethodSource("signers")
    void acceptsADetachedSignatureInAllThreeShapes(TestSigner signer) throws Exception {
        var der = signer.sign(ORIGINAL);
        var base64 = Base64.getMimeEncoder().encodeToString(der);
        assertThat(verifier.verify(ORIGINAL, der)).isInstanceOf(Valid.class);
        assertThat(verifier.verify(
                        ORIGINAL, ("-----BEGIN CMS-----\n" + base64 + "\n-----END CMS-----\n").getBytes(UTF_8)))
                .isInstanceOf(Valid.class);
        assertThat(verifier.verify(ORIGINAL, ("\uFEFF" + base64).getBytes(UTF_8)))
                .isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void noticesOneChangedByteOfTheOriginal(TestSigner signer) throws Exception {
        var changed = ORIGINAL.clone();
        changed[12] ^= 1;
        assertThat(reason(verifier.verify(changed, signer.sign(ORIGINAL)))).isEqualTo(Reason.CONTENT_DIFFERS);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void neverAcceptsASignatureWithAChangedByte(TestSigner signer) throws Exception {
        var signature = signer.sign(ORIGINAL);
        // The end of the file is the signature value itself in every CMS made here.
        for (var i = signature.length - 40; i < signature.length; i++) {
            var broken = signature.clone();
            broken[i] ^= 0x10;
            assertThat(verifier.verify(ORIGINAL, broken)).as("byte %d", i).isInstanceOf(Refused.class);
        }
    }

    @Test
    void tellsWhoSignedWithWhatAndWhen() throws Exception {
        var signedAt = NOW.minusSeconds(600);
        var report = (Valid) verifier.verify(
                ORIGINAL, TestSigner.gost(256, FROM, TO).at(signedAt).sign(ORIGINAL));
        assertThat(report.holder()).isEqualTo("Ветрова Анна Петровна, Школа № 7");
        assertThat(report.issuer()).isEqualTo(report.holder());
        assertThat(report.serialNumber()).isEqualTo("abcdef");
        assertThat(report.algorithm()).isEqualTo("ГОСТ Р 34.10-2012 (256)");
        assertThat(report.signedAt()).isEqualTo(signedAt);
        assertThat(report.validFrom()).isEqualTo(FROM);
        assertThat(report.validTo()).isEqualTo(TO);
    }

    @Test
    void namesTheForeignAlgorithmsToo() throws Exception {
        var report =
                (Valid) verifier.verify(ORIGINAL, TestSigner.ecdsa(FROM, TO).sign(ORIGINAL));
        assertThat(report.algorithm()).contains("SHA-384");
    }

    @Test
    void recognisesATextModeSignature() throws Exception {
        // What «openssl cms -sign» without -binary does: it signs the file with every line end made CR LF.
        var canonical = new String(ORIGINAL, UTF_8).replaceAll("\r?\n", "\r\n").getBytes(UTF_8);
        assertThat(reason(verifier.verify(ORIGINAL, TestSigner.rsa(FROM, TO).sign(canonical))))
                .isEqualTo(Reason.CONTENT_DIFFERS);
    }

    @Test
    void refusesAnAttachedSignature() throws Exception {
        assertThat(reason(verifier.verify(
                        ORIGINAL, TestSigner.rsa(FROM, TO).attached().sign(ORIGINAL))))
                .isEqualTo(Reason.ATTACHED);
    }

    @Test
    void refusesAnAttachedSignatureOfOtherContent() throws Exception {
        assertThat(reason(verifier.verify(
                        ORIGINAL, TestSigner.rsa(FROM, TO).attached().sign(new byte[] {1}))))
                .isEqualTo(Reason.ATTACHED);
    }

    @Test
    void asksForTheCertificate() throws Exception {
        assertThat(reason(verifier.verify(
                        ORIGINAL, TestSigner.rsa(FROM, TO).withoutCertificate().sign(ORIGINAL))))
                .isEqualTo(Reason.NO_CERTIFICATE);
    }

    @Test
    void refusesACertificateThatHasRunOutByToday() throws Exception {
        var signer = TestSigner.rsa(FROM, NOW.minusSeconds(1)).at(FROM.plusSeconds(1));
        assertThat(reason(verifier.verify(ORIGINAL, signer.sign(ORIGINAL)))).isEqualTo(Reason.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesACertificateThatIsNotYetValid() throws Exception {
        var signer = TestSigner.rsa(NOW.plusSeconds(60), TO);
        assertThat(reason(verifier.verify(ORIGINAL, signer.sign(ORIGINAL)))).isEqualTo(Reason.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesAClaimedMomentOutsideTheCertificate() throws Exception {
        var signer = TestSigner.rsa(FROM, TO).at(FROM.minusSeconds(60));
        assertThat(reason(verifier.verify(ORIGINAL, signer.sign(ORIGINAL)))).isEqualTo(Reason.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesADigestThatCanBeForged() throws Exception {
        assertThat(reason(verifier.verify(
                        ORIGINAL, TestSigner.rsa("SHA1withRSA", FROM, TO).sign(ORIGINAL))))
                .isEqualTo(Reason.WRONG);
    }

    @Test
    void acceptsASignatureWithoutAttributesAndNamesNoMoment() throws Exception {
        var signature = TestSigner.rsa(FROM, TO).withoutAttributes().sign(ORIGINAL);
        assertThat(((Valid) verifier.verify(ORIGINAL, signature)).signedAt()).isNull();
        assertThat(reason(verifier.verify(new byte[] {1}, signature))).isEqualTo(Reason.CONTENT_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "это не подпись",
                "-----BEGIN CMS-----\n-----END CMS-----",
                "MIIB",
                "%PDF-1.7",
                "0\u0082"
            })
    void saysThatAFileIsNoSignature(String file) {
        assertThat(reason(verifier.verify(ORIGINAL, file.getBytes(UTF_8)))).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void answersEveryCutAndEveryNoiseWithARefusal() throws Exception {
        var signature = TestSigner.rsa(FROM, TO).sign(ORIGINAL);
        for (var length = 0; length < signature.length; length += 7) {
            assertThat(verifier.verify(ORIGINAL, Arrays.copyOf(signature, length)))
                    .isInstanceOf(Refused.class);
        }
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThat(verifier.verify(ORIGINAL, noise)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void doesNotChangeTheCryptographyOfTheJvm() {
        assertThat(java.security.Security.getProvider("BC")).isNull();
    }

    private static Reason reason(SignatureReport report) {
        assertThat(report).isInstanceOf(Refused.class);
        return ((Refused) report).reason();
    }
}
