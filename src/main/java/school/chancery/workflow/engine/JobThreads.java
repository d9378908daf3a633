package school.chancery.workflow.engine;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/** The threads of the job executor: what runs on them acts as the product, or row level security would show it nothing. */
@Configuration(proxyBeanMethods = false)
class JobThreads {
    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    TaskExecutor camundaTaskExecutor(CamundaBpmProperties engine) {
        var threads = new ThreadPoolTaskExecutor();
        var sizes = engine.getJobExecution();
        threads.setCorePoolSize(sizes.getCorePoolSize());
        threads.setMaxPoolSize(sizes.getMaxPoolSize());
        threads.setQueueCapacity(sizes.getQueueCapacity());
        threads.setThreadNamePrefix("job-");
        threads.setTaskDecorator(job -> () -> Acting.as(Actor.PRODUCT, job));
        return threads;
    }
}
