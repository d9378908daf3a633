package school.chancery.people.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.Subgroups;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;
import school.chancery.people.PersonName;
import school.chancery.people.Staff;
import school.chancery.people.TeachingAssignments;
import school.chancery.people.TeachingAssignments.NewAssignment;

/** Who teaches which subject in a class or a part of it, from when until when (F098, F174), kept by the deputy. */
@Service
@Transactional
public class Teaching {
    private final JdbcClient jdbc;
    private final TeachingAssignments assignments;
    private final Staff staff;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final Subgroups subgroups;
    private final Subjects subjects;

    Teaching(
            JdbcClient jdbc,
            TeachingAssignments assignments,
            Staff staff,
            SchoolYears years,
            SchoolClasses classes,
            Subgroups subgroups,
            Subjects subjects) {
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.staff = staff;
        this.years = years;
        this.classes = classes;
        this.subgroups = subgroups;
        this.subjects = subjects;
    }

    /** A line of the class's or the teacher's list. */
    public record Line(
            UUID id,
            UUID staffId,
            PersonName teacher,
            String classLabel,
            String subject,
            @Nullable String subgroup,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** In force that day or to come. */
    @Transactional(readOnly = true)
    public List<Line> ofClass(UUID classId, LocalDate day) {
        return lines("t.class_id", classId, day);
    }

    @Transactional(readOnly = true)
    public List<Line> ofStaff(UUID staffId, LocalDate day) {
        return lines("t.staff_id", staffId, day);
    }

    private List<Line> lines(String column, UUID id, LocalDate day) {
        return jdbc.sql("""
                        select t.id, t.staff_id, n.family, n.given, n.patronymic, c.label, s.name as subject,
                               g.name as subgroup, t.from_on, t.to_on
                        from people.teaching_assignments t
                        join people.staff m on m.id = t.staff_id join people.persons n on n.id = m.person_id
                        join organization.classes c on c.id = t.class_id
                        join organization.subjects s on s.id = t.subject_id
                        left join organization.subgroups g on g.id = t.subgroup_id
                        where %s = ? and coalesce(t.to_on, 'infinity') >= greatest(?, t.from_on)
                        order by c.grade, c.label, s.name, g.name nulls first, t.from_on, n.search_name
                        """.formatted(column))
                .params(id, day)
                .query((row, i) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("staff_id", UUID.class),
                        PersonRegister.name(row),
                        row.getString("label"),
                        row.getString("subject"),
                        row.getString("subgroup"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class)))
                .list();
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when somebody assigned the same meanwhile */
    public Outcome assign(NewAssignment wanted) {
        var refusals = refusals(wanted);
        if (!refusals.isEmpty()) return new Outcome.Refused(refusals);
        assignments.assign(wanted);
        return new Outcome.Done(wanted.id());
    }

    /** Why not, or empty. */
    public Optional<Refusal> end(UUID organizationId, UUID id, LocalDate lastDay) {
        var first = jdbc.sql("select from_on from people.teaching_assignments where id = ? and organization_id = ?"
                        + " and coalesce(to_on, 'infinity') > ?")
                .params(id, organizationId, lastDay)
                .query(LocalDate.class)
                .optional();
        if (first.isEmpty()) return Optional.of(new Refusal("", "people.refused.teaching-over"));
        assignments.end(id, lastDay);
        return Optional.empty();
    }

    private List<Refusal> refusals(NewAssignment wanted) {
        var refusals = new ArrayList<Refusal>();
        var employed = staff.find(wanted.staffId())
                .filter(member -> member.organizationId().equals(wanted.organizationId()))
                .filter(member -> member.employedOn(wanted.from()));
        if (employed.isEmpty()) refusals.add(new Refusal("staffId", "people.refused.not-employed-then"));
        if (subjects.find(wanted.subjectId()).filter(Subject::active).isEmpty())
            refusals.add(new Refusal("subjectId", "people.refused.subject-unknown"));
        if (isOfAnother(wanted)) refusals.add(new Refusal("subgroupId", "people.refused.subgroup-of-another"));
        dates(wanted, refusals);
        if (refusals.isEmpty() && teaches(wanted))
            refusals.add(new Refusal("staffId", "people.refused.teaches-already"));
        return refusals;
    }

    private boolean isOfAnother(NewAssignment wanted) {
        if (wanted.subgroupId() == null) return false;
        return subgroups.of(wanted.classId()).stream()
                .filter(part -> part.id().equals(wanted.subgroupId()))
                .noneMatch(part -> part.subjectId() == null || part.subjectId().equals(wanted.subjectId()));
    }

    private void dates(NewAssignment wanted, List<Refusal> refusals) {
        var year = classes.find(wanted.classId()).flatMap(taught -> years.find(taught.schoolYearId()));
        if (year.filter(one -> !wanted.from().isBefore(one.startsOn())
                        && !wanted.from().isAfter(one.endsOn()))
                .isEmpty()) refusals.add(new Refusal("from", "people.refused.outside-year"));
        if (wanted.to() == null) return;
        if (wanted.to().isBefore(wanted.from()))
            refusals.add(new Refusal("to", "people.refused.ends-before-it-begins"));
        else if (year.filter(one -> !wanted.to().isAfter(one.endsOn())).isEmpty())
            refusals.add(new Refusal("to", "people.refused.outside-year"));
    }

    private boolean teaches(NewAssignment wanted) {
        return jdbc.sql("""
                        select exists (select from people.teaching_assignments
                            where staff_id = ? and class_id = ? and subject_id = ? and subgroup_id is not distinct from ?
                                and daterange(from_on, to_on + 1) && daterange(?, ?::date + 1))
                        """)
                .param(1, wanted.staffId())
                .param(2, wanted.classId())
                .param(3, wanted.subjectId())
                .param(4, wanted.subgroupId(), Types.OTHER)
                .param(5, wanted.from())
                .param(6, wanted.to(), Types.DATE)
                .query(Boolean.class)
                .single();
    }
}
