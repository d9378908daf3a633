package school.chancery.organization.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Russia's years as shipped, one {@code organization/calendar/<year>.csv} each. */
@Component
class CalendarSeed {
    private final SortedMap<Integer, List<CalendarDay>> years = new TreeMap<>();

    CalendarSeed() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:organization/calendar/*.csv");
        for (var file : files) {
            var days = read(file);
            years.put(days.get(0).day().getYear(), days);
        }
    }

    Iterable<Integer> years() {
        return years.keySet();
    }

    List<CalendarDay> daysOf(int year) {
        return years.getOrDefault(year, List.of());
    }

    private static List<CalendarDay> read(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(";", 3))
                .map(cells -> new CalendarDay(LocalDate.parse(cells[0]), DayKind.valueOf(cells[1]), cells[2]))
                .toList();
    }
}
