package school.chancery.students.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.organization.Organizations;
import school.chancery.people.Pupils;

/** Carries a set out. Each statement writes for all pupils; one that wrote for fewer or more than asked ends it all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RollWriting {
    // Whatever became of the stay since the plan was made, the row is not found and the count says so.
    private static final String END = """
            update students.enrollments e set to_on = p.last_on, exit_order_id = p.order_id, version = e.version + 1
            from students.roll_plans p
            where p.set_id = :set and e.id = p.enrollment_id and e.pupil_id = p.pupil_id and e.school_year_id = :year
                and e.class_id = p.from_class_id and e.to_on is not distinct from p.was_to_on and e.exit_order_id is null
            """;

    private static final String BEGIN = """
            insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                year_ends_on, class_id, class_kind, sequence, from_on, entry_ground, entry_order_id)
            select p.entered_id, p.organization_id, p.pupil_id, p.person_id, y.id, y.starts_on, y.ends_on, c.id, c.kind,
                1, y.starts_on, 'ORDER', p.order_id
            from students.roll_plans p join organization.classes c on c.id = p.to_class_id
                join organization.school_years y on y.id = c.school_year_id
            where p.set_id = :set and p.entered_id is not null and y.id = :next
            """;

    // In the book of the year that is gone on in, or of the one that ends; by class and name. The counters' rows stay
    // locked until the commit.
    private static final String BOOK = """
            with lines as materialized (
                select p.*, case when p.to_class_id is null then :year else :next end as book,
                    n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name, f.label as from_label,
                    t.label as to_label, row_number() over (partition by p.to_class_id is null
                        order by f.grade, f.label, n.search_name, p.pupil_id) as place
                from students.roll_plans p join organization.classes f on f.id = p.from_class_id
                    left join organization.classes t on t.id = p.to_class_id
                    join people.persons n on n.id = p.person_id
                where p.set_id = :set),
            counted as (select book, count(*) as lines from lines group by book),
            raised as (
                insert into students.movement_counters as c (organization_id, school_year_id, last_number)
                select :organization, book, lines from counted order by book
                on conflict (organization_id, school_year_id) do update
                    set last_number = c.last_number + excluded.last_number
                returning school_year_id, last_number)
            insert into students.movements (id, organization_id, school_year_id, number, kind, pupil_id, pupil_name,
                from_class_id, from_organization, from_class, to_class_id, to_organization, to_class, reason, order_id,
                order_number, ordered_on, moved_on, recorded_at, recorded_by)
            select gen_random_uuid(), l.organization_id, l.book, r.last_number - k.lines + l.place, l.kind, l.pupil_id,
                l.name, l.from_class_id, :school, l.from_label, l.to_class_id,
                case when l.to_class_id is not null then :school end, l.to_label, l.reason, o.id, o.number,
                o.registered_on, case when l.to_class_id is null then l.last_on + 1 else y.starts_on end, :now, :by
            from lines l join counted k on k.book = l.book join raised r on r.school_year_id = l.book
                join orders.orders o on o.id = l.order_id and o.status = 'REGISTERED' and o.organization_id = :organization
                join organization.school_years y on y.id = l.book
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Pupils pupils;
    private final Clock clock;

    RollWriting(JdbcClient jdbc, Organizations organizations, Pupils pupils, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.pupils = pupils;
        this.clock = clock;
    }

    /** @param lastOn last day of whoever leaves */
    record Leaver(UUID pupilId, LocalDate lastOn) {}

    List<UUID> pupils(UUID setId) {
        return jdbc.sql("select pupil_id from students.roll_plans where set_id = ? order by pupil_id")
                .param(setId)
                .query(UUID.class)
                .list();
    }

    List<Leaver> leavers(UUID setId) {
        return jdbc.sql(
                        "select pupil_id, last_on from students.roll_plans where set_id = ? and leaves order by pupil_id")
                .param(setId)
                .query(Leaver.class)
                .list();
    }

    int entering(UUID setId) {
        return jdbc.sql("select count(entered_id) from students.roll_plans where set_id = ?")
                .param(setId)
                .query(Integer.class)
                .single();
    }

    void write(RollSets.Row set, int rows) {
        RollSets.require(set, "ended", rows, bound(END, set).update());
        RollSets.require(set, "begun", entering(set.id()), bound(BEGIN, set).update());
        RollSets.require(set, "booked", rows, book(set));
        var leaving = leavers(set.id());
        RollSets.require(
                set,
                "archived",
                leaving.size(),
                pupils.releaseAll(
                        leaving.stream().map(Leaver::pupilId).toList(),
                        leaving.stream().map(Leaver::lastOn).toList()));
    }

    private int book(RollSets.Row set) {
        return bound(BOOK, set)
                .param("organization", set.organizationId())
                .param("school", organizations.require(set.organizationId()).shortName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Acting.current().accountId())
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, RollSets.Row set) {
        return jdbc.sql(sql)
                .param("set", set.id())
                .param("year", set.schoolYearId())
                .param("next", set.nextYearId());
    }
}
