package school.chancery.attacks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.nodes.FormElement;
import school.chancery.attacks.Draft.Field;
import school.chancery.identity.TestPeople;

/** A form as somebody fills it who wants it to be accepted. */
final class Filling {
    private Filling() {}

    static List<Field> of(FormElement form) {
        var fields = new ArrayList<Field>();
        for (var control : form.elements()) {
            var name = control.attr("name");
            var type = control.attr("type");
            if (name.isEmpty() || type.equals("file")) continue;
            var present = fields.stream().anyMatch(field -> field.name().equals(name));
            if ((type.equals("radio") || control.normalName().equals("button")) && present) continue;
            fields.add(new Field(name, type.equals("hidden") ? control.val() : value(control)));
        }
        return fields;
    }

    private static String value(org.jsoup.nodes.Element control) {
        var type = control.attr("type");
        if (control.normalName().equals("select")) {
            var options = control.select("option[value]:not([value=''])");
            return options.isEmpty() ? "" : options.last().val();
        }
        if (type.equals("date")) return LocalDate.now().toString();
        if (type.equals("radio")
                || type.equals("checkbox")
                || control.normalName().equals("button")) return control.val();
        return value(control.attr("name"), control.val());
    }

    /** @param present what stands there already */
    static String value(String name, String present) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("password")) return TestPeople.PASSWORD;
        if (!present.isBlank()) return present;
        if (lower.endsWith("id") || lower.equals("acknowledgement") || lower.equals("people"))
            return UUID.randomUUID().toString();
        if (lower.endsWith("on") || lower.equals("day")) return LocalDate.now().toString();
        if (lower.contains("phone")) return "+7 900 000-12-34";
        if (lower.contains("mail")) return "office@school.example";
        if (lower.contains("url") || lower.contains("site")) return "https://school.example/orders";
        return "Текст проверки";
    }
}
