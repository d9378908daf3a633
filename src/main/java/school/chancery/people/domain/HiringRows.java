package school.chancery.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.identity.Role;
import school.chancery.people.NewPerson;
import school.chancery.people.PersonName;
import school.chancery.people.StaffMember;

/** {@code people.hirings}. */
@Component
class HiringRows {
    private final JdbcClient jdbc;

    HiringRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(ProposedHiring hiring, Instant at) {
        var id = UUID.randomUUID();
        var candidate = hiring.candidate();
        var post = hiring.post();
        jdbc.sql("""
                        insert into people.hirings (id, organization_id, person_id, family, given, patronymic, born_on,
                            sex, email, phone, position, category, education, management_experience,
                            access_role, first_day, ground, proposed_by, proposed_at)
                        values (:id, :organization, :person, :family, :given, :patronymic, :born, :sex, :email, :phone,
                            :position, :category, :education, :experience, :access, :first, :ground, :by, :at)
                        """)
                .param("id", id)
                .param("organization", hiring.organizationId())
                .param("person", candidate.personId())
                .param("family", candidate.name().family())
                .param("given", candidate.name().given())
                .param("patronymic", candidate.name().patronymic())
                .param("born", candidate.bornOn())
                .param("sex", candidate.sex() == null ? null : candidate.sex().name())
                .param("email", candidate.email())
                .param("phone", candidate.phone())
                .param("position", post.position())
                .param("category", post.category().name())
                .param("education", post.education().name())
                .param("experience", post.managementExperience())
                .param("access", post.access() == null ? null : post.access().name())
                .param("first", hiring.firstDay())
                .param("ground", hiring.ground())
                .param("by", hiring.by())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into people.hiring_subjects (hiring_id, organization_id, subject) select ?, ?, unnest(?)")
                .params(id, hiring.organizationId(), post.subjects().toArray(String[]::new))
                .update();
        return id;
    }

    Optional<HiringView> find(UUID id) {
        return jdbc.sql("select h.*, array(select s.subject from people.hiring_subjects s where s.hiring_id = h.id"
                        + " order by s.subject) as subjects from people.hirings h where h.id = ?")
                .param(id)
                .query(HiringRows::view)
                .optional();
    }

    /** Settles it once; what was written about the candidate goes. */
    void settle(UUID id, HiringView.State state, @Nullable UUID orderId, @Nullable UUID staffId) {
        jdbc.sql("""
                        update people.hirings set state = :state, order_id = :order, staff_id = :staff, family = null,
                            given = null, patronymic = null, born_on = null, sex = null, email = null, phone = null,
                            version = version + 1
                        where id = :id and state = 'PROPOSED'
                        """)
                .param("state", state.name())
                .param("order", orderId, Types.OTHER)
                .param("staff", staffId, Types.OTHER)
                .param("id", id)
                .update();
    }

    private static HiringView view(ResultSet row, int index) throws SQLException {
        return new HiringView(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("family") == null ? null : candidate(row),
                post(row),
                row.getObject("first_day", LocalDate.class),
                row.getString("ground"),
                HiringView.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("staff_id", UUID.class));
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        var sex = row.getString("sex");
        return new Candidate(
                row.getObject("person_id", UUID.class),
                new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic")),
                row.getObject("born_on", LocalDate.class),
                sex == null ? null : NewPerson.Sex.valueOf(sex),
                row.getString("email"),
                row.getString("phone"));
    }

    private static Post post(ResultSet row) throws SQLException {
        var access = row.getString("access_role");
        return new Post(
                row.getString("position"),
                StaffMember.Category.valueOf(row.getString("category")),
                StaffMember.Education.valueOf(row.getString("education")),
                row.getBoolean("management_experience"),
                List.of((String[]) row.getArray("subjects").getArray()),
                access == null ? null : Role.valueOf(access));
    }
}
