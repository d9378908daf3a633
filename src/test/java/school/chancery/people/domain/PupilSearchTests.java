package school.chancery.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import school.chancery.people.PupilCard;
import school.chancery.people.domain.PupilSearch.Wanted;

/** Finding a pupil among many, as people spell. */
class PupilSearchTests {
    private static PeopleHouse house;
    private static UUID vorobyova;

    @BeforeAll
    static void build() {
        house = new PeopleHouse();
        vorobyova = pupil("Воробьёва", "Алёна", "Сергеевна");
        pupil("Воробьёв", "Пётр", "Ильич");
        pupil("Скворцова", "Алина", "Петровна");
        pupil("Чижова", "Анна", "Петровна");
        house.pupil(house.other, "Воробьёва", "Анна");
        var gone = pupil("Уехалов", "Иван", "Иванович");
        house.owner
                .sql("update people.pupils set left_on = '2026-01-31' where id = ?")
                .param(gone)
                .update();
    }

    @Test
    void findsByAnyPartOfTheNameInAnyOrder() {
        assertThat(found("вороб")).containsExactly("Воробьёв", "Воробьёва");
        assertThat(found("петр вороб")).containsExactly("Воробьёв");
        assertThat(found("петровна")).containsExactly("Скворцова", "Чижова");
        assertThat(found("")).containsExactly("Воробьёв", "Воробьёва", "Скворцова", "Чижова");
    }

    @Test
    void takesNoNoticeOfDotsAndCapitals() {
        assertThat(found("ВОРОБЬЕВА алена")).containsExactly("Воробьёва");
        assertThat(found("воробьёва алёна")).containsExactly("Воробьёва");
    }

    @Test
    void findsByTheNumberOfThePersonalFile() {
        assertThat(found("В/1")).containsExactly("Воробьёва");
        assertThat(found("в/2")).containsExactly("Воробьёв");
        // The index writes ч as 1: nobody is found by that.
        assertThat(found("1ижова")).isEmpty();
    }

    @Test
    void theIndexKnowsNoRussianLettersButTheirCodes() {
        var trigrams = "select cardinality(people.show_trgm(%s))";
        assertThat(count(trigrams.formatted("'крюков'"))).isZero();
        assertThat(count(trigrams.formatted("people.code('крюков')"))).isPositive();
    }

    @Test
    void takesSignsOfPatternsAsTheyStand() {
        for (var text : List.of("%", "_", "\\", "' or true --", "%%", "\\%"))
            assertThat(found(text)).as(text).isEmpty();
    }

    @Test
    void showsWhoLeftOnlyWhenAskedForEverybody() {
        assertThat(found("уехалов")).isEmpty();
        assertThat(families(find("уехалов", null, null, "name,asc", 0, 20))).containsExactly("Уехалов");
    }

    @Test
    void findsInAClassOnly() {
        assertThat(families(find("вороб", List.of(vorobyova), PeopleHouse.DAY, "name,asc", 0, 20)))
                .containsExactly("Воробьёва");
        assertThat(find("", List.of(), PeopleHouse.DAY, "name,asc", 0, 20)).isEmpty();
    }

    @Test
    void sortsAndTurnsPages() {
        assertThat(families(find("", null, PeopleHouse.DAY, "name,desc", 0, 3)))
                .containsExactly("Чижова", "Скворцова", "Воробьёва");
        var second = find("", null, PeopleHouse.DAY, "name,asc", 1, 3);
        assertThat(families(second)).containsExactly("Чижова");
        assertThat(second.getTotalElements()).isEqualTo(4);
        assertThat(families(find("", null, PeopleHouse.DAY, "file,asc", 0, 20))).startsWith("Воробьёва", "Воробьёв");
        // Whatever else is asked to be sorted by is the order of names.
        assertThat(families(find("", null, PeopleHouse.DAY, "born_on; drop table x", 0, 20)))
                .startsWith("Воробьёв", "Воробьёва");
    }

    @Test
    void findsNobodyOfAnotherSchoolWhoeverIsAskedFor() {
        var search = new PupilSearch(house.app);
        var wanted = new Wanted(house.other, "вороб", null, PeopleHouse.DAY, "name,asc");
        var asStranger = house.as(house.school, () -> search.find(wanted, PageRequest.of(0, 20)));
        assertThat(asStranger.getTotalElements()).isZero();
        assertThat(asStranger).isEmpty();
        assertThat(house.as(house.other, () -> search.find(wanted, PageRequest.of(0, 20))))
                .hasSize(1);
    }

    private static int count(String sql) {
        return house.owner.sql(sql).query(Integer.class).single();
    }

    private static List<String> found(String text) {
        return families(find(text, null, PeopleHouse.DAY, "name,asc", 0, 20));
    }

    private static Page<PupilCard> find(
            String text, @Nullable List<UUID> among, @Nullable LocalDate on, String sorting, int page, int size) {
        var wanted = new Wanted(house.school, text, among, on, sorting);
        var search = new PupilSearch(house.app);
        return house.as(house.school, () -> search.find(wanted, PageRequest.of(page, size)));
    }

    private static List<String> families(Page<PupilCard> page) {
        return page.stream().map(card -> card.name().family()).toList();
    }

    private static UUID pupil(String family, String given, String patronymic) {
        return house.pupil(house.school, house.person(family, given, patronymic, LocalDate.of(2014, 1, 1)));
    }
}
