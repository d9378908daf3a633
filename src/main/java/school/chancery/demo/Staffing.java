package school.chancery.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import school.chancery.people.PersonName;

/** Fills the posts of the staffing table and gives every class its teacher. */
final class Staffing {
    private final List<Employee> employees = new ArrayList<>();
    private final NameBook names;
    private final Census census;
    private final Dice dice;
    private final LocalDate yearStart;

    Staffing(NameBook names, Census census, Dice dice, LocalDate yearStart) {
        this.names = names;
        this.census = census;
        this.dice = dice;
        this.yearStart = yearStart;
    }

    /** @param classes labels in the order they get their teachers, primary classes first */
    List<Employee> fill(List<Post> posts, List<String> classes) {
        posts.forEach(post -> IntStream.range(0, post.people()).forEach(place -> employees.add(employee(post))));
        return withClasses(classes.iterator());
    }

    private List<Employee> withClasses(Iterator<String> classes) {
        return employees.stream()
                .map(employee ->
                        employee.mayLeadAClass() && classes.hasNext() ? employee.leading(classes.next()) : employee)
                .toList();
    }

    private Employee employee(Post post) {
        var person = post.holderOf().isEmpty() ? newcomer(post) : holderOf(post.holderOf());
        return new Employee(dice.id(), person, post, hiredOn(person, post), null);
    }

    private DemoPerson holderOf(String key) {
        return employees.stream()
                .filter(employee -> employee.post().key().equals(key))
                .findFirst()
                .orElseThrow()
                .person();
    }

    private DemoPerson newcomer(Post post) {
        var sex = dice.chance(post.women()) ? Sex.FEMALE : Sex.MALE;
        var age = post.leads() ? dice.between(36, 61) : dice.between(24, 64);
        var bornOn = dice.day(yearStart.minusYears(age + 1L).plusDays(1), yearStart.minusYears(age));
        return census.reachable(sex, () -> name(sex, bornOn), bornOn, post.mailDomain());
    }

    private PersonName name(Sex sex, LocalDate bornOn) {
        return new PersonName(
                names.family().of(sex),
                names.given(sex, bornOn).text(),
                names.fatherOf(bornOn).patronymic(sex));
    }

    private LocalDate hiredOn(DemoPerson person, Post post) {
        var earliest = yearStart.minusYears(post.leads() ? 12 : 30);
        var grown = person.bornOn().plusYears(22);
        var day = dice.day(grown.isAfter(earliest) ? grown : earliest, yearStart.minusWeeks(1));
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) day = day.plusDays(1);
        return day;
    }
}
