package school.chancery.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Outcome;
import school.chancery.people.GuardianCard.Kinship;
import school.chancery.people.NewPerson;
import school.chancery.people.Persons;

/** Puts right what is kept of a person (152-ФЗ ст. 20, 21): with its ground, and without keeping what was wrong. */
@Service
@Transactional
public class PersonCorrections {
    private final JdbcClient jdbc;
    private final Persons persons;
    private final Audit audit;
    private final Clock clock;

    PersonCorrections(JdbcClient jdbc, Persons persons, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who puts it right, in which organization, by which paper. */
    public record Ground(UUID organizationId, String text, UUID by) {}

    /** Empty when the actor sees no such person. */
    @Transactional(readOnly = true)
    public Optional<PersonData> of(UUID personId) {
        return jdbc.sql("select id, family, given, patronymic, born_on, sex, email, phone, version from people.persons"
                        + " where id = ?")
                .param(personId)
                .query(PersonCorrections::data)
                .optional();
    }

    /** Stale when somebody has changed it since it was read. */
    public Outcome correct(PersonData wanted, Ground ground) {
        var present = of(wanted.id()).orElseThrow();
        var fields = wanted.differing(present);
        if (fields.isEmpty()) return Outcome.refused("", "people.refused.nothing-changed");
        if (isSomebodyElse(wanted)) return Outcome.refused("family", "people.refused.namesake");
        var changed = jdbc.sql("""
                        update people.persons set family = ?, given = ?, patronymic = ?, born_on = ?, sex = ?, email = ?,
                            phone = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                .param(1, wanted.name().family())
                .param(2, wanted.name().given())
                .param(3, wanted.name().patronymic(), Types.VARCHAR)
                .param(4, wanted.bornOn(), Types.DATE)
                .param(5, wanted.sex() == null ? null : wanted.sex().name(), Types.VARCHAR)
                .param(6, wanted.email(), Types.VARCHAR)
                .param(7, wanted.phone(), Types.VARCHAR)
                .param(8, wanted.id())
                .param(9, wanted.version())
                .update();
        if (changed == 0) return new Outcome.Stale();
        keep(wanted.id(), fields, ground);
        return new Outcome.Done(wanted.id());
    }

    /** What the person is to the child: kinship, right to sign, wish to be reached. False when they are nothing to it. */
    public boolean correct(
            UUID pupilId, UUID personId, Kinship kinship, boolean legal, boolean contact, Ground ground) {
        var changed = jdbc.sql(
                        "update people.guardians set kinship = ?, legal = ?, contact = ? where pupil_id = ? and person_id = ?")
                .params(kinship.name(), legal, contact, pupilId, personId)
                .update();
        if (changed > 0) keep(personId, List.of("kinship"), ground);
        return changed > 0;
    }

    // Two of one name and one day of birth would be one person twice.
    private boolean isSomebodyElse(PersonData wanted) {
        return wanted.bornOn() != null
                && persons.alike(wanted.name(), wanted.bornOn()).stream()
                        .anyMatch(alike -> alike.isNamesake()
                                && !alike.person().id().equals(wanted.id())
                                && wanted.bornOn().equals(alike.person().bornOn()));
    }

    private void keep(UUID personId, List<String> fields, Ground ground) {
        jdbc.sql("""
                        insert into people.corrections (id, organization_id, person_id, fields, ground, corrected_by, corrected_at)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        ground.organizationId(),
                        personId,
                        fields.toArray(String[]::new),
                        ground.text(),
                        ground.by(),
                        OffsetDateTime.now(clock))
                .update();
        audit.record(AuditEntry.of("people.person-corrected", ground.organizationId(), "person", personId)
                .with("fields", String.join(",", fields)));
    }

    private static PersonData data(ResultSet row, int index) throws SQLException {
        var sex = row.getString("sex");
        return new PersonData(
                row.getObject("id", UUID.class),
                PersonRegister.name(row),
                row.getObject("born_on", LocalDate.class),
                sex == null ? null : NewPerson.Sex.valueOf(sex),
                row.getString("email"),
                row.getString("phone"),
                row.getLong("version"));
    }
}
