package school.chancery.database;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;

/** Lets the engine start only when its tables are made. By bean name: only {@code workflow} may import the engine. */
class EngineAfterFlyway implements DependsOnDatabaseInitializationDetector {
    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beans) {
        return Stream.of("processEngineFactoryBean")
                .filter(beans::containsBeanDefinition)
                .collect(Collectors.toSet());
    }
}
