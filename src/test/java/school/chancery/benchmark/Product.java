package school.chancery.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import school.chancery.ChanceryApplication;
import school.chancery.TestDatabase;

/** The whole product with its web server in this JVM, on a fresh database of its own; nothing runs by the clock. */
final class Product implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final ConfigurableApplicationContext context;

    private Product(List<Class<?>> more) {
        var sources = new ArrayList<Class<?>>(more);
        sources.add(ChanceryApplication.class);
        context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .profiles("test")
                .run(arguments());
    }

    static Product start(Class<?>... more) {
        return new Product(List.of(more));
    }

    private String[] arguments() {
        var arguments = new ArrayList<String>();
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of("--server.port=0", "--spring.jmx.enabled=false"));
        return arguments.toArray(String[]::new);
    }

    String url() {
        return "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    TestDatabase database() {
        return database;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
