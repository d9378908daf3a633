package school.chancery.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who can sign in: every employee with a role, the printed ones under short names, the others under their mail's. */
final class DemoAccounts {
    private final Map<DemoPerson, String> shortNames;
    private final List<Employee> employees;

    DemoAccounts(List<Employee> employees) {
        this.employees = employees;
        shortNames = Rows.of("logins.csv", Login::read).stream()
                .collect(Collectors.toMap(this::holder, Login::name, (one, other) -> one, LinkedHashMap::new));
    }

    /** The printed ones first, in the order of their list. */
    List<DemoAccount> all() {
        var posts = employees.stream()
                .filter(employee -> !employee.roles().isEmpty())
                .collect(Collectors.groupingBy(Employee::person, LinkedHashMap::new, Collectors.toList()));
        var inOrder = new LinkedHashMap<DemoPerson, List<Employee>>();
        shortNames.keySet().forEach(person -> inOrder.put(person, posts.getOrDefault(person, List.of())));
        inOrder.putAll(posts);
        return inOrder.entrySet().stream()
                .map(holder -> account(holder.getKey(), holder.getValue()))
                .toList();
    }

    private DemoAccount account(DemoPerson person, List<Employee> posts) {
        var id = UUID.nameUUIDFromBytes(("account of " + person.id()).getBytes(StandardCharsets.UTF_8));
        var listed = shortNames.get(person);
        return new DemoAccount(id, listed == null ? mailName(person) : listed, person, posts, listed != null);
    }

    private static String mailName(DemoPerson person) {
        var email = Objects.requireNonNull(person.email());
        return email.substring(0, email.indexOf('@'));
    }

    private DemoPerson holder(Login login) {
        return employees.stream()
                .filter(employee -> employee.post().key().equals(login.organization() + ":" + login.position()))
                .skip(login.which() - 1L)
                .findFirst()
                .orElseThrow()
                .person();
    }
}
