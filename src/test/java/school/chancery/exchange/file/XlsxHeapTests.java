package school.chancery.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A workbook is written and read row by row: what is alive on the heap does not grow with its length. */
class XlsxHeapTests {
    private static final int ROWS = 60_000;
    private static final int EARLY = 1_000;
    private static final double MOST_MORE_MB = 6;

    @TempDir
    private Path folder;

    @Test
    void aLongListIsWrittenAndReadInTheMemoryOfAShortOne() throws Exception {
        var file = folder.resolve("long.xlsx");
        assertThat(written(file)).isLessThan(MOST_MORE_MB);
        assertThat(Files.size(file)).isGreaterThan(1_000_000);
        assertThat(read(file)).isLessThan(MOST_MORE_MB);
    }

    private static double written(Path file) throws IOException {
        double early = 0;
        try (var out = Files.newOutputStream(file);
                var table = new XlsxTable(out, "Список")) {
            table.head(List.of("Номер", "ФИО", "Дата рождения", "Класс"));
            for (var i = 1; i <= ROWS; i++) {
                if (i == EARLY) early = alive();
                table.row(
                        i,
                        "Осинкин Мирон Львович " + i,
                        LocalDate.of(2015, 1, 1).plusDays(i % 365),
                        i % 11 + 1 + "А");
            }
            return alive() - early;
        }
    }

    private static double read(Path file) throws Exception {
        var limits = new FileLimits(DataSize.ofMegabytes(50), DataSize.ofMegabytes(500), 1_000, ROWS + 1, 50, 1_000);
        double early = 0;
        try (var rows = XlsxRows.open(file, limits)) {
            var taken = 0;
            for (var row = rows.next(); row != null; row = rows.next()) if (++taken == EARLY) early = alive();
            assertThat(taken).isEqualTo(ROWS + 1);
            return alive() - early;
        }
    }

    private static double alive() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
    }
}
