package school.chancery.workflow.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts of jobs that have not ended yet, each committed before the job begins: what is left over has crashed. */
@Repository
public class JobAttempts {
    private final JdbcClient jdbc;

    JobAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a start; returns the how-manieth since the last end. One statement is its own transaction. It does not wait
     * for the disk: the crash it counts is the product's, not the database server's.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int begin(String jobId) {
        return jdbc.sql("""
                insert into workflow.job_attempts as a (job_id, attempts, last_at)
                select :job, 1, now() where set_config('synchronous_commit', 'off', true) is not null
                on conflict (job_id) do update set attempts = a.attempts + 1, last_at = now() returning attempts""").param("job", jobId).query(Integer.class).single();
    }

    /** The job has done its work: noted with it, in its transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(String jobId) {
        forget(jobId);
    }

    /** The job has failed and taken back what it did; that is an end too. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void failed(String jobId) {
        forget(jobId);
    }

    private void forget(String jobId) {
        jdbc.sql("delete from workflow.job_attempts where job_id = :job")
                .param("job", jobId)
                .update();
    }
}
