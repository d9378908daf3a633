package school.chancery.students;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.platform.SchoolStory;

/** Two schools of one district and a child who moves from the one to the other, driven by the forms people use. */
public final class TransferStory {
    static final String START = "/students/transfer-student/start";
    static final String ANSWER = "/students/receive-student/answer-request";
    static final String RECEIVE = "/students/receive-student/receive-documents";
    static final String FIND = "/students/find-place/find-place";

    public final SchoolStory from;
    public final SchoolStory to;
    final UUID fromClass;
    final UUID otherClass;
    final UUID toClass;
    final UUID pupil;
    final LocalDate today;

    public TransferStory(ApplicationContext context) {
        from = new SchoolStory(context);
        to = new SchoolStory(context, from);
        today = from.today();
        fromClass = from.classes().open(6, "А", 25);
        otherClass = from.classes().open(6, "Б", 25);
        toClass = to.classes().open(6, "В", 25);
        pupil = from.classes().pupilIn(fromClass, "Переводов");
        from.classes().guardian(pupil, "Канарейкина", "+79995550101");
    }

    public MvcTestResult start(String kind, String... more) {
        return startBy(from, from.secretary, kind, more);
    }

    MvcTestResult startBy(SchoolStory school, SchoolStory.Employee who, String kind, String... more) {
        return school.post(who, START, application(kind, more));
    }

    String[] application(String kind, String... more) {
        var parameters = new ArrayList<>(List.of(
                "pupilId", pupil.toString(),
                "kind", kind,
                "applicant", "Канарейкина Мария Ивановна",
                "appliedOn", today.toString(),
                "effectiveOn", today.plusDays(1).toString()));
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at < 0) parameters.addAll(List.of(more[i], more[i + 1]));
            else parameters.set(at + 1, more[i + 1]);
        }
        return parameters.toArray(String[]::new);
    }

    /** The application for a place in the other school, and the request with it. */
    public void asked() {
        start("SYSTEM_SCHOOL", "receivingOrganizationId", to.school.id().toString());
        from.run("ServiceTask_RequestPlace");
        from.deliverFacts();
    }

    public MvcTestResult answer(String... parameters) {
        var answered = to.submit(to.deputy, "UserTask_AnswerRequest", ANSWER, parameters);
        from.deliverFacts();
        return answered;
    }

    void accepted() {
        asked();
        answer("decision", "ACCEPT", "classId", toClass.toString());
        from.run("ServiceTask_TakeAnswer");
        from.run("ServiceTask_DraftOrder");
    }

    /** Withdrawn from the one school by a signed order. */
    public void left() {
        accepted();
        from.sign("SIGN");
        from.run("ServiceTask_WithdrawStudent");
        from.deliverFacts();
    }

    MvcTestResult receive(String... more) {
        var parameters = new ArrayList<>(List.of(
                "decision", "TAKEN",
                "applicant", "Канарейкина Мария Ивановна",
                "appliedOn", today.toString(),
                "classId", toClass.toString(),
                "enrolFrom", today.plusDays(1).toString()));
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at < 0) parameters.addAll(List.of(more[i], more[i + 1]));
            else parameters.set(at + 1, more[i + 1]);
        }
        return to.submit(to.secretary, "UserTask_ReceiveDocuments", RECEIVE, parameters.toArray(String[]::new));
    }

    /** Enrolled in the other school by a signed order. */
    void arrived() {
        left();
        receive();
        to.run("ServiceTask_DraftOrder");
        to.sign("SIGN");
        to.run("ServiceTask_EnrollStudent");
        to.run("SendTask_NotifySendingSchool");
        to.deliverFacts();
    }

    UUID transfer() {
        return from.rows()
                .sql("select id from students.transfers where pupil_id = ? order by proposed_at desc limit 1")
                .param(pupil)
                .query(UUID.class)
                .single();
    }

    String state() {
        return from.rows()
                .sql("select state from students.transfers where id = ?")
                .param(transfer())
                .query(String.class)
                .single();
    }

    List<String> requests() {
        return from.rows()
                .sql("select state from students.place_requests where transfer_id = ? order by requested_at")
                .param(transfer())
                .query(String.class)
                .list();
    }

    /** Class and days of every stay of the child, in both schools. */
    List<String> stays() {
        return from.rows().sql("""
                        select c.label || ' ' || e.from_on || ' ' || coalesce(e.to_on::text, '…')
                        from students.enrollments e join organization.classes c on c.id = e.class_id
                        where e.person_id = (select person_id from people.pupils where id = ?) order by e.from_on
                        """).param(pupil).query(String.class).list();
    }

    List<String> book(SchoolStory school) {
        return school.rows()
                .sql("""
                        select m.number || ' ' || m.kind || ' ' || m.moved_on || ' ' || (m.order_number = o.number)
                        from students.movements m join orders.orders o on o.id = m.order_id
                        where m.organization_id = ? and o.status = 'REGISTERED' order by m.number
                        """)
                .param(school.school.id())
                .query(String.class)
                .list();
    }

    int transfers() {
        return from.rows()
                .sql("select count(*) from students.transfers where pupil_id = ?")
                .param(pupil)
                .query(Integer.class)
                .single();
    }
}
