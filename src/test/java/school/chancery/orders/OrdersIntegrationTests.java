package school.chancery.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.documents.Documents;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;
import school.chancery.orders.domain.Content;
import school.chancery.orders.domain.Drafting;
import school.chancery.orders.domain.Refusal;

@ChanceryTest
@Import(OrderStory.class)
class OrdersIntegrationTests {
    @Autowired
    private Office office;

    @Autowired
    private Documents documents;

    @Autowired
    private Orders orders;

    @Autowired
    private Drafting drafting;

    private School school;

    @BeforeEach
    void open() {
        school = office.school();
    }

    @Test
    void getsItsNumberOnlyWhenItIsSigned() {
        var order = school.begin("general");
        school.prepare(order);
        assertThat(school.order(order)).containsEntry("status", "FROZEN").containsEntry("number", null);
        school.sign(order);
        assertThat(school.order(order)).containsEntry("status", "REGISTERED").containsEntry("number", "1-О");
        assertThat(school.task(order, "UserTask_SignOrder")).isNull();
    }

    @Test
    void keepsTheExactBytesThatWereSigned() throws IOException {
        var order = school.begin("general");
        school.prepare(order);
        var frozen = school.order(order);
        school.sign(order);
        var signed = school.order(order);
        assertThat(signed.get("original_sha256")).isEqualTo(frozen.get("original_sha256"));
        var hash = school.rows()
                .queryForObject(
                        "select encode(sha256(bytes), 'hex') from documents.files where id = ?",
                        String.class,
                        signed.get("original_id"));
        assertThat(hash).isEqualTo(frozen.get("original_sha256"));
        assertThat(text(signed.get("original_id")))
                .contains("О дежурстве в столовой", "Дежурить по графику", "Уставом образовательной организации")
                .doesNotContain("1-О");
    }

    @Test
    void makesARegisteredCopyWithNumberDateStampAndHash() throws IOException {
        var order = school.registered();
        var row = school.order(order);
        var today = LocalDate.parse(row.get("registered_on").toString());
        assertThat(text(row.get("registered_copy_id")))
                .contains(
                        "№ 1-О",
                        "%02d.%02d.%d".formatted(today.getDayOfMonth(), today.getMonthValue(), today.getYear()))
                .containsIgnoringWhitespaces("ДОКУМЕНТ ПОДПИСАН ПРОСТОЙ ЭЛЕКТРОННОЙ ПОДПИСЬЮ")
                .contains(row.get("original_sha256").toString().substring(0, 32));
    }

    @Test
    void theSignatureNeverStandsOnAPageOfItsOwn() throws IOException {
        var turned = 0;
        for (var lines = 14; lines <= 34; lines++) {
            var body = "Дежурить по графику.\n".repeat(lines) + "Последний пункт.";
            var content = new Content("О дежурстве", "Уставом", body, LocalDate.of(2026, 12, 1), List.of(), List.of());
            var pages = pages(Acting.as(
                    school.director().actor(school.organization()),
                    () -> drafting.preview(school.organization().id(), content)));
            if (pages.size() == 1) continue;
            turned++;
            assertThat(pages).as(lines + " lines").hasSize(2);
            assertThat(pages.get(1)).as(lines + " lines").contains("последний пункт.", "директор");
        }
        assertThat(turned).isPositive();
    }

