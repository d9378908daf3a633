package school.chancery.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ReflectionUtils;
import school.chancery.workflow.domain.JobAttempts;

/**
 * Adapter to the engine's jobs. A crash counts down no retries, so a job that takes the process down with it would come
 * back for ever: each start is noted in a transaction of its own, and after some that came to no end the job becomes an
 * incident. And a failure is passed on without its message, which may hold a name; the engine keeps it in two tables.
 */
class JobGuard extends CommandInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(JobGuard.class);
    private static final int CRASHES = 3;

    private final ProcessEngineConfigurationImpl engine;
    private final JobAttempts attempts;

    JobGuard(ProcessEngineConfigurationImpl engine, JobAttempts attempts) {
        this.engine = engine;
        this.attempts = attempts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof ExecuteJobsCmd)) return next.execute(command);
        var job = jobOf(command);
        if (attempts.begin(job) > CRASHES) {
            giveUp(job);
            return null;
        }
        var ended = false;
        try {
            var result = next.execute(context -> nameless(() -> done(job, command.execute(context))));
            ended = true;
            return result;
        } catch (RuntimeException failure) {
            throw NamelessFailure.of(failure);
        } finally {
            if (!ended) attempts.failed(job);
        }
    }

    private <T> T done(String job, T result) {
        attempts.done(job);
        return result;
    }

    // Inside as well: the engine stores the failure it sees before it comes out here.
    private static <T> T nameless(Supplier<T> act) {
        try {
            return act.get();
        } catch (RuntimeException failure) {
            throw NamelessFailure.of(failure);
        }
    }

    private void giveUp(String job) {
        LOG.error("Job {} ended the process {} times and is given up", job, CRASHES);
        engine.getManagementService().setJobRetries(job, 0);
        attempts.failed(job);
    }

    private static String jobOf(Command<?> command) {
        var field = ReflectionUtils.findField(ExecuteJobsCmd.class, "jobId");
        if (field == null) throw new IllegalStateException("the engine's command has changed");
        ReflectionUtils.makeAccessible(field);
        return String.valueOf(ReflectionUtils.getField(field, command));
    }
}
