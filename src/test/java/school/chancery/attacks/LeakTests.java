package school.chancery.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import school.chancery.ChanceryTest;
import school.chancery.platform.SchoolStory;

/** What the register knows of people stays where it belongs while an appointment and a registration go to their end. */
@ChanceryTest
class LeakTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<CanarySource> sources;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private SchoolStory story;
    private List<Canary> canaries;

    @BeforeEach
    void bringTheCasesToTheirEnd() {
        story = new SchoolStory(context);
        canaries =
                sources.stream().flatMap(source -> source.plant(story).stream()).toList();
        log.start();
        root.addAppender(log);
        new WholeStory(story).run();
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void nothingAboutPeopleTurnsUpWhereItDoesNotBelong() {
        var leaks = new ArrayList<String>();
        Viewers.of(story).forEach((name, viewer) -> leaks.addAll(shown(name, viewer)));
        leaks.addAll(shown("foreign director", Viewers.foreignDirector(context)));
        leaks.addAll(kept("engine"));
        leaks.addAll(kept("audit"));
        leaks.addAll(kept("workflow"));
        log.list.forEach(event -> leaks.addAll(found("log " + event.getLoggerName(), "", told(event))));
        leaks.addAll(mailedToOthers());
        assertThat(leaks).isEmpty();
    }

    /** A search that finds nothing must be one that could. */
    @Test
    void theSearchFindsWhatMayBeSeen() {
        var office = shown("nobody in particular", Viewers.of(story).get("secretary"));
        assertThat(office).anyMatch(leak -> leak.contains("name of")).anyMatch(leak -> leak.contains("phone of"));
        LoggerFactory.getLogger("trial").info("{}", story.deputy.name());
        assertThat(log.list.stream().flatMap(event -> found("log", "", told(event)).stream()))
                .isNotEmpty();
        assertThat(kept("people")).anyMatch(leak -> leak.contains("birth of"));
        assertThat(kept("mail")).anyMatch(leak -> leak.contains("phone of"));
    }

    private List<String> shown(String name, Viewers.Viewer viewer) {
        var leaks = new ArrayList<String>();
        var ids = new Ids(story.rows(), story.school.id());
        var paths = Target.all(mapping).stream()
                .filter(Target::isReading)
                .flatMap(target -> ids.all(target.pattern()).stream())
                .toList();
        for (var path : paths) leaks.addAll(seen(name, viewer, path));
        for (var path : Viewers.ENGINE) leaks.addAll(seen(name, viewer, path));
        return leaks;
    }

    private List<String> seen(String name, Viewers.Viewer viewer, String path) {
        if (viewer.mayReadNamesAt(path)) return List.of();
        var answer = story.get(viewer.person(), viewer.organization(), path).getResponse();
        return found(name, path, text(answer));
    }

    private List<String> found(String viewer, String where, String text) {
        return canaries.stream()
                .filter(canary -> !canary.seenBy().contains(viewer) && canary.isIn(text))
                .map(canary -> canary.about() + " for " + viewer + " at " + where)
                .toList();
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            if (!String.valueOf(answer.getContentType()).contains("pdf"))
                return answer.getContentAsString(StandardCharsets.UTF_8);
            try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
                return new PDFTextStripper().getText(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : thrown.getMessage());
    }

    /** Each row of each table of the schema, as text; bytes are looked through as well. */
    private List<String> kept(String schema) {
        return story
                .rows()
                .sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = ? order by 1")
                .param(schema)
                .query(String.class)
                .list()
                .stream()
                .filter(table -> holds(table, canaries))
                .flatMap(table -> canaries.stream()
                        .filter(canary -> holds(table, List.of(canary)))
                        .map(canary -> canary.about() + " in " + table))
                .toList();
    }

    private boolean holds(String table, List<Canary> any) {
        var patterns = any.stream()
                .flatMap(canary -> canary.spellings().stream())
                .flatMap(spelling -> Stream.of(
                        "%" + spelling + "%",
                        "%" + HexFormat.of().formatHex(spelling.getBytes(StandardCharsets.UTF_8)) + "%"))
                .toArray(String[]::new);
        return story.rows()
                .sql("select exists (select from " + table + " t where t::text like any (?))")
                .param(patterns)
                .query(Boolean.class)
                .single();
    }

    private List<String> mailedToOthers() {
        return story
                .rows()
                .sql("select subject || ' ' || body from mail.outbox where organization_id in (?, ?)"
                        + " and key not like 'platform.application%'")
                .params(story.school.id(), story.office.id())
                .query(String.class)
                .list()
                .stream()
                .flatMap(mail -> found("mail", "", mail).stream())
                .toList();
    }
}
