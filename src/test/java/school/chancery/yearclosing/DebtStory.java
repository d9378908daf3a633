package school.chancery.yearclosing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.journal.Debts;
import school.chancery.journal.MarkValue;
import school.chancery.journal.TestMarks;
import school.chancery.platform.SchoolStory;
import school.chancery.students.TestClasses;

/** A pupil who was promoted conditionally by a closing that is sealed, with one debt or several. */
public final class DebtStory {
    public static final String SCHEDULE = "/yearclosing/settle-debt/schedule-attempt";
    public static final String RECORD = "/yearclosing/settle-debt/record-attempt";
    public static final String CHOOSE = "/yearclosing/settle-debt/record-parents-choice";

    public final SchoolStory school;
    public final TestMarks book;
    public final UUID maths;
    public final UUID pupil;
    public final UUID formerClass;
    public final UUID lowerClass;
    public final UUID presentClass;
    public final UUID closing = UUID.randomUUID();
    public final LocalDate arisen;
    private final UUID formerYear;
    private final ApplicationContext context;

    public DebtStory(ApplicationContext context, int daysAgo) {
        this.context = context;
        school = new SchoolStory(context);
        arisen = school.today().minusDays(daysAgo);
        var former = former();
        formerYear = former.year();
        book = new TestMarks(school.rows(), school.school.id(), formerYear);
        maths = book.subject("mathematics", "Математика", "Матем");
        formerClass = former.open(6, "А", 25);
        presentClass = school.classes().open(7, "А", 25);
        lowerClass = school.classes().open(6, "Б", 25);
        book.plan(formerClass, maths);
        pupil = former.pupilIn(formerClass, "Должников");
        school.classes().enrol(pupil, presentClass, school.classes().yearStart(), null, 1);
        closing();
        owe(maths, MarkValue.TWO);
    }

    /** One more subject that was not passed. */
    public void owe(UUID subject, MarkValue value) {
        book.mark(pupil, subject, value);
        Acting.as(
                Actor.PRODUCT,
                () -> context.getBean(Debts.class)
                        .raise(closing, school.school.id(), formerYear, List.of(pupil), arisen));
    }

    /** The closing is sealed: the case begins. */
    public void sealed() {
        school.happens(new YearSealed(
                closing, school.school.id(), formerYear, school.classes().year()));
        school.deliverFacts();
    }

    /** The deputy's form; {@code commission} of a second attempt. */
    public MvcTestResult scheduled(LocalDate on, UUID commission) {
        return school.submit(
                school.deputy,
                "UserTask_ScheduleAttempt",
                SCHEDULE,
                "on",
                on.toString(),
                "examinerId",
                school.teacher.staffId().toString(),
                "commissionOrderId",
                commission == null ? "" : commission.toString());
    }

    /** The teacher's form. */
    public MvcTestResult recorded(LocalDate heldOn, String result) {
        return school.submit(
                school.teacher, "UserTask_RecordAttempt", RECORD, "heldOn", heldOn.toString(), "result", result);
    }

    public UUID matter() {
        return school.rows()
                .sql("select id from yearclosing.debt_cases where pupil_id = ?")
                .param(pupil)
                .query(UUID.class)
                .single();
    }

    public String state() {
        return school.rows()
                .sql("select state from yearclosing.debt_cases where pupil_id = ?")
                .param(pupil)
                .query(String.class)
                .single();
    }

    public List<String> debts() {
        return school.rows()
                .sql("select state from journal.debts where pupil_id = ? order by id")
                .param(pupil)
                .query(String.class)
                .list();
    }

    /** Kind, class left and class come to, of every line of the movement book. */
    public List<String> book() {
        return school.rows()
                .sql("select kind || ' ' || from_class || ' ' || to_class from students.movements where pupil_id = ?"
                        + " order by number")
                .param(pupil)
                .query(String.class)
                .list();
    }

    private TestClasses former() {
        return new TestClasses(
                school.rows(), school.school.id(), school.classes().yearStart().minusDays(1));
    }

    /** As it stands when it is sealed. */
    private void closing() {
        var rows = school.rows();
        rows.sql("""
                        insert into yearclosing.closings (id, organization_id, school_year_id, next_school_year_id, state, opened_by,
                            opened_at, graduates_last_on) values (?, ?, ?, ?, 'CLASSES', ?, now(), ?)
                        """)
                .params(
                        closing,
                        school.school.id(),
                        formerYear,
                        school.classes().year(),
                        school.director.account().id(),
                        arisen)
                .update();
        rows.sql("""
                        insert into yearclosing.roster (closing_id, organization_id, pupil_id, person_id, class_id, grade, present)
                        select ?, organization_id, id, person_id, ?, 6, true from people.pupils where id = ?
                        """).params(closing, formerClass, pupil).update();
        rows.sql("""
                        insert into yearclosing.outcomes (closing_id, organization_id, school_year_id, pupil_id, class_id, grade,
                            present, proposed, chosen, owing) values (?, ?, ?, ?, ?, 6, true, 'CONDITIONAL', 'CONDITIONAL', true)
                        """)
                .params(closing, school.school.id(), formerYear, pupil, formerClass)
                .update();
    }
}
