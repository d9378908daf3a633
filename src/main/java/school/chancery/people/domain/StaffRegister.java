package school.chancery.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.Contacts;
import school.chancery.people.PersonName;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;

@Service
@Transactional(readOnly = true)
class StaffRegister implements Staff {
    static final String MEMBERS = """
            select s.id, s.person_id, s.organization_id, p.family, p.given, p.patronymic, s.position, s.category,
                   s.education, s.management_experience, s.hired_on, s.dismissed_on,
                   exists (select from people.teaching_subjects t
                           where t.staff_id = s.id and t.subject = 'informatics') as teaches_informatics
            from people.staff s join people.persons p on p.id = s.person_id
            """;
    static final String EMPLOYED = " where s.organization_id = :organization and s.hired_on <= :day"
            + " and (s.dismissed_on is null or s.dismissed_on >= :day)";
    static final String BY_NAME = " order by p.family, p.given, p.patronymic, s.id";

    private final JdbcClient jdbc;

    StaffRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StaffMember> find(UUID staffId) {
        return jdbc.sql(MEMBERS + " where s.id = :id")
                .param("id", staffId)
                .query(StaffRegister::member)
                .optional();
    }

    @Override
    public Optional<StaffMember> ofPerson(UUID organizationId, UUID personId, LocalDate on) {
        return jdbc.sql(MEMBERS + EMPLOYED + " and s.person_id = :person order by s.hired_on desc limit 1")
                .param("organization", organizationId)
                .param("day", on)
                .param("person", personId)
                .query(StaffRegister::member)
                .optional();
    }

    @Override
    public List<StaffMember> employed(UUID organizationId, LocalDate on) {
        return jdbc.sql(MEMBERS + EMPLOYED + BY_NAME)
                .param("organization", organizationId)
                .param("day", on)
                .query(StaffRegister::member)
                .list();
    }

    @Override
    public Optional<Contacts> contacts(UUID staffId) {
        return jdbc.sql(
                        "select p.email, p.phone from people.staff s join people.persons p on p.id = s.person_id where s.id = :id")
                .param("id", staffId)
                .query((row, i) -> new Contacts(row.getString("email"), row.getString("phone")))
                .optional();
    }

    @Override
    public List<String> subjects(UUID staffId) {
        return jdbc.sql("select subject from people.teaching_subjects where staff_id = ? order by subject")
                .param(staffId)
                .query(String.class)
                .list();
    }

    static StaffMember member(ResultSet row, int index) throws SQLException {
        return new StaffMember(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic")),
                row.getString("position"),
                StaffMember.Category.valueOf(row.getString("category")),
                StaffMember.Education.valueOf(row.getString("education")),
                row.getBoolean("management_experience"),
                row.getBoolean("teaches_informatics"),
                row.getObject("hired_on", LocalDate.class),
                row.getObject("dismissed_on", LocalDate.class));
    }
}
