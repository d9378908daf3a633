package school.chancery.yearclosing.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;

/** Where closings stand: a school's class by class, a district's school by school (F105). Figures only, no names. */
@Service
@Transactional(readOnly = true)
public class ClosingBoard {
    private final JdbcClient jdbc;
    private final Organizations organizations;

    ClosingBoard(JdbcClient jdbc, Organizations organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    /**
     * A class of a closing.
     *
     * @param chosen pupils who have an outcome
     */
    public record ClassProgress(
            UUID classClosingId, UUID classId, String label, ClassClosingView.State state, int pupils, int chosen) {}

    /**
     * A school with the closing of a year.
     *
     * @param year null when the school has none
     * @param state null while nobody has begun to close it
     */
    public record SchoolStanding(
            UUID organizationId,
            String name,
            @Nullable String year,
            @Nullable UUID closingId,
            @Nullable ClosingState state,
            int classes,
            int accepted,
            int pupils,
            int must,
            int unexplained) {}

    /** In school order. */
    public List<ClassProgress> progress(UUID closingId) {
        return jdbc.sql("""
                        select k.id as class_closing_id, k.class_id, c.label, k.state, count(o.pupil_id) as pupils,
                            count(o.chosen) as chosen
                        from yearclosing.class_closings k join organization.classes c on c.id = k.class_id
                            left join yearclosing.outcomes o on o.closing_id = k.closing_id and o.class_id = k.class_id
                        where k.closing_id = ? group by k.id, c.id order by c.grade, c.label
                        """).param(closingId).query(ClassProgress.class).list();
    }

    /** The schools of an office by name, each with the year that is being closed, or else with the one that runs. */
    public List<SchoolStanding> standing(UUID officeId) {
        return jdbc.sql("""
                        select s.id as organization_id, s.short_name as name,
                            extract(year from y.starts_on) || '/' || extract(year from y.ends_on) as year,
                            c.id as closing_id, c.state,
                            (select count(*) from yearclosing.class_closings k where k.closing_id = c.id) as classes,
                            (select count(*) from yearclosing.class_closings k where k.closing_id = c.id
                                and k.state = 'ACCEPTED') as accepted,
                            (select count(*) from yearclosing.roster r where r.closing_id = c.id and r.present) as pupils,
                            (select count(*) from yearclosing.findings f where f.closing_id = c.id
                                and f.severity = 'MUST' and c.state = 'OPENED') as must,
                            (select count(*) from yearclosing.findings f where f.closing_id = c.id
                                and f.severity = 'EXPLAIN' and f.explanation is null and c.state = 'OPENED') as unexplained
                        from organization.organizations s
                            left join lateral (select y.* from organization.school_years y
                                left join yearclosing.closings r on r.school_year_id = y.id
                                    and r.state not in ('SEALED', 'UNDONE', 'ABANDONED')
                                where y.organization_id = s.id and (r.id is not null or :today between y.starts_on and y.ends_on)
                                order by (r.id is not null) desc, y.starts_on limit 1) y on true
                            left join lateral (select c.* from yearclosing.closings c where c.school_year_id = y.id
                                order by (c.state not in ('UNDONE', 'ABANDONED')) desc, c.opened_at desc limit 1) c on true
                        where s.district_office_id = :office and s.type = 'SCHOOL' order by s.short_name
                        """)
                .param("office", officeId)
                .param("today", organizations.today(officeId))
                .query(SchoolStanding.class)
                .list();
    }
}
