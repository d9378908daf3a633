package school.chancery.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.people.NewPerson;
import school.chancery.people.PersonCard;
import school.chancery.people.PersonName;
import school.chancery.people.Persons;

@Service
@Transactional
class PersonRegister implements Persons {
    private final JdbcClient jdbc;
    private final Audit audit;

    PersonRegister(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonCard> find(UUID personId) {
        return jdbc.sql("select id, family, given, patronymic, born_on from people.persons where id = ?")
                .param(personId)
                .query(PersonRegister::card)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Alike> alike(PersonName name, @Nullable LocalDate bornOn) {
        return jdbc.sql("""
                        select p.id, p.family, p.given, p.patronymic, p.born_on, a.alike
                        from people.persons_alike(:name, :born) with ordinality a (person_id, alike, place)
                        join people.persons p on p.id = a.person_id
                        order by a.place
                        """)
                .param("name", name.full())
                .param("born", bornOn, Types.DATE)
                .query((row, i) -> new Alike(card(row, i), row.getDouble("alike")))
                .list();
    }

    @Override
    public void enter(NewPerson person) {
        // Not «on conflict»: that looks at the row, which nobody sees before it says what the person is here.
        var entered = jdbc.sql("""
                        insert into people.persons (id, family, given, patronymic, born_on, sex, email, phone)
                        select :id, :family, :given, :patronymic, :born, :sex, :email, :phone
                        where not exists (select from people.persons where id = :id)
                        """)
                .param("id", person.id())
                .param("family", person.name().family())
                .param("given", person.name().given())
                .param("patronymic", person.name().patronymic(), Types.VARCHAR)
                .param("born", person.bornOn(), Types.DATE)
                .param("sex", person.sex() == null ? null : person.sex().name(), Types.VARCHAR)
                .param("email", person.email(), Types.VARCHAR)
                .param("phone", person.phone(), Types.VARCHAR)
                .update();
        if (entered > 0) audit.record(AuditEntry.of("people.person-entered", null, "person", person.id()));
    }

    static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic"));
    }

    private static PersonCard card(ResultSet row, int index) throws SQLException {
        return new PersonCard(row.getObject("id", UUID.class), name(row), row.getObject("born_on", LocalDate.class));
    }
}
