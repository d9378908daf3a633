package school.chancery.mail.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.mail.MailState.Status;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.OutgoingMail.Attachment;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

@ChanceryTest
@Import(DemoMailboxTests.Demo.class)
class DemoMailboxTests {
    private final String platform = "platform-" + UUID.randomUUID() + "@platform.example";
    private Organization school;
    private TestPerson administrator;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void employ(@Autowired Organizations organizations, @Autowired Accounts accounts, @Autowired Roles roles) {
        var register = new TestOrganizations(organizations);
        school = register.school(register.office());
        administrator = new TestPeople(accounts, roles).person(school, Role.PLATFORM_ADMINISTRATOR);
    }

    @Test
    void aMailGoesOutIsReadAnsweredAndComesBackToItsCase() throws Exception {
        var mail = owe();
        run("outboxSender", "sendDue");
        assertThat(Acting.as(Actor.PRODUCT, () -> outbox.state(mail))
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.SENT);

        var link = page(get("/demo/mailbox"))
                .select("tbody tr:contains(" + platform + ") a")
                .attr("href");
        var open = page(get(link));
        assertThat(open.select("h1").text()).isEqualTo("Заявка [ШК-000777]");
        assertThat(open.select(".plain-text").text()).isEqualTo("Добрый день!");
        assertThat(open.select("dl.facts").text()).contains("приказ № 1.pdf");

        assertThat(page(post(link, "")).select("#field-text .error .message").text())
                .isNotBlank();
        assertThat(post(link, "Зарегистрировано <b>.")).hasRedirectedUrl("/demo/mailbox");
        run("inboundPoll", "poll");
        var replies = Acting.as(administrator.actor(school), () -> outbox.replies(mail));
        assertThat(replies).hasSize(1);
        assertThat(replies.get(0).text()).isEqualTo("Зарегистрировано <b>.");
        assertThat(replies.get(0).from()).isEqualTo(platform);
    }

    @Test
    void aMailThatIsNotThereIsNotFound() {
        assertThat(get("/demo/mailbox/nobody@else.example/1")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/demo/mailbox/nobody@else.example/1", "да")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/demo/mailbox/nobody@else.example/x")).hasStatus4xxClientError();
    }

    private UUID owe() {
        var mail = new OutgoingMail(
                school.id(),
                "a",
                platform,
                "Заявка",
                "Добрый день!",
                "ШК-000777",
                List.of(new Attachment("приказ № 1.pdf", "application/pdf", new byte[] {1})));
        return Acting.as(administrator.actor(school), () -> transaction.execute(status -> outbox.owe(mail)));
    }

    // As the schedules do.
    private void run(String bean, String method) {
        ReflectionTestUtils.invokeMethod(context.getBean(bean), method);
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(administrator.in(school)).exchange();
    }

    private MvcTestResult post(String uri, String text) {
        return mvc.post()
                .uri(uri)
                .param("text", text)
                .with(administrator.in(school))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static Document page(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString(UTF_8));
    }

    static class Demo {
        @Bean
        @Primary
        DemoMailServer demoMailServer() {
            return new DemoMailServer();
        }

        @Bean
        DemoMailboxController demoMailboxController(DemoMailServer server) {
            return new DemoMailboxController(server);
        }
    }
}
