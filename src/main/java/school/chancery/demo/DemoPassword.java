package school.chancery.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The one password of an installation's demo accounts: drawn once, kept in {@code <chancery.home>/demo-password} for its
 * owner's eyes, so that a later start can print it again. {@code chancery.demo.password} fixes it instead.
 */
@Component
@Profile("demo")
final class DemoPassword {
    /** Nothing that looks like something else on a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 15;

    private final String value;

    DemoPassword(@Value("${chancery.demo.password:}") String fixed, @Value("${chancery.home}") Path home) {
        value = fixed.isBlank() ? kept(home.resolve("demo-password")) : fixed;
    }

    String value() {
        return value;
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) keep(file, drawn());
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Moved into place whole: a start that is killed leaves no half of a password.
    private static void keep(Path file, String password) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "demo-password", ".new", readableByOwner());
        Files.writeString(whole, password + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] readableByOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String drawn() {
        var letters = new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return letters.replaceAll("(.{5})(?=.)", "$1-");
    }
}
