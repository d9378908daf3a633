package school.chancery.people.domain;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.PdfRenderer;
import school.chancery.organization.Organizations;
import school.chancery.people.PupilClasses;

/** Gathers what is kept about a person in one organization (152-ФЗ ст. 14). */
@Service
@Transactional
public class SubjectExport {
    private final JdbcClient jdbc;
    private final ObjectProvider<PupilClasses> classes;
    private final Organizations organizations;
    private final PdfRenderer renderer;
    private final Audit audit;

    SubjectExport(
            JdbcClient jdbc,
            ObjectProvider<PupilClasses> classes,
            Organizations organizations,
            PdfRenderer renderer,
            Audit audit) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.organizations = organizations;
        this.renderer = renderer;
        this.audit = audit;
    }

    /** Empty when the actor sees no such person; each export is a line of the audit. */
    public Optional<SubjectData> of(UUID organizationId, UUID personId) {
        var data = jdbc.sql(
                        "select family, given, patronymic, born_on, sex, email, phone from people.persons where id = ?")
                .param(personId)
                .query((row, i) -> data(row, organizationId, personId))
                .optional();
        if (data.isPresent())
            audit.record(AuditEntry.of("people.subject-data-exported", organizationId, "person", personId));
        return data;
    }

    public byte[] pdf(SubjectData data, String title) {
        return renderer.render("people/print/subject", title, Map.of("data", data), RUSSIAN);
    }

    private SubjectData data(ResultSet row, UUID organization, UUID person) throws SQLException {
        return new SubjectData(
                organizations.require(organization).fullName(),
                organizations.today(organization),
                PersonRegister.name(row).full(),
                row.getObject("born_on", LocalDate.class),
                row.getString("sex"),
                row.getString("email"),
                row.getString("phone"),
                work(organization, person),
                study(organization, person),
                kinships(organization, person),
                consents(organization, person),
                papers(organization, person),
                requests(organization, person));
    }

    private List<SubjectData.Work> work(UUID organization, UUID person) {
        return jdbc.sql("""
                        select s.position, s.hired_on, s.dismissed_on, s.education,
                               array(select o.name from people.teaching_subjects t join organization.subjects o
                                   on o.organization_id = t.organization_id and o.code = t.subject
                                   where t.staff_id = s.id order by o.name) as subjects
                        from people.staff s where s.organization_id = ? and s.person_id = ? order by s.hired_on
                        """)
                .params(organization, person)
                .query((row, i) -> new SubjectData.Work(
                        row.getString("position"),
                        row.getObject("hired_on", LocalDate.class),
                        row.getObject("dismissed_on", LocalDate.class),
                        row.getString("education"),
                        List.of((String[]) row.getArray("subjects").getArray())))
                .list();
    }

    private List<SubjectData.Study> study(UUID organization, UUID person) {
        var teller = classes.getIfAvailable();
        return jdbc.sql("select id, file_number, admitted_on, left_on from people.pupils"
                        + " where organization_id = ? and person_id = ? order by admitted_on")
                .params(organization, person)
                .query((row, i) -> new SubjectData.Study(
                        row.getString("file_number"),
                        row.getObject("admitted_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        teller == null ? List.of() : teller.history(row.getObject("id", UUID.class))))
                .list();
    }

    // Of the children nothing but the kinship: they are other people.
    private List<String> kinships(UUID organization, UUID person) {
        return jdbc.sql(
                        "select kinship from people.guardians where organization_id = ? and person_id = ? order by kinship")
                .params(organization, person)
                .query(String.class)
                .list();
    }

    private List<SubjectData.GivenConsent> consents(UUID organization, UUID person) {
        return jdbc.sql("""
                        select t.title, t.revision, c.scope, c.given_on, c.withdrawn_on
                        from people.consents c join people.consent_texts t on t.id = c.text_id
                        where c.organization_id = ? and (c.person_id = ? or c.given_by_id = ?) order by c.given_on
                        """)
                .params(organization, person, person)
                .query(SubjectData.GivenConsent.class)
                .list();
    }

    private List<SubjectData.FiledPaper> papers(UUID organization, UUID person) {
        return jdbc.sql("""
                        select f.title, f.number, f.issued_on, f.added_on, f.document_id is not null as scanned
                        from people.file_papers f
                        left join people.staff s on s.id = f.staff_id left join people.pupils p on p.id = f.pupil_id
                        where f.organization_id = ? and coalesce(s.person_id, p.person_id) = ? and f.removed_on is null
                        order by f.added_on, f.title
                        """)
                .params(organization, person)
                .query(SubjectData.FiledPaper.class)
                .list();
    }

    private List<SubjectData.Asked> requests(UUID organization, UUID person) {
        return jdbc.sql("select kind, received_on, due_on, state from people.data_requests"
                        + " where organization_id = ? and person_id = ? order by received_on")
                .params(organization, person)
                .query(SubjectData.Asked.class)
                .list();
    }
}
