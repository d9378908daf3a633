package school.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the container files promise, read from the files: no container is started here. */
class DeploymentTests {
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");
    private static final Map<String, Object> COMPOSE = compose();

    @Test
    void runsPostgresSeventeenOnAVolume() {
        assertThat(service("database")).containsEntry("image", "postgres:17");
        assertThat(list(service("database"), "volumes")).contains("database:/var/lib/postgresql/data");
        assertThat(map(COMPOSE, "volumes")).containsKeys("database", "certificates");
    }

    @Test
    void makesTheClusterRussianAndItsRolesByTheScriptTheProductUses() {
        assertThat((String) environment("database").get("POSTGRES_INITDB_ARGS"))
                .contains("--locale-provider=icu", "--icu-locale=ru", "--auth-host=scram-sha-256");
        assertThat(list(service("database"), "volumes"))
                .contains("./src/main/resources/db/roles.sql:/docker/roles.sql:ro")
                .anyMatch(volume -> volume.startsWith("./docker/init-roles.sh:/docker-entrypoint-initdb.d/"));
        assertThat(Path.of("docker/init-roles.sh")).isExecutable();
    }

    @Test
    void runsTwoReplicasOfTheProductInProduction() {
        assertThat(map(service("application"), "deploy")).containsEntry("replicas", 2);
        assertThat(environment("application"))
                .containsEntry("SPRING_PROFILES_ACTIVE", "production")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/chancery")
                .containsEntry("SPRING_DATASOURCE_USERNAME", "chancery_app")
                .containsEntry("CHANCERY_OWNER_USERNAME", "chancery_owner")
                .containsEntry("CHANCERY_MAIL_SMTP_HOST", "mail")
                .containsEntry("CHANCERY_MAIL_IMAP_HOST", "mail");
    }

    @Test
    void waitsForAHealthyDatabase() {
        var database = map(map(service("application"), "depends_on"), "database");
        assertThat(database).containsEntry("condition", "service_healthy");
    }

    @Test
    void sendsTheProxysRequestsToEveryReplica() throws IOException {
        var caddyfile = Files.readString(Path.of(service("proxy").get("build").toString(), "Caddyfile"));
        assertThat(caddyfile).contains("dynamic a application 8080", "respond @inside 404");
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("EXPOSE 8080");
        assertThat(list(service("application"), "networks")).containsAnyElementsOf(list(service("proxy"), "networks"));
    }

    @Test
    void opensNothingToTheWorldButTheProxy() {
        for (var name : services()) {
            var open = list(service(name), "ports").stream().filter(port -> !port.startsWith("127.0.0.1:"));
            assertThat(open.toList()).as(name).hasSize(name.equals("proxy") ? 2 : 0);
        }
        assertThat(map(map(COMPOSE, "networks"), "data")).containsEntry("internal", true);
        assertThat(list(service("database"), "networks")).containsExactly("data");
    }

    @Test
    void knowsTheHealthOfEachServiceAndTakesItsPowersAway() {
        for (var name : services()) {
            assertThat(map(service(name), "healthcheck")).as(name).containsKey("test");
            assertThat(list(service(name), "cap_drop")).as(name).containsExactly("ALL");
            assertThat(list(service(name), "security_opt")).as(name).containsExactly("no-new-privileges:true");
        }
    }

    @Test
    void holdsNoSecretAndNoDefaultForOne() {
        var secrets = services().stream()
                .flatMap(name -> environment(name).entrySet().stream())
                .filter(entry -> entry.getKey().matches(".*(PASSWORD|SECRET|TOKEN|KEY).*"))
                .map(entry -> entry.getValue().toString())
                .toList();
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(5).allMatch(REQUIRED.asMatchPredicate());
    }

    @Test
    void namesEverySecretInTheExampleWithoutAValue() throws IOException {
        var example = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("docker/env.example"))) {
            example.load(reader);
        }
        assertThat(example.values()).containsOnly("");
        assertThat(new TreeSet<>(example.stringPropertyNames())).isEqualTo(requiredVariables());
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains(".env");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "docker/proxy/Dockerfile"})
    void runsAsAnUnprivilegedUser(String dockerfile) throws IOException {
        var users = instructions(dockerfile, "USER");
        assertThat(users).last().asString().matches("\\d{5}:\\d{5}");
    }

    @Test
    void buildsLayersFromWhatSeldomChangesToWhatAlwaysDoes() throws IOException {
        assertThat(instructions("Dockerfile", "FROM")).last().asString().startsWith("eclipse-temurin:17-jre");
        assertThat(instructions("Dockerfile", "RUN")).anyMatch(run -> run.contains("-Djarmode=tools"));
        assertThat(instructions("Dockerfile", "COPY --from=build"))
                .extracting(copy -> copy.replaceAll("/build/layers/([a-z-]+)/ .*", "$1"))
                .containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
    }

    @Test
    void sendsTheImageBuildNoSecretsAndNoData() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .filteredOn(Predicate.not(line -> line.startsWith("#")))
                .containsExactly("*", "!pom.xml", "!src", "!processes", "!forms");
    }

    private static Collection<String> services() {
        return map(COMPOSE, "services").keySet();
    }

    private static Map<String, Object> service(String name) {
        return map(map(COMPOSE, "services"), name);
    }

    private static Map<String, Object> environment(String service) {
        return map(service(service), "environment");
    }

    private static TreeSet<String> requiredVariables() {
        return services().stream()
                .flatMap(name -> environment(name).values().stream())
                .map(value -> REQUIRED.matcher(value.toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> instructions(String dockerfile, String instruction) throws IOException {
        return Files.readString(Path.of(dockerfile))
                .replace("\\\n", "")
                .lines()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> parent, String key) {
        return (List<String>) parent.getOrDefault(key, List.of());
    }

    private static Map<String, Object> compose() {
        try (var reader = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
