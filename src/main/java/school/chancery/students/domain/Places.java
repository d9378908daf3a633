package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.SchoolClass;

/** Free places of classes: who is in it, and who has been promised a place that no order has given yet. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Places {
    private final JdbcClient jdbc;
    private final EnrollmentQueries enrollments;

    Places(JdbcClient jdbc, EnrollmentQueries enrollments) {
        this.jdbc = jdbc;
        this.enrollments = enrollments;
    }

    /** Of two who ask for the last place at once the second waits here and then finds it taken. */
    boolean isFull(SchoolClass in, LocalDate on) {
        if (in.capacity() == null) return false;
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('students.places:' || ?, 0))::text")
                .param(in.id())
                .query(String.class)
                .single();
        return enrollments.most(in.id(), on) + promised(in.id()) >= in.capacity();
    }

    private int promised(UUID classId) {
        return jdbc.sql("""
                        select (select count(*) from students.transfers where to_class_id = :class and state = 'REQUESTED')
                            + (select count(*) from students.place_requests where class_id = :class and state = 'ACCEPTED')
                            + (select count(*) from students.admissions where class_id = :class and state = 'PLACED')
                        """).param("class", classId).query(Integer.class).single();
    }
}
