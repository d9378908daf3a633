package school.chancery.yearclosing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.ClassKind;
import school.chancery.organization.ClassLinks;
import school.chancery.organization.NewClass;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Outcome;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;

/** The classes of the next year: those that go on, new ones of grades 1 and 10, and who goes where. */
@Service
@Transactional
public class NextClasses {
    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final Placement placement;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final ClassLinks links;

    NextClasses(
            JdbcClient jdbc,
            ClosingRows rows,
            Placement placement,
            SchoolYears years,
            SchoolClasses classes,
            ClassLinks links) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.placement = placement;
        this.years = years;
        this.classes = classes;
        this.links = links;
    }

    /**
     * A class of the year with where it goes on.
     *
     * @param goingOn pupils who go to the next grade
     * @param unplaced those of them for whom several classes are possible, or none
     * @param into labels of the classes it is linked with
     */
    public record From(
            UUID classId,
            String label,
            int grade,
            int goingOn,
            int unplaced,
            @Nullable String into) {}

    /** A class of the next year with how many it will have. */
    public record To(
            UUID classId, String label, int grade, @Nullable Integer capacity, int pupils) {}

    /** A pupil for whom no class follows from the links. */
    public record Unplaced(UUID pupilId, String name, String classLabel, YearOutcome outcome) {
        @Override
        public String toString() {
            return "Unplaced[" + pupilId + "]";
        }
    }

    /**
     * Makes the next year and its classes after those of this one, the first time; it begins on the day after this one
     * ends. What is there already stays, and what people changed since.
     */
    public void prepare(UUID closingId) {
        var closing = rows.hold(closingId);
        if (!closing.state().isBeforeApplication()) return;
        if (closing.nextYearId() == null) make(closing);
        placement.place(rows.require(closingId));
    }

    private void make(ClosingView closing) {
        var year = years.find(closing.schoolYearId()).orElseThrow();
        var next = years.following(year.id()).map(SchoolYear::id).orElseGet(() -> opened(year));
        openClasses(year.id(), next);
        links.linkAlike(year.id());
        rows.write(closing.id(), "next_school_year_id = ?", next);
        rows.record("yearclosing.next-classes-made", closing);
    }

    private UUID opened(SchoolYear year) {
        var starts = year.endsOn().plusDays(1);
        var outcome = years.open(new NewSchoolYear(
                year.organizationId(), starts, starts.plusYears(1).minusDays(1)));
        if (outcome instanceof Outcome.Done done) return done.id();
        throw new IllegalStateException("the year after " + year.id() + " cannot be opened: " + outcome);
    }

    private void openClasses(UUID year, UUID next) {
        var known = classes.ofYear(next).stream().map(SchoolClass::label).toList();
        var wanted = classes.ofYear(year).stream()
                .filter(each -> each.kind() == ClassKind.CLASS)
                .flatMap(each -> after(each, next))
                .filter(each -> !known.contains(
                        each.grade() + Optional.ofNullable(each.letter()).orElse("")))
                .distinct()
                .toList();
        if (!wanted.isEmpty() && classes.open(next, wanted) instanceof Outcome.Refused refused)
            throw new IllegalStateException("the classes of year " + next + " cannot be opened: " + refused);
    }

    // Grades 1 and 10 are admitted anew, with as many classes as there are now.
    private static Stream<NewClass> after(SchoolClass each, UUID next) {
        int grade = Objects.requireNonNull(each.grade());
        var admitted = grade == 1 || grade == OutcomeRule.BASIC_LEVEL + 1 ? Stream.of(alike(each, next, grade)) : null;
        var goesOn = grade < OutcomeRule.LAST_GRADE && grade != OutcomeRule.BASIC_LEVEL
                ? Stream.of(alike(each, next, grade + 1))
                : Stream.<NewClass>empty();
        return admitted == null ? goesOn : Stream.concat(admitted, goesOn);
    }

    private static NewClass alike(SchoolClass each, UUID next, int grade) {
        return new NewClass(next, ClassKind.CLASS, grade, each.letter(), null, each.profile(), each.capacity());
    }

    /** Classes of this year, in school order. */
    @Transactional(readOnly = true)
    public List<From> from(UUID closingId) {
        var closing = rows.require(closingId);
        return jdbc.sql("""
                        select c.id as class_id, c.label, c.grade,
                            count(o.pupil_id) filter (where o.chosen in ('PROMOTED', 'CONDITIONAL', 'GRADUATED_GOES_ON'))
                                as going_on,
                            count(o.pupil_id) filter (where o.chosen in ('PROMOTED', 'CONDITIONAL', 'GRADUATED_GOES_ON')
                                and o.to_class_id is null) as unplaced,
                            (select string_agg(t.label, ', ' order by t.label) from organization.class_links k
                                join organization.classes t on t.id = k.to_class_id where k.from_class_id = c.id) as into
                        from organization.classes c left join yearclosing.outcomes o on o.class_id = c.id and o.closing_id = ?
                        where c.school_year_id = ? and c.kind = 'CLASS' group by c.id order by c.grade, c.label
                        """)
                .params(closingId, closing.schoolYearId())
                .query(From.class)
                .list();
    }

    /** Classes of the next year, in school order; empty before it is made. */
    @Transactional(readOnly = true)
    public List<To> to(UUID closingId) {
        var closing = rows.require(closingId);
        return jdbc.sql("""
                        select c.id as class_id, c.label, c.grade, c.capacity, count(p.pupil_id) as pupils
                        from organization.classes c left join (
                            select pupil_id, to_class_id from yearclosing.outcomes where closing_id = :closing
                            union
                            select pupil_id, class_id from students.enrollments where school_year_id = :next
                                and class_kind = 'CLASS' and to_on is null) p on p.to_class_id = c.id
                        where c.school_year_id = :next and c.kind = 'CLASS' group by c.id order by c.grade, c.label
                        """)
                .param("closing", closingId)
                .param("next", closing.nextYearId())
                .query(To.class)
                .list();
    }

    /** By class and name; at most 200, the rest follows when these have their class. */
    @Transactional(readOnly = true)
    public List<Unplaced> unplaced(UUID closingId) {
        return jdbc.sql("""
                        select o.pupil_id, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name,
                            c.label as class_label, o.chosen as outcome
                        from yearclosing.outcomes o join people.pupils p on p.id = o.pupil_id
                            join people.persons n on n.id = p.person_id join organization.classes c on c.id = o.class_id
                        where o.closing_id = ? and o.to_class_id is null
                            and (o.chosen in ('PROMOTED', 'CONDITIONAL', 'GRADUATED_GOES_ON', 'REPEATS')
                                or o.chosen = 'LEVEL_NOT_COMPLETED' and o.grade <> 9)
                        order by c.grade, c.label, n.search_name limit 200
                        """).param(closingId).query(Unplaced.class).list();
    }

    /** Puts one pupil in a class of the next year; what the links say counts no more for them. */
    public Optional<Refusal> assign(UUID closingId, UUID pupilId, UUID classId, UUID by) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.COUNCIL) return Optional.of(Refusal.of("not-now"));
        if (!placement.assign(closing, pupilId, classId, by)) return Optional.of(Refusal.of("classId", "other-grade"));
        rows.record("yearclosing.pupil-placed", closing, pupilId);
        return Optional.empty();
    }

    /** The classes are as they shall be: everybody who goes on has one. */
    public List<Refusal> approve(UUID closingId) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.COUNCIL) return List.of(Refusal.of("not-now"));
        prepare(closingId);
        var faults = new ArrayList<Refusal>();
        if (!unplaced(closingId).isEmpty()) faults.add(Refusal.of("unplaced"));
        if (faults.isEmpty()) rows.record("yearclosing.next-classes-approved", closing);
        return faults;
    }
}
