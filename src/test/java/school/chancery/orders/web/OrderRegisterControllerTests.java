package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import school.chancery.ChanceryTest;
import school.chancery.orders.OrderStory;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;

@ChanceryTest
@Import(OrderStory.class)
class OrderRegisterControllerTests {
    @Autowired
    private Office office;

    private School school;

    @BeforeEach
    void fill() {
        school = office.school();
        historical("01-05-034", "2023-01-09", "general", "О приёме функциональных обязанностей");
        historical("199", "2023-08-30", "local-act-approval", "Об утверждении Положения о платформе");
        historical("12-л", "2024-02-01", "personnel", "О приёме на работу 100%");
    }

    @Test
    void listsTheNewestOrderFirst() {
        assertThat(numbers("/orders")).containsExactly("12-л", "199", "01-05-034");
    }

    @Test
    void findsByNumberAndTitleInAnyLetterCase() {
        assertThat(numbers("/orders?text=05-03")).containsExactly("01-05-034");
        assertThat(numbers("/orders?text=ПОЛОЖЕНИЯ")).containsExactly("199");
        assertThat(numbers("/orders?text=100%25")).containsExactly("12-л");
        assertThat(numbers("/orders?text=_____")).isEmpty();
        assertThat(numbers("/orders?text=нет%20такого")).isEmpty();
    }

    @Test
    void narrowsByKindSeriesStatusAndDates() {
        assertThat(numbers("/orders?kind=personnel")).containsExactly("12-л");
        assertThat(numbers("/orders?series=MAIN")).containsExactly("199", "01-05-034");
        assertThat(numbers("/orders?from=2023-08-30&to=2023-12-31")).containsExactly("199");
        assertThat(numbers("/orders?status=DRAFT")).isEmpty();
    }

    @Test
    void sortsByWhatItKnowsAndByNothingElse() {
        assertThat(numbers("/orders?sort=date,asc")).containsExactly("01-05-034", "199", "12-л");
        assertThat(numbers("/orders?sort=title,asc")).containsExactly("12-л", "01-05-034", "199");
        assertThat(numbers("/orders?sort=number,desc")).containsExactly("12-л", "199", "01-05-034");
        assertThat(numbers("/orders?sort=kind,asc")).hasSize(3);
        assertThat(numbers("/orders?sort=id;drop%20table%20orders.orders,asc")).hasSize(3);
    }

    @Test
    void readsNonsenseInItsAddressAsNothing() {
        for (var nonsense :
                List.of("page=-1", "page=x", "page=99999999999", "from=x", "series=X", "status=X", "sort=,")) {
            assertThat(school.get(school.secretary(), "/orders?" + nonsense)).hasStatusOk();
        }
    }

    @Test
    void turnsPages() {
        var rows = school.rows();
        rows.update("""
                insert into orders.orders (id, version, organization_id, kind, series, status, caused_by,
                    initiator_account_id, created_at, title, legal_basis, body, effective_on)
                select gen_random_uuid(), 0, ?, 'general', 'MAIN', 'DRAFT', gen_random_uuid(), gen_random_uuid(), now(),
                    'Проект ' || n, '', '', '2026-12-01' from generate_series(1, 60) n""", school.organization().id());
        assertThat(school.page(school.secretary(), "/orders").select("tbody tr"))
                .hasSize(25);
        assertThat(school.page(school.secretary(), "/orders?page=2").select("tbody tr"))
                .hasSize(13);
        assertThat(school.page(school.secretary(), "/orders?page=2").text())
                .contains("Страница 3 из 3, всего записей: 63");
        assertThat(school.page(school.secretary(), "/orders?page=50").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void showsNothingOfOtherSchools() {
        var other = office.school();
        assertThat(other.page(other.director(), "/orders").select("tbody tr")).isEmpty();
    }

    @Test
    void speaksEnglishToo() {
        assertThat(school.page(school.secretary(), "/orders?lang=en").text()).contains("Order register", "Status");
    }

    private List<String> numbers(String path) {
        return school.page(school.secretary(), path).select("tbody tr th").eachText();
    }

    private void historical(String number, String on, String kind, String title) {
        school.post(
                school.secretary(),
                "/orders/historical",
                OrderStory.scan("scan"),
                "formId",
                UUID.randomUUID().toString(),
                "kind",
                kind,
                "number",
                number,
                "registeredOn",
                on,
                "title",
                title);
    }
}
