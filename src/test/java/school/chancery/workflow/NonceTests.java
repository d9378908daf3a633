package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import school.chancery.ChanceryTest;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** The engine keeps the nonce of a page where all requests meet: with several people at once Tasklist stayed blank. */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NonceTests {
    private static final int SESSIONS = 4;
    private static final int THREADS = 8;
    private static final int REQUESTS = 200;
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @LocalServerPort
    private int port;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Test
    void everyPageCarriesTheNonceOfItsOwnPolicy() throws Exception {
        var sessions = new ArrayList<EngineVisitor>();
        var made = new TestOrganizations(organizations);
        var school = made.school(made.office());
        for (var i = 0; i < SESSIONS; i++)
            sessions.add(EngineVisitor.signIn(
                    "http://localhost:" + port, new TestPeople(accounts, roles).person(school, Role.SECRETARY)));

        var pages = new ArrayList<Callable<HttpResponse<String>>>();
        for (var i = 0; i < REQUESTS; i++) {
            var session = sessions.get(i % SESSIONS);
            pages.add(() -> session.get("/camunda/app/tasklist/default/"));
        }
        for (var page : atOnce(pages)) {
            assertThat(page.statusCode()).isEqualTo(200);
            var policy = NONCE.matcher(
                    page.headers().firstValue("Content-Security-Policy").orElseThrow());
            assertThat(policy.find()).isTrue();
            assertThat(Jsoup.parse(page.body()).select("script[nonce]").eachAttr("nonce"))
                    .isNotEmpty()
                    .containsOnly(policy.group(1));
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(work)) answers.add(answer.get());
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
