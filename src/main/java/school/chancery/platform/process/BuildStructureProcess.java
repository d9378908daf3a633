package school.chancery.platform.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.PlatformRegistration;
import school.chancery.platform.domain.Structures;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.Tasks;

/** {@code build-structure}; business key = application id. */
@Component
public class BuildStructureProcess {
    public static final String KEY = "build-structure";
    public static final String CREATE_STRUCTURE = "UserTask_CreateStructure";

    private final Applications applications;
    private final Structures structures;
    private final PlatformRegistration registration;
    private final Tasks tasks;

    BuildStructureProcess(
            Applications applications, Structures structures, PlatformRegistration registration, Tasks tasks) {
        this.applications = applications;
        this.structures = structures;
        this.registration = registration;
        this.tasks = tasks;
    }

    /** Keeps what is ticked so far; the task stays open. */
    @Transactional
    public void tick(OpenTask task, Map<UUID, String> externalIds, UUID by) {
        structures.tick(applications.require(task.businessKey()), externalIds, by);
    }

    /**
     * Keeps the ticks and is done.
     *
     * @param reason why the rest is not created; null only when everything is
     */
    @Transactional
    public void finish(OpenTask task, Map<UUID, String> externalIds, @Nullable String reason, UUID by) {
        tasks.complete(task, reason == null ? "BUILT" : "BUILT_IN_PART", reason, List.of());
        var application = applications.require(task.businessKey());
        structures.tick(application, externalIds, by);
        if (reason != null) structures.skipRest(application, reason);
        registration.finish(application.id());
    }
}
