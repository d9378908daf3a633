package school.chancery.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords of the embedded server's three roles: made once, kept in the home directory, never shown. */
record Credentials(String superuser, String owner, String app) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Credentials of(Home home) throws IOException {
        var file = home.path().resolve("credentials.properties");
        if (Files.exists(file)) return read(file);
        if (home.data().isStarted()) throw new DatabaseRefusedException(Problem.of("credentials-lost", file));
        var made = new Credentials(password(), password(), password());
        writePrivately(file, made.asProperties());
        return made;
    }

    /** Writes so that the file appears whole or not at all and nobody else may read it. */
    static void writePrivately(Path file, String content) throws IOException {
        var draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", ownerOnly(file));
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        if (!Home.isPosix(file.getParent())) return new FileAttribute<?>[0];
        var permissions = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static Credentials read(Path file) throws IOException {
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return new Credentials(kept.getProperty("superuser"), kept.getProperty("owner"), kept.getProperty("app"));
    }

    private String asProperties() {
        return "superuser=%s\nowner=%s\napp=%s\n".formatted(superuser, owner, app);
    }

    private static String password() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
