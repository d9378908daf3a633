package school.chancery.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** {@code docs/benchmarks.csv}: one row a benchmark, the newest result. */
final class BenchmarkFile {
    private static final Path FILE = Path.of("docs", "benchmarks.csv");
    private static final String HEADER = "name,value,limit,unit,date";

    private BenchmarkFile() {}

    /** Records a figure that has no limit. */
    static void record(String name, double value, String unit) {
        record(name, value, Double.NaN, unit);
    }

    /** Records a result beside its limit. Asserting the limit is the benchmark's own business. */
    static synchronized void record(String name, double value, double limit, String unit) {
        try {
            var rows = new TreeMap<String, String>();
            if (Files.exists(FILE)) {
                Files.readAllLines(FILE).stream().skip(1).forEach(line -> rows.put(line.split(",")[0], line));
            }
            var bound = Double.isNaN(limit) ? "" : number(limit);
            rows.put(
                    name,
                    String.join(
                            ",",
                            name,
                            number(value),
                            bound,
                            unit,
                            LocalDate.now().toString()));
            var lines = new ArrayList<>(List.of(HEADER));
            lines.addAll(rows.values());
            Files.write(FILE, lines);
            System.out.printf("benchmark %s = %s %s (limit %s)%n", name, number(value), unit, bound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
