package school.chancery.exchange.domain;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.Wording;

/** Which heading means which column: what the school settled before, else the words known for it. */
@Component
public class Mappings {
    public static final int NONE = -1;
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    Mappings(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** The heading of the template, always in the language of the documents. */
    public String title(ImportKind kind, String column) {
        return messages.getMessage(kind.textPrefix() + ".column." + column, null, RUSSIAN);
    }

    Map<String, String> known(UUID organizationId, ImportKind kind) {
        var known = new HashMap<String, String>();
        for (var column : kind.columns()) {
            for (var heading : column.headings()) known.put(Wording.plain(heading), column.code());
            known.put(Wording.plain(title(kind, column.code())), column.code());
        }
        jdbc.sql("select heading, column_code from exchange.mappings where organization_id = ? and kind = ?")
                .params(organizationId, kind.code())
                .query((row, i) -> known.put(row.getString(1), row.getString(2)))
                .list();
        return known;
    }

    /** For each column of the kind the position of the file's column that seems meant; each at most once. */
    @Transactional(readOnly = true)
    public List<Integer> propose(UUID organizationId, ImportKind kind, List<String> headings) {
        var known = known(organizationId, kind);
        var positions = new HashMap<String, Integer>();
        for (var i = 0; i < headings.size(); i++) {
            var column = known.get(Wording.plain(headings.get(i)));
            if (column != null) positions.putIfAbsent(column, i);
        }
        return kind.columns().stream()
                .map(column -> positions.getOrDefault(column.code(), NONE))
                .toList();
    }

    void remember(Import settled, ImportKind kind, List<Integer> mapping) {
        var headings = new ArrayList<String>();
        var columns = new ArrayList<String>();
        for (var i = 0; i < mapping.size(); i++) {
            if (mapping.get(i) == NONE) continue;
            var heading = Wording.plain(settled.headings().get(mapping.get(i)));
            if (heading.isEmpty() || heading.length() > LONGEST || headings.contains(heading)) continue;
            headings.add(heading);
            columns.add(kind.columns().get(i).code());
        }
        jdbc.sql("""
                        insert into exchange.mappings (organization_id, kind, heading, column_code)
                        select ?, ?, heading, column_code from unnest(?::text[], ?::text[]) settled(heading, column_code)
                        on conflict (organization_id, kind, heading) do update set column_code = excluded.column_code""")
                .params(
                        settled.organizationId(),
                        kind.code(),
                        headings.toArray(String[]::new),
                        columns.toArray(String[]::new))
                .update();
    }
}
