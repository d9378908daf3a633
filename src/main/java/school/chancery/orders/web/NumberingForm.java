package school.chancery.orders.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.orders.domain.NumberPattern;
import school.chancery.orders.domain.Numbering.SeriesState;
import school.chancery.orders.domain.Series;

record NumberingForm(
        @Valid @NotNull @Nullable Line main,
        @Valid @NotNull @Nullable Line personnel,
        @Valid @NotNull @Nullable Line movement) {

    /** @param last the last number given this year, on paper too */
    record Line(
            @NotBlank @Size(max = 40) @Nullable String pattern,
            @NotNull @Min(0) @Max(99_999) @Nullable Integer last) {
        private static final Line EMPTY = new Line(null, null);
    }

    // A line left out of the request is an empty one: the page shows its fields, and their faults, anyway.
    NumberingForm {
        main = main == null ? Line.EMPTY : main;
        personnel = personnel == null ? Line.EMPTY : personnel;
        movement = movement == null ? Line.EMPTY : movement;
    }

    static NumberingForm of(Map<Series, SeriesState> states) {
        return new NumberingForm(
                line(states.get(Series.MAIN)), line(states.get(Series.PERSONNEL)), line(states.get(Series.MOVEMENT)));
    }

    private static Line line(@Nullable SeriesState state) {
        if (state == null) throw new IllegalStateException("a series is missing");
        return new Line(state.pattern().text(), state.last());
    }

    void check(Map<Series, SeriesState> present, Errors faults) {
        var seen = new HashSet<String>();
        lines().forEach((series, line) -> {
            var field = series.name().toLowerCase(Locale.ROOT);
            if (line == null || line.pattern() == null || line.last() == null) return;
            NumberPattern.problem(line.pattern())
                    .ifPresent(
                            problem -> faults.rejectValue(field + ".pattern", "orders.numbering.problem." + problem));
            if (!seen.add(line.pattern())) faults.rejectValue(field + ".pattern", "orders.numbering.alike");
            if (line.last() < present.get(series).last()) {
                faults.rejectValue(field + ".last", "orders.numbering.back");
            }
        });
    }

    Map<Series, SeriesState> toStates() {
        var states = new EnumMap<Series, SeriesState>(Series.class);
        lines().forEach((series, line) -> {
            if (line == null || line.pattern() == null || line.last() == null)
                throw new IllegalStateException("the form is not checked");
            states.put(series, new SeriesState(NumberPattern.of(line.pattern()), line.last()));
        });
        return states;
    }

    private Map<Series, Line> lines() {
        var lines = new EnumMap<Series, Line>(Series.class);
        lines.put(Series.MAIN, main);
        lines.put(Series.PERSONNEL, personnel);
        lines.put(Series.MOVEMENT, movement);
        return lines;
    }
}
