package school.chancery.exchange.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.domain.Mappings;

/** @param positions for each column of the kind the position of the file's column from 0, or -1 */
record MappingForm(@Nullable List<@Nullable Integer> positions) {

    /** Column → message key of what is wrong with its choice; empty = usable. */
    Map<String, String> faults(ImportKind kind, int fileColumns) {
        var faults = new LinkedHashMap<String, String>();
        var used = new HashSet<Integer>();
        for (var i = 0; i < kind.columns().size(); i++) {
            var column = kind.columns().get(i);
            var position = position(i);
            if (position < Mappings.NONE || position >= fileColumns)
                faults.put(column.code(), "exchange.mapping.unknown");
            else if (position == Mappings.NONE && column.required())
                faults.put(column.code(), "exchange.mapping.required");
            else if (position != Mappings.NONE && !used.add(position))
                faults.put(column.code(), "exchange.mapping.twice");
        }
        return faults;
    }

    List<Integer> positions(ImportKind kind) {
        return java.util.stream.IntStream.range(0, kind.columns().size())
                .mapToObj(this::position)
                .toList();
    }

    private int position(int at) {
        var position = positions == null || at >= positions.size() ? null : positions.get(at);
        return position == null ? Mappings.NONE : position;
    }
}
