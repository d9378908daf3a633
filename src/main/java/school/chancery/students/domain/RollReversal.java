package school.chancery.students.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.people.Pupils;

/** Takes a set back. What stands in the book stays and gets a line that reverses it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RollReversal {
    private static final String CHANGED = """
            select p.pupil_id from students.roll_plans p join students.roll_sets s on s.id = p.set_id
                join people.pupils u on u.id = p.pupil_id
                left join students.enrollments e on e.id = p.enrollment_id
                left join students.enrollments n on n.id = p.entered_id
            where p.set_id = ? and s.state = 'APPLIED' and (
                e.id is null or e.to_on is distinct from p.last_on or e.exit_order_id is distinct from p.order_id
                or p.entered_id is not null and (n.id is null or n.version <> 0)
                or u.left_on is distinct from case when p.leaves then p.last_on end
                or p.entered_id is not null and exists (select from students.enrollments x where x.pupil_id = p.pupil_id
                    and x.school_year_id = s.next_school_year_id and x.class_kind <> 'ASSOCIATION' and x.id <> p.entered_id))
            order by p.pupil_id
            """;

    private static final String BOOK = """
            with lines as materialized (
                select m.*, row_number() over (partition by m.school_year_id order by m.number) as place
                from students.roll_plans p join students.movements m on m.pupil_id = p.pupil_id
                    and m.order_id = p.order_id and m.kind = p.kind
                where p.set_id = :set),
            counted as (select school_year_id, count(*) as lines from lines group by school_year_id),
            raised as (
                insert into students.movement_counters as c (organization_id, school_year_id, last_number)
                select :organization, school_year_id, lines from counted order by school_year_id
                on conflict (organization_id, school_year_id) do update
                    set last_number = c.last_number + excluded.last_number
                returning school_year_id, last_number)
            insert into students.movements (id, organization_id, school_year_id, number, kind, pupil_id, pupil_name,
                from_class_id, from_organization, from_class, to_class_id, to_organization, to_class, reason, order_id,
                order_number, ordered_on, moved_on, recorded_at, recorded_by, corrects_id)
            select gen_random_uuid(), l.organization_id, l.school_year_id, r.last_number - k.lines + l.place, 'REVERSAL',
                l.pupil_id, l.pupil_name, l.from_class_id, l.from_organization, l.from_class, l.to_class_id,
                l.to_organization, l.to_class, :reason, o.id, o.number, o.registered_on, l.moved_on, :now, :by, l.id
            from lines l join counted k on k.school_year_id = l.school_year_id
                join raised r on r.school_year_id = l.school_year_id
                join orders.orders o on o.id = :order and o.status = 'REGISTERED' and o.organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final RollWriting written;
    private final Pupils pupils;
    private final Clock clock;

    RollReversal(JdbcClient jdbc, RollWriting written, Pupils pupils, Clock clock) {
        this.jdbc = jdbc;
        this.written = written;
        this.pupils = pupils;
        this.clock = clock;
    }

    List<UUID> changedSince(UUID setId) {
        return jdbc.sql(CHANGED).param(setId).query(UUID.class).list();
    }

    void write(RollSets.Row set, UUID orderId, String reason) {
        var rows = written.pupils(set.id()).size();
        RollSets.require(set, "untouched", 0, changedSince(set.id()).size());
        RollSets.require(set, "left again", written.entering(set.id()), leaveAgain(set.id()));
        RollSets.require(set, "go on again", rows, goOnAgain(set.id()));
        var leavers = written.leavers(set.id());
        RollSets.require(
                set,
                "readmitted",
                leavers.size(),
                pupils.readmitAll(
                        leavers.stream().map(RollWriting.Leaver::pupilId).toList(),
                        leavers.stream().map(RollWriting.Leaver::lastOn).toList()));
        RollSets.require(set, "reversed", rows, book(set, orderId, reason));
    }

    private int leaveAgain(UUID setId) {
        return jdbc.sql("delete from students.enrollments e using students.roll_plans p"
                        + " where p.set_id = ? and e.id = p.entered_id")
                .param(setId)
                .update();
    }

    private int goOnAgain(UUID setId) {
        return jdbc.sql("update students.enrollments e set to_on = p.was_to_on, exit_order_id = null,"
                        + " version = e.version + 1 from students.roll_plans p"
                        + " where p.set_id = ? and e.id = p.enrollment_id")
                .param(setId)
                .update();
    }

    private int book(RollSets.Row set, UUID orderId, String reason) {
        return jdbc.sql(BOOK)
                .param("set", set.id())
                .param("organization", set.organizationId())
                .param("reason", reason)
                .param("order", orderId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Acting.current().accountId())
                .update();
    }
}
