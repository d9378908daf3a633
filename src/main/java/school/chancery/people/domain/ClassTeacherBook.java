package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.people.ClassTeachers;
import school.chancery.people.StaffMember;

@Service
@Transactional
class ClassTeacherBook implements ClassTeachers {
    private static final String ON = " and :day between t.from_on and coalesce(t.to_on, 'infinity')";

    private final JdbcClient jdbc;
    private final Audit audit;

    ClassTeacherBook(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StaffMember> of(UUID classId, LocalDate on) {
        return jdbc.sql(StaffRegister.MEMBERS + " join people.class_teachers t on t.staff_id = s.id"
                        + " where t.class_id = :class" + ON)
                .param("class", classId)
                .param("day", on)
                .query(StaffRegister::member)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, StaffMember> all(UUID organizationId, LocalDate on) {
        return jdbc
                .sql(StaffRegister.MEMBERS.replaceFirst("select", "select t.class_id,")
                        + " join people.class_teachers t on t.staff_id = s.id where t.organization_id = :organization"
                        + ON)
                .param("organization", organizationId)
                .param("day", on)
                .query((row, i) -> Map.entry(row.getObject("class_id", UUID.class), StaffRegister.member(row, i)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> classes(UUID staffId, LocalDate on) {
        return jdbc.sql("select t.class_id from people.class_teachers t where t.staff_id = :staff" + ON)
                .param("staff", staffId)
                .param("day", on)
                .query(UUID.class)
                .list();
    }

    @Override
    public void allocate(UUID organizationId, Map<UUID, UUID> teachers, LocalDate from, UUID orderId) {
        var classes = teachers.keySet().toArray(UUID[]::new);
        var staff = List.of(classes).stream().map(teachers::get).toArray(UUID[]::new);
        // Who keeps the class keeps the row: an allocation that repeats what is in force changes nothing of it.
        jdbc.sql("""
                        update people.class_teachers t
                        set to_on = greatest(cast(:from as date), t.from_on) - 1, end_order_id = :order, version = version + 1
                        from unnest(:classes, :staff) as wanted (class_id, staff_id)
                        where t.class_id = wanted.class_id and t.organization_id = :organization
                            and t.staff_id <> wanted.staff_id and coalesce(t.to_on, 'infinity') >= :from
                        """)
                .param("from", from)
                .param("order", orderId)
                .param("classes", classes)
                .param("staff", staff)
                .param("organization", organizationId)
                .update();
        var given = jdbc.sql("""
                        insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on, order_id)
                        select gen_random_uuid(), :organization, wanted.class_id, wanted.staff_id, :from, :order
                        from unnest(:classes, :staff) as wanted (class_id, staff_id)
                        where not exists (select from people.class_teachers t where t.class_id = wanted.class_id
                            and t.staff_id = wanted.staff_id and coalesce(t.to_on, 'infinity') >= :from)
                        returning id
                        """)
                .param("organization", organizationId)
                .param("from", from)
                .param("order", orderId)
                .param("classes", classes)
                .param("staff", staff)
                .query(UUID.class)
                .list();
        if (given.isEmpty()) return;
        audit.record(new AuditEntry(
                "people.class-teachers-allocated",
                organizationId,
                "class-teacher",
                given,
                Map.of("order", orderId.toString(), "from", from.toString())));
    }
}