    private static List<String> pages(byte[] bytes) throws IOException {
        var pages = new ArrayList<String>();
        try (var pdf = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf).toLowerCase(Locale.ROOT));
            }
        }
        return pages;
    }

    @Test
    void refusesToChangeARegisteredOrderEvenAtTheDatabase() {
        var order = school.registered();
        for (var statement : List.of(
                "update orders.orders set title = 'Другой' where id = ?",
                "update orders.orders set number = '7-О' where id = ?",
                "update orders.orders set status = 'DRAFT' where id = ?",
                "delete from orders.orders where id = ?",
                "delete from orders.annexes where order_id = ?",
                "insert into orders.annexes values (?, 9, 'Лишнее', 'Лишнее')",
                "update orders.acquaintances set name = 'Другой' where order_id = ?",
                "update orders.signatures set signer_name = 'Другой' where order_id = ?",
                "delete from orders.signatures where order_id = ?",
                "delete from orders.acknowledgements where order_id = ?")) {
            if (statement.startsWith("delete from orders.annexes")) continue;
            assertThatThrownBy(() -> school.rows().update(statement, order))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(school.order(order)).containsEntry("title", "О дежурстве в столовой");
    }

    @Test
    void refusesToChangeTheTextUnderASigner() {
        var order = school.begin("general");
        school.prepare(order);
        assertThatThrownBy(() -> school.rows().update("update orders.orders set body = 'Иначе' where id = ?", order))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        school.rows().update("update orders.orders set original_sha256 = 'x' where id = ?", order))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void knowsNoRegisteredOrderWithoutNumberDateOrCopy() {
        var order = school.begin("general");
        school.prepare(order);
        for (var left : List.of("number", "registered_on", "registered_copy_id", "signed_at")) {
            assertThatThrownBy(() -> school.rows().update("""
                                    update orders.orders set status = 'REGISTERED', year = 2026, sequence = 1, number = '1-О',
                                        registered_on = current_date, registered_at = now(), signed_at = now(),
                                        registered_copy_id = original_id, %s = null where id = ?""".formatted(left), order))
                    .as(left)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void tellsOthersAboutTheOrder() {
        var order = school.registered();
        var summary = Acting.as(school.secretary().actor(school.organization()), () -> orders.find(order));
        assertThat(summary).get().satisfies(found -> {
            assertThat(found.isRegistered()).isTrue();
            assertThat(found.number()).isEqualTo("1-О");
            assertThat(found.registeredCopyId()).isNotNull();
        });
        assertThat(Acting.as(Actor.PRODUCT, () -> orders.reference(order))).startsWith("приказ № 1-О от ");
    }

    @Test
    void hidesAnOrderFromOtherOrganizations() {
        var order = school.registered();
        var other = office.school();
        assertThat(Acting.as(other.director().actor(other.organization()), () -> orders.find(order)))
                .isEmpty();
        assertThat(other.get(other.director(), "/orders/" + order)).hasStatus(404);
    }

    @Test
    void numbersTheOrdersOfASchoolOneAfterAnother() {
        school.registered();
        var second = office.school();
        assertThat(second.order(second.registered())).containsEntry("number", "1-О");
        assertThat(school.rows()
                        .queryForList(
                                "select number from orders.orders where organization_id = ?",
                                String.class,
                                school.organization().id()))
                .containsExactly("1-О");
    }

    @Test
    void draftsOnceForOneCause() {
        var draft = appointment(UUID.randomUUID());
        var actor = school.deputy().actor(school.organization());
        var first = Acting.as(actor, () -> orders.draft(draft));
        assertThat(Acting.as(actor, () -> orders.draft(draft))).isEqualTo(first);
        assertThat(Acting.as(actor, () -> orders.draft(appointment(UUID.randomUUID()))))
                .isNotEqualTo(first);
    }

    @Test
    void wordsAnAppointmentWithItsNumberedDutiesAnnexed() {
        var actor = school.deputy().actor(school.organization());
        var order = Acting.as(actor, () -> orders.draft(appointment(UUID.randomUUID())));
        var row = school.order(order);
        assertThat(row.get("title"))
                .isEqualTo("О назначении администратора образовательной организации на платформе «Пример»");
        assertThat(row.get("body").toString())
                .contains("1. Возложить с 01.12.2026 обязанности администратора", "Синицына Мария Олеговна, учитель.")
                .contains("2. Утвердить функциональные обязанности № 1")
                .doesNotContain("Освободить", "{");
        var annex = school.rows().queryForMap("select * from orders.annexes where order_id = ?", order);
        assertThat(annex.get("title").toString()).startsWith("Функциональные обязанности № 1");
        assertThat(annex.get("text").toString())
                .contains(
                        "2.4. Администратор на платформе", school.organization().fullName())
                .doesNotContain("{");
    }

    @Test
    void refusesACaseThatLeavesAFieldOut() {
        var actor = school.deputy().actor(school.organization());
        var draft = new OrderDraft(
                school.organization().id(),
                OrderKinds.PLATFORM_ADMINISTRATOR_RELIEF,
                UUID.randomUUID(),
                java.util.Map.of("platform", "Пример"),
                LocalDate.of(2026, 12, 1),
                List.of(new OrderDraft.PersonToAcquaint(school.teacherId(), "Синицына М. О.", "учитель")),
                List.of(),
                school.deputy().id());
        assertThatThrownBy(() -> Acting.as(actor, () -> orders.draft(draft)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("employeeName");
    }

    @Test
    void keepsTheDateThatTheCaseActsOn() {
        var actor = school.deputy().actor(school.organization());
        var order = Acting.as(actor, () -> orders.draft(appointment(UUID.randomUUID())));
        assertThat(Acting.as(actor, () -> drafting.edit(order, content(LocalDate.of(2026, 12, 15)), Map.of(), 0)))
                .contains(Refusal.DATE_OF_CASE);
        assertThat(school.order(order).get("effective_on")).hasToString("2026-12-01");
        assertThat(Acting.as(actor, () -> drafting.edit(order, content(LocalDate.of(2026, 12, 1)), Map.of(), 0)))
                .isEmpty();
        assertThat(school.order(order).get("title")).isEqualTo("О назначении");
    }

    private static Content content(LocalDate effectiveOn) {
        return new Content("О назначении", "Уставом", "1. Назначить.", effectiveOn, List.of(), List.of());
    }

    private OrderDraft appointment(UUID cause) {
        return new OrderDraft(
                school.organization().id(),
                OrderKinds.PLATFORM_ADMINISTRATOR_APPOINTMENT,
                cause,
                java.util.Map.of(
                        "platform", "Пример",
                        "role", "администратора",
                        "employeeName", "Синицына Мария Олеговна",
                        "employeePosition", "учитель"),
                LocalDate.of(2026, 12, 1),
                List.of(new OrderDraft.PersonToAcquaint(school.teacherId(), "Синицына Мария Олеговна", "учитель")),
                List.of(),
                school.deputy().id());
    }

    private String text(Object document) throws IOException {
        var bytes = Acting.as(Actor.PRODUCT, () -> documents.bytes((UUID) document));
        try (var pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
        }
    }
}
