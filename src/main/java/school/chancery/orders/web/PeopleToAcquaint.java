package school.chancery.orders.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.orders.PersonDirectory;
import school.chancery.orders.domain.Acquaintance;
import school.chancery.orders.domain.OrderCard;
import school.chancery.organization.Organizations;

/** Whom an order can be shown to: who works there today, and whom the draft names already. */
@Component
class PeopleToAcquaint {
    private final ObjectProvider<PersonDirectory> directories;
    private final Organizations organizations;

    PeopleToAcquaint(ObjectProvider<PersonDirectory> directories, Organizations organizations) {
        this.directories = directories;
        this.organizations = organizations;
    }

    Map<UUID, Acquaintance> choices(OrderCard card) {
        var choices = employed(card.organizationId());
        card.content().acquaintances().forEach(person -> choices.putIfAbsent(person.personId(), person));
        return choices;
    }

    /** Ids that are not among the choices are left out: a foreign person cannot be named. */
    List<Acquaintance> chosen(OrderCard card, List<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        var choices = choices(card);
        return ids.stream()
                .distinct()
                .filter(choices::containsKey)
                .map(choices::get)
                .toList();
    }

    Map<UUID, Acquaintance> employed(UUID organizationId) {
        var today = organizations.today(organizationId);
        var people = new LinkedHashMap<UUID, Acquaintance>();
        directories.stream()
                .flatMap(directory -> directory.employed(organizationId, today).stream())
                .forEach(person -> people.putIfAbsent(person.personId(), snapshot(person)));
        return people;
    }

    Map<UUID, String> named(OrderCard card) {
        return named(List.copyOf(choices(card).values()));
    }

    static Map<UUID, String> named(List<Acquaintance> people) {
        var named = new LinkedHashMap<UUID, String>();
        people.forEach(person -> named.put(person.personId(), person.name() + ", " + person.jobPosition()));
        return named;
    }

    private static Acquaintance snapshot(PersonToAcquaint person) {
        return new Acquaintance(person.personId(), person.name(), person.position());
    }
}
