package school.chancery.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import school.chancery.people.StaffMember;
import school.chancery.people.TeachingAssignments.NewAssignment;
import school.chancery.people.TeachingAssignments.TeachingAssignment;

/** Who leads a class and who teaches in it, by dates. */
class ClassDutiesTests {
    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    private PeopleHouse house;
    private UUID first;
    private UUID second;
    private UUID fiveA;
    private UUID fiveB;
    private final List<String> entries = new ArrayList<>();
    private ClassTeacherBook teachers;

    @BeforeEach
    void build() {
        house = new PeopleHouse();
        first = house.employee(house.school, house.person("Абрамова", "Анна", null, null));
        second = house.employee(house.school, house.person("Белова", "Анна", null, null));
        fiveA = house.schoolClass(house.school, 5, "А");
        fiveB = house.schoolClass(house.school, 5, "Б");
        teachers = new ClassTeacherBook(house.app, entry -> entries.add(entry.action()));
    }

    @Test
    void aWholeTableComesIntoForceAtOnceAndTheFormerTeachersStopTheDayBefore() {
        allocate(Map.of(fiveA, first, fiveB, second), FROM);
        allocate(Map.of(fiveA, second, fiveB, second), LATER);
        house.as(house.school, () -> {
            assertThat(teachers.of(fiveA, LATER.minusDays(1)))
                    .map(StaffMember::id)
                    .contains(first);
            assertThat(teachers.of(fiveA, LATER)).map(StaffMember::id).contains(second);
            assertThat(teachers.classes(second, LATER)).containsExactlyInAnyOrder(fiveA, fiveB);
            assertThat(teachers.classes(first, LATER)).isEmpty();
            assertThat(teachers.all(house.school, LATER)).hasSize(2);
            return null;
        });
        // Who kept the class kept the row.
        assertThat(rows()).isEqualTo(3);
        assertThat(entries).hasSize(2);
    }

    @Test
    void theSameTableAgainChangesNothing() {
        allocate(Map.of(fiveA, first), FROM);
        allocate(Map.of(fiveA, first), FROM);
        assertThat(rows()).isEqualTo(1);
        assertThat(entries).hasSize(1);
    }

    @Test
    void aClassHasOneTeacherAtATime() {
        allocate(Map.of(fiveA, first), FROM);
        assertThatThrownBy(() -> house.owner
                        .sql(
                                "insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on) values (gen_random_uuid(), ?, ?, ?, '2027-01-01')")
                        .params(house.school, fiveA, second)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("uq_class_teachers_one_at_a_time");
    }

    @Test
    void nobodyOfAnotherSchoolLeadsAClass() {
        var stranger = house.employee(house.other, house.person("Чужова", "Анна", null, null));
        assertThatThrownBy(() -> allocate(Map.of(fiveA, stranger), FROM))
                .hasMessageContaining("fk_class_teachers_staff_id_organization_id");
        assertThat(house.as(house.other, () -> teachers.all(house.school, FROM)))
                .isEmpty();
    }

    @Test
    void teachingIsAssignedOnceAndEnds() {
        var book = new TeachingAssignmentBook(house.app, entry -> entries.add(entry.action()));
        var algebra = house.subject(house.school, "algebra");
        var assignment = new NewAssignment(UUID.randomUUID(), house.school, first, fiveA, algebra, null, FROM, null);
        house.as(house.school, () -> {
            book.assign(assignment);
            book.assign(assignment);
            book.end(assignment.id(), LATER);
            book.end(assignment.id(), LATER);
            assertThat(book.ofClass(fiveA, LATER))
                    .extracting(TeachingAssignment::subjectId)
                    .containsExactly(algebra);
            assertThat(book.ofStaff(first, LATER.plusDays(1))).isEmpty();
            return null;
        });
        assertThat(entries).containsExactly("people.teaching-assigned", "people.teaching-ended");
        var twice = new NewAssignment(UUID.randomUUID(), house.school, first, fiveA, algebra, null, FROM, null);
        assertThatThrownBy(() -> house.as(house.school, () -> {
                    book.assign(twice);
                    return null;
                }))
                .hasMessageContaining("uq_teaching_assignments_once");
    }

    private void allocate(Map<UUID, UUID> table, LocalDate from) {
        house.as(house.school, () -> {
            teachers.allocate(house.school, table, from, house.order(house.school));
            return null;
        });
    }

    private long rows() {
        return house.owner
                .sql("select count(*) from people.class_teachers")
                .query(Long.class)
                .single();
    }
}
