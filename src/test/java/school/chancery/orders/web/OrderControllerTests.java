package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.orders.OrderStory;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;

@ChanceryTest
@Import(OrderStory.class)
class OrderControllerTests {
    private static final String START = "/orders/issue-order/start";

    @Autowired
    private Office office;

    private School school;
    private UUID order;

    @BeforeEach
    void register() {
        school = office.school();
        order = school.registered();
    }

    @Test
    void showsTextFilesSignatureAndAcknowledgements() {
        var page = school.page(school.secretary(), "/orders/" + order);
        var row = school.order(order);
        assertThat(page.select("h1").text()).startsWith("Приказ № 1-О от ");
        assertThat(page.text())
                .contains("О дежурстве в столовой", "Простая электронная подпись", "Синицына Мария Олеговна")
                .contains(row.get("original_sha256").toString());
        assertThat(page.select("a").eachAttr("href"))
                .anyMatch(link -> link.contains(row.get("registered_copy_id").toString()))
                .anyMatch(link -> link.contains(row.get("original_id").toString()))
                .contains("/orders/" + order + "/acknowledgement-sheet");
    }

    @Test
    void isReachedOnlyByThoseWhoMaySeeIt() {
        var other = office.school();
        assertThat(other.get(other.secretary(), "/orders/" + order)).hasStatus(404);
        assertThat(other.get(other.secretary(), "/orders/" + order + "/acknowledgement-sheet"))
                .hasStatus(404);
        assertThat(other.get(
                        other.secretary(), "/documents/" + school.order(order).get("registered_copy_id")))
                .hasStatus(404);
        assertThat(school.get(school.secretary(), "/orders/" + UUID.randomUUID()))
                .hasStatus(404);
        assertThat(other.post(other.secretary(), "/orders/" + order + "/acquaint"))
                .hasStatus(404);
    }

    @Test
    void revokesAnOrderByAnotherThatNamesIt() {
        var revocation = begun("order-revocation");
        assertThat(school.order(revocation))
                .hasEntrySatisfying(
                        "title", title -> assertThat(title.toString()).startsWith("Об отмене приказа от "))
                .containsEntry("target_order_id", order);
        registered(revocation, "title", "Об отмене приказа № 1-О");
        var page = school.page(school.secretary(), "/orders/" + order);
        assertThat(page.text()).contains("утратил силу", "Отменён", "2-О");
        assertThat(page.select("a[href*=order-revocation]")).isEmpty();
        assertThat(school.page(school.secretary(), "/orders/" + revocation).text())
                .contains("Отменяет", "№ 1-О");
        assertThat(school.page(school.secretary(), "/orders")
                        .select(".mark.bad")
                        .text())
                .contains("утратил силу");
    }

    @Test
    void cannotEndAnOrderTwice() {
        var one = begun("order-revocation");
        var other = begun("order-supersession");
        registered(one);
        prepare(other);
        var answer = school.sign(other);
        assertThat(answer).hasStatusOk();
        assertThat(School.parsed(answer).select(".errors").text()).contains("уже утратил силу");
        assertThat(school.order(other)).containsEntry("status", "FROZEN");
        assertThat(School.parsed(start("order-revocation", order))
                        .select(".errors")
                        .text())
                .contains("нельзя начать");
    }

    @Test
    void mayBeAmendedMoreThanOnce() {
        registered(begun("order-amendment"));
        registered(begun("order-amendment"));
        var page = school.page(school.secretary(), "/orders/" + order);
        assertThat(page.text()).contains("Изменён").doesNotContain("утратил силу");
    }

    @Test
    void asksEverybodyAgainWhomTheFormerVersionConcerned() {
        var version = begun("order-supersession");
        assertThat(school.rows()
                        .queryForList(
                                "select person_id from orders.acquaintances where order_id = ?", UUID.class, version))
                .containsExactly(school.teacherId());
        registered(version);
        assertThat(school.rows()
                        .queryForObject(
                                "select count(*) from orders.acknowledgements where person_id = ?",
                                Integer.class,
                                school.teacherId()))
                .isEqualTo(2);
    }

    @Test
    void namesOnlyARegisteredOrderOfItsOwnSchool() {
        var draft = school.rows().queryForObject("select gen_random_uuid()", UUID.class);
        assertThat(School.parsed(start("order-revocation", order)).select(".errors"))
                .isEmpty();
        assertThat(start("order-revocation", draft)).hasStatus(404);
        var other = office.school();
        assertThat(other.post(
                        other.deputy(),
                        START,
                        "formId",
                        UUID.randomUUID().toString(),
                        "kind",
                        "order-revocation",
                        "target",
                        order.toString()))
                .hasStatus(404);
        assertThat(School.parsed(start("general", order)).select(".errors").text())
                .contains("нельзя начать");
    }

    private UUID begun(String kind) {
        assertThat(start(kind, order)).hasStatus3xxRedirection();
        return school.rows()
                .queryForObject(
                        "select id from orders.orders where organization_id = ? and kind = ? order by created_at desc limit 1",
                        UUID.class,
                        school.organization().id(),
                        kind);
    }

    private MvcTestResult start(String kind, UUID target) {
        return school.post(
                school.deputy(),
                START,
                "formId",
                UUID.randomUUID().toString(),
                "kind",
                kind,
                "target",
                target.toString());
    }

    private void prepare(UUID draft, String... more) {
        school.prepare(draft, more.length == 0 ? new String[] {"title", "О прежнем приказе"} : more);
    }

    private void registered(UUID draft, String... more) {
        prepare(draft, more);
        assertThat(school.sign(draft)).hasStatus3xxRedirection();
        assertThat(List.of("REGISTERED"))
                .contains(school.order(draft).get("status").toString());
    }
}
