package school.chancery.workflow.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts of jobs that have not ended yet, each in its own transaction: what is left over has crashed. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class JobAttempts {
    private final JdbcClient jdbc;

    JobAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a start; returns the how-manieth since the last end. */
    public int begin(String jobId) {
        return jdbc.sql("""
                insert into workflow.job_attempts as a (job_id, attempts, last_at) values (:job, 1, now())
                on conflict (job_id) do update set attempts = a.attempts + 1, last_at = now() returning attempts""").param("job", jobId).query(Integer.class).single();
    }

    public void end(String jobId) {
        jdbc.sql("delete from workflow.job_attempts where job_id = :job")
                .param("job", jobId)
                .update();
    }
}
