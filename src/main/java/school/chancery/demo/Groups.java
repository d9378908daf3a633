package school.chancery.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the children learn: forty classes from 1А to 11Б, then groups and circles. */
final class Groups {
    static final String SCHOOL = "school-14";

    private Groups() {}

    static List<Group> of(LocalDate yearStart) {
        var others = Rows.of("groups.csv", row -> Group.read(row, yearStart));
        return Stream.concat(classes(yearStart), others.stream()).toList();
    }

    private static Stream<Group> classes(LocalDate yearStart) {
        return IntStream.rangeClosed(1, 11)
                .boxed()
                .flatMap(grade -> letters(grade).map(letter -> Group.schoolClass(SCHOOL, grade, letter, yearStart)));
    }

    // Half of the pupils leave for a college after the ninth grade.
    private static Stream<String> letters(int grade) {
        return grade <= 9 ? Stream.of("А", "Б", "В", "Г") : Stream.of("А", "Б");
    }
}
