package school.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import school.chancery.TestDatabase;

/** Runs the script that makes the roles in a container, on a server of its own and with a real psql where there is one. */
class InitRolesTests {
    @TempDir
    static Path place;

    @Test
    void setsThePasswordsOfBothRolesWhateverCharactersTheyHold() throws Exception {
        assumeTrue(isInstalled("psql"), "psql comes with the image");
        TestDatabase.keepBinaries();
        try (var server = EmbeddedDatabase.start(place, 0, Map.of())) {
            assertThat(initRoles(server, "it's $odd", "\"quoted\" \\")).isZero();
            DriverManager.getConnection(server.url(), "chancery_owner", "it's $odd")
                    .close();
            DriverManager.getConnection(server.url(), "chancery_app", "\"quoted\" \\")
                    .close();
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "chancery_app", server.appPassword()))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static int initRoles(EmbeddedDatabase server, String owner, String app)
            throws IOException, InterruptedException {
        var administrator = (PGSimpleDataSource) server.administrator("chancery");
        var process = new ProcessBuilder("docker/init-roles.sh").inheritIO();
        process.environment()
                .putAll(Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(administrator.getPortNumbers()[0]),
                        "PGPASSWORD",
                        administrator.getPassword(),
                        "CHANCERY_ROLES_SQL",
                        "src/main/resources/db/roles.sql",
                        "CHANCERY_OWNER_PASSWORD",
                        owner,
                        "CHANCERY_APP_PASSWORD",
                        app));
        return process.start().waitFor();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
