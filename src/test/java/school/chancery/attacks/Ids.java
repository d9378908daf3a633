package school.chancery.attacks;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids of the school's things for the places in a path. */
final class Ids {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    /** Which thing the first place of a path names; the first line that fits. */
    private static final Map<String, String> THINGS = Map.of(
            "/orders/kinds/", "select code from orders.kinds where cast(:school as uuid) is not null",
            "/orders/", "select id from orders.orders where organization_id = :school",
            "/documents/", "select id from documents.files where organization_id = :school",
            "/mail/outbox/", "select id from mail.outbox where organization_id = :school",
            "/mail/received/", "select id from mail.received where organization_id = :school",
            "/platform/acts/", "select id from platform.normative_acts where organization_id = :school",
            "/platform/p", "select id from platform.platforms where cast(:school as uuid) is not null",
            "/cases/",
                    "select proc_inst_id_ from engine.act_hi_procinst p join organization.organizations o on o.code = p.tenant_id_"
                            + " where o.id = :school",
            "/tasks/",
                    "select t.id_ from engine.act_ru_task t join organization.organizations o on o.code = t.tenant_id_"
                            + " where o.id = :school");

    private final JdbcClient rows;
    private final UUID school;

    Ids(JdbcClient rows, UUID school) {
        this.rows = rows;
        this.school = school;
    }

    String fill(String pattern, Random dice) {
        var filled = PLACE.matcher(pattern).replaceFirst(any(pattern, dice));
        return PLACE.matcher(filled).replaceAll("0");
    }

    /** The path once for each thing of the school. */
    List<String> all(String pattern) {
        if (!pattern.contains("{")) return List.of(pattern);
        return ids(pattern).stream()
                .map(id ->
                        PLACE.matcher(PLACE.matcher(pattern).replaceFirst(id)).replaceAll("0"))
                .toList();
    }

    private String any(String pattern, Random dice) {
        var ids = ids(pattern);
        return ids.isEmpty() ? UUID.randomUUID().toString() : ids.get(dice.nextInt(ids.size()));
    }

    private List<String> ids(String pattern) {
        return THINGS.entrySet().stream()
                .filter(each -> pattern.startsWith(each.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(each -> rows.sql(each.getValue() + " order by 1")
                        .param("school", school)
                        .query((row, n) -> row.getString(1))
                        .list())
                .orElse(List.of());
    }
}
