package school.chancery.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.chancery.ChanceryApplication;

/** Start of the product as a process of its own on a database that exists, and the memory it took at most. */
@Tag("benchmark")
class StartBenchmark {
    private static final int COUNTED_STARTS = 5;

    @Test
    void startsOnAnExistingDatabase(@TempDir Path home) throws Exception {
        start(home);
        var starts = new ArrayList<Start>();
        for (var i = 0; i < COUNTED_STARTS; i++) starts.add(start(home));
        var seconds = median(starts.stream().map(Start::seconds));
        var megabytes = median(starts.stream().map(Start::peakMegabytes));
        BenchmarkFile.record("start-s", seconds, "s");
        BenchmarkFile.record("peak-memory-mb", megabytes, "MB");
        assertThat(seconds).isPositive();
    }

    private record Start(double seconds, double peakMegabytes) {}

    private static Start start(Path home) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var process =
                new ProcessBuilder(command(home)).redirectErrorStream(true).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); ; line = lines.readLine()) {
                if (line == null) throw new IllegalStateException("the product ended while it started");
                if (line.contains("Started ChanceryApplication")) break;
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            return new Start(seconds, peak(process.pid()));
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static double peak(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> command(Path home) {
        return List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChanceryApplication.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--chancery.home=" + home);
    }

    private static double median(Stream<Double> values) {
        var sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
