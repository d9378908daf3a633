package school.chancery.mail.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which of our mails an incoming one answers. A Message-ID of ours is a token nobody can guess. The reference in a
 * subject anybody can: it counts only from the domain we wrote to, and only when it means one organization.
 */
@Component
class ReplyMatcher {
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}]+(?:[-/.][\\p{L}\\p{N}]+)+");

    private final JdbcClient jdbc;

    ReplyMatcher(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Match(UUID mailId, UUID organizationId, String key, String matchedBy) {}

    Optional<Match> match(ParsedMail mail) {
        return byHeader(mail).or(() -> bySubject(mail));
    }

    private Optional<Match> byHeader(ParsedMail mail) {
        if (mail.answers().isEmpty()) return Optional.empty();
        return jdbc.sql("""
                        select id as mail_id, organization_id, key, 'HEADER' as matched_by from mail.outbox
                        where message_id = any (:ids) order by array_position(:ids, message_id) limit 1""")
                .param("ids", mail.answers().toArray(String[]::new))
                .query(Match.class)
                .optional();
    }

    private Optional<Match> bySubject(ParsedMail mail) {
        var found = jdbc.sql("""
                        select id as mail_id, organization_id, key, 'SUBJECT' as matched_by from mail.outbox
                        where case_reference <> '' and upper(case_reference) = any (?)
                            and lower(split_part(recipient, '@', 2)) = ?
                        order by created_at desc""")
                .params(references(mail.subject()), domain(mail.sender()))
                .query(Match.class)
                .list();
        var organizations = found.stream().map(Match::organizationId).distinct().count();
        return organizations == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The newest mail of the visible organizations with the reference a person has read out of the answer. */
    Optional<Match> byPerson(String reference) {
        return jdbc.sql("""
                        select id as mail_id, organization_id, key, 'PERSON' as matched_by from mail.outbox
                        where case_reference <> '' and upper(case_reference) = ? order by created_at desc limit 1""")
                .param(reference.strip().toUpperCase(Locale.ROOT))
                .query(Match.class)
                .optional();
    }

    private static String[] references(String subject) {
        return REFERENCE
                .matcher(subject.toUpperCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .limit(20)
                .toArray(String[]::new);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
