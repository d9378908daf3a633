package school.chancery.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import school.chancery.people.GuardianCard;
import school.chancery.people.NewGuardian;
import school.chancery.people.NewPupil;
import school.chancery.people.PersonName;
import school.chancery.people.Persons.Alike;
import school.chancery.people.PupilCard;

/** Personal file numbers, the alphabet book, duplicates: the rules that the tables keep by themselves. */
class PupilBooksIntegrationTests {
    private PeopleHouse house;

    @BeforeEach
    void build() {
        house = new PeopleHouse();
    }

    @Test
    void numbersPersonalFilesByTheFirstLetterOfTheFamilyName() {
        var first = house.pupil(house.school, "Воробьёва", "Анна");
        var second = house.pupil(house.school, "Власов", "Пётр");
        var third = house.pupil(house.school, "Ёлкин", "Иван");
        var elsewhere = house.pupil(house.other, "Волков", "Иван");
        assertThat(number(first)).isEqualTo("В/1");
        assertThat(number(second)).isEqualTo("В/2");
        assertThat(number(third)).isEqualTo("Е/1");
        assertThat(number(elsewhere)).isEqualTo("В/1");
    }

    @Test
    void numbersAWholeListInTheOrderOfTheAlphabet() {
        house.owner.sql("""
                        with persons as (insert into people.persons (id, family, given)
                            select gen_random_uuid(), f, 'Анна' from unnest(array['Вишнёва', 'Быкова', 'Белова', 'Ваганова']) f
                            returning id)
                        insert into people.pupils (id, organization_id, person_id, admitted_on)
                        select gen_random_uuid(), ?, id, '2026-09-01' from persons
                        """).param(house.school).update();
        assertThat(house.owner
                        .sql(
                                "select p.file_number || ' ' || n.family from people.pupils p join people.persons n on n.id = p.person_id order by p.file_letter, p.file_sequence")
                        .query(String.class)
                        .list())
                .containsExactly("Б/1 Белова", "Б/2 Быкова", "В/1 Ваганова", "В/2 Вишнёва");
    }

    @Test
    void keepsANumberThatComesWithThePupilAndGoesOnAfterIt() {
        var person = house.person("Громова", "Анна", null, null);
        house.owner
                .sql(
                        "insert into people.pupils (id, organization_id, person_id, admitted_on, file_letter, file_sequence) values (gen_random_uuid(), ?, ?, '2025-09-01', 'Г', 41)")
                .params(house.school, person)
                .update();
        assertThat(number(house.pupil(house.school, "Гусев", "Пётр"))).isEqualTo("Г/42");
    }

