package school.chancery.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPasswordTests {
    @TempDir
    private Path home;

    @Test
    void isReadableAndLongEnough() {
        assertThat(new DemoPassword("", home).value()).matches("[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}");
    }

    @Test
    void isTheSameAtEveryStart() {
        var first = new DemoPassword("", home).value();
        assertThat(new DemoPassword("", home).value()).isEqualTo(first);
    }

    @Test
    void isAnotherInEveryInstallation() {
        var here = new DemoPassword("", home).value();
        assertThat(new DemoPassword("", home.resolve("elsewhere")).value()).isNotEqualTo(here);
    }

    @Test
    void isKeptForTheOwnerAlone() throws IOException {
        new DemoPassword("", home);
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("demo-password"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("demo-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void canBeFixedAndThenLeavesNoFile() {
        assertThat(new DemoPassword("for-the-tests-only", home).value()).isEqualTo("for-the-tests-only");
        assertThat(home).isEmptyDirectory();
    }
}
