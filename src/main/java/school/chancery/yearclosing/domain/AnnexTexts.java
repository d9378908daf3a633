package school.chancery.yearclosing.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names that an order of the closing is annexed with: class by class, by name. */
@Component
class AnnexTexts {
    private static final String LISTS = """
            select c.label || coalesce(' → ' || t.label, '') || w.words as heading,
                string_agg(n.family || ' ' || n.given || coalesce(' ' || n.patronymic, ''), E'\\n'
                    order by n.search_name, p.pupil_id) as names
            from yearclosing.plan_rows p join organization.classes c on c.id = p.from_class_id
                left join organization.classes t on t.id = p.to_class_id
                join people.pupils u on u.id = p.pupil_id join people.persons n on n.id = u.person_id
                join unnest(?::text[], ?::text[]) w (outcome, words) on w.outcome = p.outcome
            where p.closing_id = ?
            group by c.grade, c.label, t.label, w.words order by c.grade, c.label, t.label, w.words
            """;

    private final JdbcClient jdbc;
    private final ClosingWords words;

    AnnexTexts(JdbcClient jdbc, ClosingWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    private record Group(String heading, String names) {}

    String of(UUID closingId, List<YearOutcome> outcomes) {
        return jdbc
                .sql(LISTS)
                .params(
                        outcomes.stream().map(Enum::name).toArray(String[]::new),
                        outcomes.stream().map(words::annexNote).toArray(String[]::new),
                        closingId)
                .query(Group.class)
                .list()
                .stream()
                .map(AnnexTexts::text)
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(Group group) {
        var names = group.names().split("\n");
        var text = new StringBuilder(group.heading());
        for (var i = 0; i < names.length; i++)
            text.append('\n').append(i + 1).append(". ").append(names[i]);
        return text.toString();
    }
}
