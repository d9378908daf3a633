package school.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.csv}: each requirement of the source documents, where it lives and what shows it. */
class CoverageTests {
    private static final Path FILE = Path.of("docs", "coverage.csv");
    private static final String HEADER = "id,module,where,evidence,state";
    private static final Set<String> MODULES = Set.of(
            "audit",
            "organization",
            "identity",
            "documents",
            "mail",
            "workflow",
            "orders",
            "people",
            "students",
            "journal",
            "yearclosing",
            "platform",
            "communication",
            "reports",
            "district");

    @Test
    void listsEveryRequirementOnce() throws IOException {
        var expected =
                IntStream.rangeClosed(1, 195).mapToObj("F%03d"::formatted).toList();
        assertThat(rows(Files.readAllLines(FILE)).stream().map(Row::id)).containsExactlyElementsOf(expected);
    }

    @Test
    void everyRowIsSound() throws IOException {
        assertThat(faults(Files.readAllLines(FILE))).isEmpty();
    }

    @Test
    void noticesARowWithoutItsEvidence() {
        var lines = List.of(
                HEADER,
                "F001,orders,order page,,done",
                "F002,orders,order page,school.chancery.CoverageTests#isNotThere,done",
                "F003,kitchen,,,absent",
                "F004,orders,,,finished",
                "F005,orders,order page,school.chancery.CoverageTests#listsEveryRequirementOnce,done");
        assertThat(faults(lines))
                .extracting(fault -> fault.substring(0, 4))
                .containsExactly("F001", "F002", "F003", "F004");
    }

    private record Row(String id, String module, String where, String evidence, String state) {}

    private static List<Row> rows(List<String> lines) {
        assertThat(lines.get(0)).isEqualTo(HEADER);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cell -> new Row(cell[0], cell[1], cell[2], cell[3], cell[4]))
                .toList();
    }

    private static List<String> faults(List<String> lines) {
        var faults = new ArrayList<String>();
        for (var row : rows(lines)) {
            if (!MODULES.contains(row.module)) {
                faults.add(row.id + " names no module: " + row.module);
            }
            switch (row.state) {
                case "absent" -> {}
                case "done", "partial" ->
                    Arrays.stream(row.evidence.split(" "))
                            .filter(evidence -> !exists(evidence))
                            .forEach(evidence -> faults.add(row.id + " has no such test: " + evidence));
                default -> faults.add(row.id + " has an unknown state: " + row.state);
            }
        }
        return faults;
    }

    private static boolean exists(String evidence) {
        var parts = evidence.split("#");
        if (parts.length != 2) {
            return false;
        }
        try {
            return Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(parts[1]));
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
