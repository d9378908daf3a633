package school.chancery;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ChanceryApplication {
    public static void main(String[] args) {
        SpringApplication.run(ChanceryApplication.class, args);
    }

    /** The one source of time: tests set it, and "today" is read through an organization's zone. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
