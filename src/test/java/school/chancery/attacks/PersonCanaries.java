package school.chancery.attacks;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** Names, phones, e-mail addresses and days of birth of the staff, of a pupil and of the pupil's mother. */
@Component
class PersonCanaries implements CanarySource {
    private static final Set<String> OFFICE = Set.of("director", "secretary", "deputy");

    @Override
    public List<Canary> plant(SchoolStory story) {
        var canaries = new ArrayList<Canary>();
        var born = LocalDate.of(1903, 1, 11);
        for (var employee : List.of(story.director, story.deputy, story.secretary)) {
            born = born.plusDays(37);
            canaries.addAll(of(story, employee, born));
        }
        var pupil = UUID.randomUUID();
        canaries.addAll(relative(story, pupil, "Канарейкин", born.plusDays(1000)));
        canaries.addAll(relative(story, UUID.randomUUID(), "Канарейкина-Мать", born.plusDays(2000)));
        return canaries;
    }

    private static List<Canary> of(SchoolStory story, Employee employee, LocalDate born) {
        var email = "canary-" + UUID.randomUUID() + "@school.example";
        story.rows()
                .sql("update people.persons set born_on = ?, email = ? where id = ?")
                .params(born, email, employee.personId())
                .update();
        var family = employee.name().split(" ")[0];
        return List.of(
                new Canary("name of " + family, Set.of(family), OFFICE),
                new Canary("phone of " + family, phone(employee.phone()), OFFICE),
                new Canary("e-mail of " + family, Set.of(email), OFFICE),
                new Canary("birth of " + family, day(born), OFFICE));
    }

    private static List<Canary> relative(SchoolStory story, UUID id, String family, LocalDate born) {
        var unique = family + letters(id);
        var phone = "+7988" + String.format("%07d", Math.floorMod(id.hashCode(), 10_000_000));
        story.rows()
                .sql("insert into people.persons (id, family, given, patronymic, born_on, phone)"
                        + " values (?, ?, 'Юрий', 'Львович', ?, ?)")
                .params(id, unique, born, phone)
                .update();
        story.rows()
                .sql("insert into people.pupils (id, organization_id, person_id, admitted_on)"
                        + " values (gen_random_uuid(), ?, ?, '2025-09-01')")
                .params(story.school.id(), id)
                .update();
        return List.of(
                new Canary("name of a family", Set.of(unique), OFFICE),
                new Canary("phone of a family", phone(phone), OFFICE),
                new Canary("birth in a family", day(born), OFFICE));
    }

    private static String letters(UUID id) {
        return id.toString()
                .substring(0, 8)
                .chars()
                .mapToObj(sign -> String.valueOf((char) ('а' + Character.digit(sign, 16))))
                .reduce("", String::concat);
    }

    private static Set<String> phone(String e164) {
        var n = e164.substring(2);
        return Set.of(
                n,
                "%s) %s-%s-%s".formatted(n.substring(0, 3), n.substring(3, 6), n.substring(6, 8), n.substring(8)),
                "%s %s-%s-%s".formatted(n.substring(0, 3), n.substring(3, 6), n.substring(6, 8), n.substring(8)));
    }

    private static Set<String> day(LocalDate day) {
        return Set.of(
                day.toString(),
                DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day),
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("ru"))
                        .format(day));
    }
}
