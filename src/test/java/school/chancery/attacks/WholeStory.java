package school.chancery.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import school.chancery.mail.MailSettled;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** An appointment and the registration after it, from the proposal to the structure. */
final class WholeStory {
    private static final String FORMS = "/platform/register-organization/";
    private final SchoolStory story;
    private final Employee administrator;

    WholeStory(SchoolStory story) {
        this.story = story;
        this.administrator = story.deputy;
    }

    void run() {
        story.appointed(administrator);
        story.post(
                administrator, FORMS + "start", "platformId", story.platform().toString());
        fill(administrator, "UserTask_PrepareApplication", "prepare-application");
        done(story.director, "UserTask_ApproveApplication", "approve-application", "approval", "APPROVE");
        story.run("SendTask_SendApplication");
        mailSettled();
        var today = story.today().toString();
        done(story.secretary, "UserTask_RecordReply", "record-reply", "reply", "REGISTERED", "repliedOn", today);
        done(
                administrator,
                "UserTask_ActivateAdministrator",
                "activate-administrator",
                "phone",
                administrator.phone(),
                "activatedOn",
                today);
        fill(administrator, "UserTask_FillProfile", "fill-profile");
        structure();
        assertThat(story.state("applications")).isEqualTo("BUILT");
    }

    private void fill(Employee who, String element, String form) {
        done(
                who,
                element,
                form,
                "fullName",
                "Муниципальное общеобразовательное учреждение",
                "shortName",
                "МОУ",
                "inn",
                "6900123454",
                "ogrn",
                "1026900000126",
                "address",
                "г. Приморск, ул. Мира, д. 1",
                "head",
                story.director.name(),
                "email",
                "office@school.example",
                "phone",
                "8 (4822) 32-00-00",
                "contactName",
                who.name(),
                "contactEmail",
                email(who),
                "contactPhone",
                who.phone());
    }

    private String email(Employee who) {
        return story.rows()
                .sql("select email from people.persons where id = ?")
                .param(who.personId())
                .query(String.class)
                .single();
    }

    private void done(Employee who, String element, String form, String... values) {
        assertThat(story.submit(who, element, FORMS + form, values)).as(element).hasStatus3xxRedirection();
    }

    private void mailSettled() {
        var mail = story.rows()
                .sql("select id, key from mail.outbox where organization_id = ? and key like 'platform.application%'")
                .param(story.school.id())
                .query((row, n) ->
                        new MailSettled(row.getObject("id", UUID.class), story.school.id(), row.getString("key"), true))
                .single();
        story.happens(mail);
        story.deliverFacts();
    }

    private void structure() {
        var values = new ArrayList<String>();
        story.rows()
                .sql("select id from platform.structure_units where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .list()
                .forEach(unit -> values.addAll(List.of("unit-" + unit, "id-" + unit)));
        assertThat(story.submit(
                        administrator,
                        "UserTask_CreateStructure",
                        "/platform/build-structure/create-structure",
                        values.toArray(String[]::new)))
                .hasStatus3xxRedirection();
    }
}
