package school.chancery.attacks;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import school.chancery.attacks.ChangeLog.Change;

/** What must not come of a bad request. */
final class Judge {
    private static final Pattern INSIDES = Pattern.compile(
            "\\bat (school\\.chancery|org\\.springframework|java\\.base)|Exception\\b|SQLState|ENGINE-\\d|org\\.postgresql"
                    + "|org\\.hibernate|org\\.camunda|java\\.lang\\.|Whitelabel");

    /** The acts that a school begins with are put there when somebody first looks. */
    private static final Set<String> WRITTEN_BY_READING = Set.of("platform.normative_acts");

    private Judge() {}

    static List<String> faults(Draft draft, Door door, HttpResponse<String> answer, Set<Change> changes) {
        var faults = new ArrayList<String>();
        if (answer.statusCode() >= 500) faults.add("answers " + answer.statusCode());
        var insides = INSIDES.matcher(answer.body());
        if (insides.find()) faults.add("shows «" + insides.group() + "»");
        if (isRefused(draft, answer)) {
            var wrong = changes.stream()
                    .filter(change -> !WRITTEN_BY_READING.contains(change.table()))
                    .toList();
            if (!wrong.isEmpty()) faults.add("is refused but changes " + wrong);
        }
        changes.stream()
                .filter(change -> change.organization() != null && !door.belongsTo(change.organization()))
                .forEach(change -> faults.add("changes another's " + change.table()));
        return faults;
    }

    static boolean isRefused(Draft draft, HttpResponse<String> answer) {
        if (draft.isReading() || answer.statusCode() >= 400) return true;
        if (answer.statusCode() != 200)
            return answer.headers().firstValue("Location").orElse("").contains("/login");
        return !Jsoup.parse(answer.body())
                .select(".bad, .error, [aria-invalid=true]")
                .isEmpty();
    }
}
