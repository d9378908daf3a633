package school.chancery.yearclosing.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import school.chancery.organization.Organizations;

/** What the rule asks of each pupil, read for a class or for the whole roster in one statement. */
@Repository
class FactsReader {
    private static final String FACTS = """
            with counted as materialized (
                select r.* from yearclosing.roster r
                where r.closing_id = :closing and (cast(:class as uuid) is null or r.class_id = :class)),
            marks as (
                select m.pupil_id, count(*) filter (where m.value in ('TWO', 'NO_CREDIT', 'NOT_ATTESTED')) as unsatisfactory,
                    count(*) filter (where m.value = 'NOT_ATTESTED_GOOD_REASON') as missed
                from counted c join journal.year_marks m on m.pupil_id = c.pupil_id and m.school_year_id = :year
                group by m.pupil_id),
            unmarked as (
                select c.pupil_id, count(*) as missing
                from counted c join journal.class_subjects s on s.class_id = c.class_id
                        and s.organization_id = :organization
                    left join journal.year_marks m on m.pupil_id = c.pupil_id and m.school_year_id = :year
                        and m.subject_id = s.subject_id
                where c.present and m.id is null group by c.pupil_id),
            debts as (
                select d.pupil_id, count(*) filter (where d.state = 'OPEN' and d.due_on >= :today) as open,
                    count(*) filter (where d.state = 'TERM_OVER' or d.state = 'OPEN' and d.due_on < :today) as overdue
                from counted c join journal.debts d on d.pupil_id = c.pupil_id and d.school_year_id <> :year
                    and d.organization_id = :organization
                where d.state in ('OPEN', 'TERM_OVER') group by d.pupil_id)
            select c.pupil_id, c.person_id, c.class_id, c.grade, c.present, coalesce(m.unsatisfactory, 0) as unsatisfactory,
                coalesce(m.missed, 0) as missed, coalesce(u.missing, 0) as missing, coalesce(d.open, 0) as open,
                coalesce(d.overdue, 0) as overdue, p.choice, p.conclusion_number is not null as conclusion,
                n.pupil_id is not null as entered,
                case when f.pupil_id is null then 'NONE' when not f.admitted then 'NOT_ADMITTED'
                    when f.certificate in ('ORDINARY', 'HONOURS') then 'PASSED'
                    when f.failed > 0 or f.certificate = 'NONE' then 'FAILED'
                    else 'PENDING' end as exam
            from counted c left join marks m on m.pupil_id = c.pupil_id left join unmarked u on u.pupil_id = c.pupil_id
                left join debts d on d.pupil_id = c.pupil_id
                left join journal.parents_choices p on p.pupil_id = c.pupil_id and p.school_year_id = :year
                left join journal.final_results f on f.pupil_id = c.pupil_id and f.school_year_id = :year
                left join
            """ + LiveRoll.ENTERED + " n on n.pupil_id = c.pupil_id";

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final WholeSchool wholeSchool;

    FactsReader(JdbcClient jdbc, Organizations organizations, WholeSchool wholeSchool) {
        this.jdbc = jdbc;
        this.wholeSchool = wholeSchool;
        this.organizations = organizations;
    }

    /** A pupil of the roster with what is known of them. */
    record Row(UUID pupilId, UUID personId, UUID classId, PupilFacts facts) {}

    List<Row> readAll(ClosingView closing) {
        return wholeSchool.read(() -> read(closing, null));
    }

    List<Row> ofClass(ClosingView closing, UUID classId) {
        return read(closing, classId);
    }

    private List<Row> read(ClosingView closing, @Nullable UUID classId) {
        return jdbc.sql(FACTS)
                .param("closing", closing.id())
                .param("organization", closing.organizationId())
                .param("year", closing.schoolYearId())
                .param("next", closing.nextYearId())
                .param("class", classId)
                .param("today", organizations.today(closing.organizationId()))
                .query(FactsReader::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        var choice = row.getString("choice");
        return new Row(
                row.getObject("pupil_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("class_id", UUID.class),
                new PupilFacts(
                        row.getBoolean("present"),
                        row.getInt("grade"),
                        row.getInt("unsatisfactory"),
                        row.getInt("missed"),
                        row.getInt("missing"),
                        row.getInt("open"),
                        row.getInt("overdue"),
                        PupilFacts.Exam.valueOf(row.getString("exam")),
                        choice == null ? null : PupilFacts.Choice.valueOf(choice),
                        row.getBoolean("conclusion"),
                        row.getBoolean("entered")));
    }
}
