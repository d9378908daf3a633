package school.chancery.yearclosing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import school.chancery.journal.MarkValue;
import school.chancery.journal.TestMarks;
import school.chancery.platform.SchoolStory;
import school.chancery.students.TestClasses;

/** A school that closes its year, step by step as its domain services do; without a process. */
public final class ClosingStory extends ClosingSteps {
    public final SchoolStory school;
    public final TestClasses now;
    public final TestMarks marks;
    public final UUID algebra;
    public final UUID russian;

    public ClosingStory(ApplicationContext context) {
        this(context, new SchoolStory(context));
    }

    private ClosingStory(ApplicationContext context, SchoolStory school) {
        super(
                context::getBean,
                school.rows(),
                school.school.id(),
                school.classes().year(),
                school.director.account().id(),
                school.secretary.account().id(),
                school.deputy.account().id());
        this.school = school;
        now = school.classes();
        marks = new TestMarks(school.rows(), school.school.id(), now.year());
        algebra = marks.subject("algebra", "Алгебра", "Алгебра");
        russian = marks.subject("russian", "Русский язык", "Рус. яз.");
        // Whose classes become those in which others repeat.
        now.open(3, "А", 30);
        now.open(6, "А", 30);
        school.rows()
                .sql("insert into journal.class_subjects (class_id, subject_id, organization_id)"
                        + " select c.id, s.id, c.organization_id from organization.classes c, organization.subjects s"
                        + " where c.school_year_id = ? and s.organization_id = c.organization_id and c.kind = 'CLASS'")
                .param(now.year())
                .update();
        school.rows().sql("""
                        insert into journal.year_marks (organization_id, pupil_id, school_year_id, subject_id, value)
                        select e.organization_id, e.pupil_id, e.school_year_id, s.subject_id, 'FOUR' from students.enrollments e
                            join journal.class_subjects s on s.class_id = e.class_id where e.school_year_id = ?
                        """).param(now.year()).update();
    }

    /** A class of the running year that is marked in two subjects. */
    public UUID opened(int grade, String letter) {
        var id = now.open(grade, letter, 30);
        marks.plan(id, algebra, russian);
        return id;
    }

    /** A pupil of the class from its first day with these marks, the last one also for what follows. */
    public UUID pupil(UUID schoolClass, String family, MarkValue inAlgebra, MarkValue inRussian) {
        var pupil = now.pupilIn(schoolClass, family);
        marks.mark(pupil, algebra, inAlgebra);
        marks.mark(pupil, russian, inRussian);
        return pupil;
    }

    public UUID pupil(UUID schoolClass, String family) {
        return pupil(schoolClass, family, MarkValue.FOUR, MarkValue.FIVE);
    }

    public void examined(UUID pupil, int grade, String certificate) {
        school.rows()
                .sql("""
                        insert into journal.final_exams (pupil_id, school_year_id, organization_id, grade, admitted, decided_on,
                            certificate, certified_on)
                        values (?, ?, ?, ?, true, ?, ?, case when cast(? as text) is not null then cast(? as date) end)
                        """)
                .params(
                        pupil,
                        now.year(),
                        school.school.id(),
                        grade,
                        school.today(),
                        certificate,
                        certificate,
                        school.today())
                .update();
    }

    public void choice(UUID pupil, String choice, String conclusion) {
        school.rows()
                .sql("""
                        insert into journal.parents_choices (id, organization_id, pupil_id, school_year_id, choice, chosen_on,
                            applicant, conclusion_number, conclusion_on, recorded_at, recorded_by)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, 'Родительница Мария Ивановна', ?,
                            case when cast(? as text) is not null then cast(? as date) end, now(), gen_random_uuid())
                        """)
                .params(
                        school.school.id(),
                        pupil,
                        now.year(),
                        choice,
                        school.today(),
                        conclusion,
                        conclusion,
                        school.today())
                .update();
    }

    /** Classes and days of every stay. */
    public List<String> stays(UUID pupil) {
        return school.rows().sql("""
                        select c.label || ' ' || e.from_on || ' ' || coalesce(e.to_on::text, '…')
                        from students.enrollments e join organization.classes c on c.id = e.class_id
                        where e.pupil_id = ? order by e.from_on
                        """).param(pupil).query(String.class).list();
    }

    public LocalDate nextStart() {
        return now.yearStart().plusYears(1);
    }
}
