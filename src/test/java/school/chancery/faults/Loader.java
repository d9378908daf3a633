package school.chancery.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.Clerk;
import school.chancery.exchange.Sheets;

/** A deputy who loads a list of subjects, whatever happened before: looks how far it is and does the next thing. */
final class Loader {
    static final int ROWS = 300;
    private static final byte[] LIST = IntStream.rangeClosed(1, ROWS)
            .mapToObj(i -> "Курс по выбору № " + i + ";Курс " + i)
            .collect(Collectors.joining("\r\n", "Предмет;Сокращение\r\n", "\r\n"))
            .getBytes(Sheets.WINDOWS_1251);

    private final JdbcTemplate database;
    private final String password;
    private @Nullable String url;
    private @Nullable Clerk clerk;

    Loader(JdbcTemplate database, String password) {
        this.database = database;
        this.password = password;
    }

    void moveTo(String newUrl) {
        url = newUrl;
        clerk = null;
    }

    void step() {
        if (clerk == null) clerk = Clerk.signIn(java.util.Objects.requireNonNull(url), "deputy14", password);
        var open = database.queryForList(
                "select id::text, state from exchange.imports order by uploaded_at desc, id limit 1");
        if (open.isEmpty()) {
            var form = Clerk.form(clerk.open("/exchange/kinds/subjects"));
            clerk.upload(form, "file", "предметы.csv", LIST);
            return;
        }
        var path = "/exchange/imports/" + open.get(0).get("id");
        // The page itself finds out that a node has died at the work.
        var page = clerk.open(path);
        for (var button : List.of("/apply", "/mapping")) {
            var form = page.select("form[action$=" + button + "]").first();
            if (form != null) {
                clerk.send((org.jsoup.nodes.FormElement) form, Map.of());
                return;
            }
        }
    }

    boolean isFinished() {
        return count("select count(*) from exchange.imports where state = 'APPLIED'") == 1;
    }

    int loaded() {
        return count("select count(*) from organization.subjects where name like 'Курс по выбору%'");
    }

    int audited() {
        return count("select count(*) from audit.entries where action = 'exchange.import-applied'");
    }

    private int count(String sql) {
        return java.util.Objects.requireNonNull(database.queryForObject(sql, Integer.class));
    }
}