    @Test
    void noTwoFilesHaveOneNumber() {
        house.pupil(house.school, "Дёмина", "Анна");
        var another = house.person("Дубова", "Анна", null, null);
        assertThatThrownBy(() -> house.owner
                        .sql(
                                "insert into people.pupils (id, organization_id, person_id, admitted_on, file_letter, file_sequence) values (gen_random_uuid(), ?, ?, '2025-09-01', 'Д', 1)")
                        .params(house.school, another)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("uq_pupils_organization_id_file_number");
    }

    @Test
    void twoSecretariesAtOnceNeverGiveOneNumber() throws Exception {
        var workers = Executors.newFixedThreadPool(8);
        var admissions = new ArrayList<Callable<UUID>>();
        for (var i = 0; i < 64; i++) admissions.add(() -> house.pupil(house.school, "Жуков", "Иван"));
        for (var admitted : workers.invokeAll(admissions)) admitted.get();
        workers.shutdown();
        assertThat(house.owner
                        .sql(
                                "select count(distinct file_sequence) = 64 and max(file_sequence) = 64 from people.pupils where file_letter = 'Ж'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aNewFamilyNameIsFoundAndTheFileKeepsItsNumber() {
        var person = house.person("Зайцева", "Анна", null, null);
        var pupil = house.pupil(house.school, person);
        house.owner
                .sql("update people.persons set family = 'Королёва' where id = ?")
                .param(person)
                .update();
        assertThat(house.owner
                        .sql("select search_text from people.pupils where id = ?")
                        .param(pupil)
                        .query(String.class)
                        .single())
                .isEqualTo("королева анна з/1");
    }

    @Test
    void admitsOnceAndReleasesOnce() {
        var person = house.person("Исаев", "Иван", "Ильич", LocalDate.of(2016, 5, 4));
        var pupil = new NewPupil(UUID.randomUUID(), house.school, person, LocalDate.of(2026, 9, 1));
        var entries = new ArrayList<String>();
        var register = new PupilRegister(house.app, entry -> entries.add(entry.action()));
        var card = house.as(house.school, () -> {
            register.admit(pupil);
            register.admit(pupil);
            register.release(pupil.id(), LocalDate.of(2026, 10, 31));
            register.release(pupil.id(), LocalDate.of(2026, 11, 30));
            return register.find(pupil.id()).orElseThrow();
        });
        assertThat(card)
                .returns(LocalDate.of(2026, 10, 31), PupilCard::leftOn)
                .returns("И/1", PupilCard::fileNumber)
                .returns("Исаев Иван Ильич", found -> found.name().full());
        assertThat(entries).containsExactly("people.pupil-admitted", "people.pupil-released");
        assertThat(house.as(house.other, () -> register.find(pupil.id()))).isEmpty();
    }

    @Test
    void nobodyIsAPupilOfOneSchoolTwiceAtATime() {
        var person = house.person("Ким", "Ира", null, null);
        house.pupil(house.school, person);
        assertThatThrownBy(() -> house.pupil(house.school, person))
                .hasMessageContaining("uq_pupils_organization_id_person_id");
    }

    @Test
    void namesThoseWhoAnswerForTheChildMotherFirst() {
        var pupil = house.pupil(house.school, "Ларина", "Таня");
        guardian(house.school, pupil, house.person("Ларин", "Дмитрий", null, null), "GRANDFATHER");
        guardian(house.school, pupil, house.person("Ларина", "Полина", null, null), "MOTHER");
        var register = new PupilRegister(house.app, entry -> {});
        assertThat(house.as(house.school, () -> register.guardians(pupil)))
                .extracting(GuardianCard::kinship)
                .containsExactly(GuardianCard.Kinship.MOTHER, GuardianCard.Kinship.GRANDFATHER);
        assertThat(house.as(house.other, () -> register.guardians(pupil))).isEmpty();
    }

    @Test
    void aGuardianIsAddedOnce() {
        var pupil = house.pupil(house.school, "Носова", "Анна");
        var mother =
                new NewGuardian(pupil, house.person("Носова", "Ольга", null, null), GuardianCard.Kinship.MOTHER, true);
        var entries = new ArrayList<String>();
        var register = new PupilRegister(house.app, entry -> entries.add(entry.action()));
        house.as(house.school, () -> {
            register.addGuardian(mother);
            register.addGuardian(mother);
            return null;
        });
        assertThat(house.as(house.school, () -> register.guardians(pupil))).hasSize(1);
        assertThat(entries).containsExactly("people.guardian-added");
    }

    @Test
    void nobodyAnswersForAChildOfAnotherSchool() {
        var pupil = house.pupil(house.school, "Мохова", "Анна");
        var person = house.person("Мохов", "Олег", null, null);
        assertThatThrownBy(() -> guardian(house.other, pupil, person, "FATHER"))
                .hasMessageContaining("fk_guardians_pupil_id_organization_id");
    }

    @Test
    void findsWhoIsThereAlreadyHoweverTheNameIsWritten() {
        house.pupil(house.school, house.person("Семёнова", "Алёна", "Петровна", LocalDate.of(2014, 2, 3)));
        assertThat(alike("СЕМЕНОВА", "Алена", "Петровна", null))
                .first()
                .matches(Alike::isNamesake, "the same words whatever their dots and capitals");
        assertThat(alike("Алёна", "Петровна", "Семёнова", null)).first().matches(Alike::isNamesake, "in another order");
        assertThat(alike("Семенова", "Алёна", "Петрвна", null)).first().matches(found -> !found.isNamesake());
        assertThat(alike("Сенова", "Алена", "Петровна", LocalDate.of(2014, 2, 3)))
                .hasSize(1);
        assertThat(alike("Тимофеев", "Олег", "Олегович", LocalDate.of(2014, 2, 3)))
                .isEmpty();
    }

    @Test
    void doesNotTellOneSchoolWhoLearnsInAnother() {
        house.pupil(house.other, house.person("Уварова", "Анна", "Ивановна", null));
        assertThat(alike("Уварова", "Анна", "Ивановна", null)).isEmpty();
    }

    private List<Alike> alike(String family, String given, String patronymic, LocalDate bornOn) {
        var register = new PersonRegister(house.app, entry -> {});
        return house.as(house.school, () -> register.alike(new PersonName(family, given, patronymic), bornOn));
    }

    private void guardian(UUID organization, UUID pupil, UUID person, String kinship) {
        house.owner
                .sql("insert into people.guardians (pupil_id, person_id, organization_id, kinship) values (?, ?, ?, ?)")
                .params(pupil, person, organization, kinship)
                .update();
    }

    private String number(UUID pupil) {
        return house.owner
                .sql("select file_number from people.pupils where id = ?")
                .param(pupil)
                .query(String.class)
                .single();
    }
}
