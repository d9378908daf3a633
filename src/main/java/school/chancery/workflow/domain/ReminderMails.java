package school.chancery.workflow.domain;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.ReminderScan.Due;

/** Whom a reminder goes to and what it says: the task, the case's label and the day, nobody's data. */
@Component
class ReminderMails {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(DocumentLanguage.RUSSIAN);

    private final Accounts accounts;
    private final Roles roles;
    private final Organizations organizations;
    private final Outbox outbox;
    private final MessageSource messages;
    private final String address;

    ReminderMails(
            Accounts accounts,
            Roles roles,
            Organizations organizations,
            Outbox outbox,
            MessageSource messages,
            @Value("${chancery.address:http://localhost:8080}") String address) {
        this.accounts = accounts;
        this.roles = roles;
        this.organizations = organizations;
        this.outbox = outbox;
        this.messages = messages;
        this.address = address;
    }

    void owe(List<Due> due) {
        var recipients = new HashMap<Due, Set<UUID>>();
        due.forEach(each -> recipients.put(each, recipients(each)));
        var known = accounts.findAll(
                recipients.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        for (var each : due) recipients.get(each).forEach(account -> owe(each, known.get(account)));
    }

    private void owe(Due due, @Nullable Account account) {
        if (account == null || account.email() == null) return;
        var stage = due.isEscalation() ? "escalate" : "remind";
        var key = "workflow.%s:%s:%s".formatted(stage, due.taskId(), account.id());
        var texts = texts(due);
        outbox.owe(new OutgoingMail(
                due.organizationId(),
                key,
                account.email(),
                messages.getMessage("workflow.mail." + stage + ".subject", texts, DocumentLanguage.RUSSIAN),
                messages.getMessage("workflow.mail." + stage + ".text", texts, DocumentLanguage.RUSSIAN),
                "",
                List.of()));
    }

    private Object[] texts(Due due) {
        var zone = organizations.require(due.organizationId()).zone();
        return new Object[] {
            due.taskName(), due.label(), DAY.format(due.dueAt().atZone(zone)), address + "/tasks/" + due.taskId()
        };
    }

    private Set<UUID> recipients(Due due) {
        var organization = organizations.require(due.organizationId());
        if (due.isEscalation()) return holders(organization, Stream.of(String.valueOf(due.escalateTo())));
        if (due.assignee() != null) return Set.of(UUID.fromString(due.assignee()));
        var all = new LinkedHashSet<UUID>();
        split(due.users()).filter(ReminderMails::isId).map(UUID::fromString).forEach(all::add);
        all.addAll(holders(
                organization,
                split(due.groups())
                        .map(group -> group.substring(organization.code().length() + 1))));
        return all;
    }

    private Set<UUID> holders(Organization organization, Stream<String> roleCodes) {
        var today = organizations.today(organization.id());
        return roleCodes
                .flatMap(code -> roles.holders(organization.id(), Role.ofCode(code), today).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> split(@Nullable String list) {
        return list == null ? Stream.empty() : Arrays.stream(list.split(","));
    }

    // A task may name a candidate that is no account («nobody»).
    private static boolean isId(String text) {
        return text.length() == 36;
    }
}
