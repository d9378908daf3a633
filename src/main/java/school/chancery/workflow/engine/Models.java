package school.chancery.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of the product and nothing else. In code, because the engine's own way names the resources after
 * the place they were found in, and another packaging would then deploy everything anew.
 */
@Component
class Models {
    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    void deploy() {
        var deployment = repository
                .createDeployment()
                .name("chancery")
                .source("chancery")
                .enableDuplicateFiltering(true);
        for (var model : find()) deployment.addInputStream(name(model), open(model));
        deployment.deploy();
    }

    private static Resource[] find() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/*.bpmn");
            Arrays.sort(found, Comparator.comparing(Models::name));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource model) {
        try {
            var url = model.getURL().toString();
            return url.substring(url.lastIndexOf("processes/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Resource model) {
        try {
            return model.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
