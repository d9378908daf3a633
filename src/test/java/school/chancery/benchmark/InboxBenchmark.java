package school.chancery.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** Whether a director waits for the tasks of two hundred schools. */
@Tag("benchmark")
class InboxBenchmark {
    private static final double LIMIT = 2;
    private static final int DIRECTORS = 10;
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 600;
    private static final List<String> TABS =
            List.of("/inbox", "/inbox?tab=mine", "/inbox?tab=role", "/inbox?tab=overdue");

    @Test
    void opensTheInboxAmongAHundredThousandTasksInAtMostTwiceTheTime() {
        try (var few = new District(1, 100);
                var many = new District(200, 100_000)) {
            assertThat(few.tasks()).isEqualTo(100);
            assertThat(many.tasks()).isEqualTo(100_000);
            inTurn(WARM_UP, few, new Sample(), many, new Sample());
            var withFew = new Sample();
            var withMany = new Sample();
            inTurn(REQUESTS, few, withFew, many, withMany);
            record(withFew, withMany);
        }
    }

    private static void inTurn(int requests, District few, Sample withFew, District many, Sample withMany) {
        for (var i = 0; i < requests; i++) {
            few.open(i, withFew);
            many.open(i, withMany);
        }
    }

    private static void record(Sample withFew, Sample withMany) {
        var ratio = withMany.p95Millis() / withFew.p95Millis();
        System.out.printf("inbox: with 100 tasks %s; with 100,000 %s%n", withFew, withMany);
        BenchmarkFile.record("inbox-100k-vs-100", ratio, LIMIT, "ratio");
        BenchmarkFile.record("inbox-100-p95-ms", withFew.p95Millis(), "ms");
        BenchmarkFile.record("inbox-100k-p95-ms", withMany.p95Millis(), "ms");
        assertThat(ratio).isLessThanOrEqualTo(LIMIT);
    }

    /** A product with so many schools and tasks, and some directors signed in. */
    private static final class District implements AutoCloseable {
        private final Product product = Product.start();
        private final List<Visitor> directors = new ArrayList<>();

        District(int schools, int tasks) {
            var organizations = new TestOrganizations(product.bean(Organizations.class));
            var office = organizations.office();
            var template = organizations.school(office);
            var all = new ArrayList<Organization>();
            for (var i = 0; i < schools; i++) all.add(organizations.school(office));
            var open = new OpenTasks(product);
            open.fill(all, template, tasks);
            for (var i = 0; i < Math.min(schools, DIRECTORS); i++) signIn(all.get(i * schools / DIRECTORS), open);
        }

        private void signIn(Organization school, OpenTasks open) {
            var people = new TestPeople(product.bean(Accounts.class), product.bean(Roles.class));
            var director = people.person(school, Role.DIRECTOR);
            open.take(school, director.id());
            directors.add(Visitor.signIn(product.url(), director));
        }

        long tasks() {
            return OpenTasks.count(product.database());
        }

        void open(int number, Sample sample) {
            var director = directors.get(number % directors.size());
            var page = new String[1];
            sample.time(() -> page[0] = director.get(TABS.get(number % TABS.size())));
            var lines = Jsoup.parse(page[0]).select("a[href^=/tasks/]");
            assertThat(lines).as("a full page of tasks").hasSizeGreaterThanOrEqualTo(20);
        }

        @Override
        public void close() {
            product.close();
        }
    }
}
