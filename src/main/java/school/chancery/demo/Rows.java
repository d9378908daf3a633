package school.chancery.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** The tables of {@code classpath:demo/}: cells between semicolons, lines with # are notes. */
final class Rows {
    private Rows() {}

    static <T> List<T> of(String file, Function<Cells, T> reading) {
        return at("demo/" + file, reading);
    }

    /** A table of the product's own, written in the same way. */
    static <T> List<T> at(String path, Function<Cells, T> reading) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> reading.apply(new Cells(line.split(";", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Cells(String... cells) {
        /** Empty for a cell the line ends before. */
        String text(int column) {
            return column < cells.length ? cells[column] : "";
        }

        int number(int column) {
            return Integer.parseInt(cells[column]);
        }

        boolean yes(int column) {
            return text(column).equals("yes");
        }

        List<String> words(int column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split(" "));
        }
    }
}
