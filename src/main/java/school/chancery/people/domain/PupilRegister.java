package school.chancery.people.domain;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.people.Contacts;
import school.chancery.people.GuardianCard;
import school.chancery.people.NewGuardian;
import school.chancery.people.NewPupil;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;

@Service
@Transactional
class PupilRegister implements Pupils {
    static final String CARDS = """
            select p.id, p.person_id, p.organization_id, n.family, n.given, n.patronymic, n.born_on, p.file_number,
                   p.admitted_on, p.left_on
            from people.pupils p join people.persons n on n.id = p.person_id
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    PupilRegister(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PupilCard> find(UUID pupilId) {
        return jdbc.sql(CARDS + " where p.id = ?")
                .param(pupilId)
                .query(PupilRegister::card)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, PupilCard> findAll(Collection<UUID> pupilIds) {
        return jdbc
                .sql(CARDS + " where p.id = any (?)")
                .param(pupilIds.toArray(UUID[]::new))
                .query(PupilRegister::card)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(PupilCard::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<GuardianCard> guardians(UUID pupilId) {
        return jdbc.sql("""
                        select g.pupil_id, g.person_id, n.family, n.given, n.patronymic, g.kinship, g.legal, g.contact,
                               n.email, n.phone
                        from people.guardians g join people.persons n on n.id = g.person_id
                        where g.pupil_id = ?
                        order by array_position(array['MOTHER', 'FATHER', 'GUARDIAN'], g.kinship) nulls last, n.search_name
                        """).param(pupilId).query(PupilRegister::guardian).list();
    }

    @Override
    public void addGuardian(NewGuardian guardian) {
        jdbc.sql("""
                        insert into people.guardians (pupil_id, person_id, organization_id, kinship, legal, contact)
                        select id, :person, organization_id, :kinship, :legal, :contact from people.pupils where id = :pupil
                        on conflict (pupil_id, person_id) do nothing
                        returning organization_id
                        """)
                .param("person", guardian.personId())
                .param("kinship", guardian.kinship().name())
                .param("legal", guardian.legal())
                .param("contact", guardian.contact())
                .param("pupil", guardian.pupilId())
                .query(UUID.class)
                .optional()
                .ifPresent(organization ->
                        audit.record(AuditEntry.of("people.guardian-added", organization, "pupil", guardian.pupilId())
                                .with("person", guardian.personId().toString())));
    }

    @Override
    public void admit(NewPupil pupil) {
        var admitted = jdbc.sql("""
                        insert into people.pupils (id, organization_id, person_id, admitted_on) values (?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(pupil.id(), pupil.organizationId(), pupil.personId(), pupil.admittedOn())
                .update();
        if (admitted > 0)
            audit.record(AuditEntry.of("people.pupil-admitted", pupil.organizationId(), "pupil", pupil.id())
                    .with("on", pupil.admittedOn().toString()));
    }

    @Override
    public void release(UUID pupilId, LocalDate lastDay) {
        jdbc.sql("update people.pupils set left_on = ?, version = version + 1 where id = ? and left_on is null"
                        + " returning organization_id")
                .params(lastDay, pupilId)
                .query(UUID.class)
                .optional()
                .ifPresent(organization ->
                        audit.record(AuditEntry.of("people.pupil-released", organization, "pupil", pupilId)
                                .with("lastDay", lastDay.toString())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int releaseAll(List<UUID> pupilIds, List<LocalDate> lastDays) {
        return forAll("left_on = g.last_day", "p.left_on is null", pupilIds, lastDays);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int readmitAll(List<UUID> pupilIds, List<LocalDate> lastDays) {
        return forAll("left_on = null", "p.left_on = g.last_day", pupilIds, lastDays);
    }

    private int forAll(String set, String where, List<UUID> pupilIds, List<LocalDate> lastDays) {
        return jdbc.sql("update people.pupils p set " + set + ", version = p.version + 1"
                        + " from unnest(?::uuid[], ?::date[]) g (pupil_id, last_day)"
                        + " where p.id = g.pupil_id and " + where)
                .params(
                        pupilIds.toArray(UUID[]::new),
                        lastDays.stream().map(Date::valueOf).toArray(Date[]::new))
                .update();
    }

    static PupilCard card(ResultSet row, int index) throws SQLException {
        return new PupilCard(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                PersonRegister.name(row),
                row.getObject("born_on", LocalDate.class),
                row.getString("file_number"),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class));
    }

    private static GuardianCard guardian(ResultSet row, int index) throws SQLException {
        return new GuardianCard(
                row.getObject("pupil_id", UUID.class),
                row.getObject("person_id", UUID.class),
                PersonRegister.name(row),
                GuardianCard.Kinship.valueOf(row.getString("kinship")),
                row.getBoolean("legal"),
                row.getBoolean("contact"),
                new Contacts(row.getString("email"), row.getString("phone")));
    }
}
