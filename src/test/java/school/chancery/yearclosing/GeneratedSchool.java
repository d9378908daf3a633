package school.chancery.yearclosing;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A school with its marks, examinations, debts and choices made by a seed, of any size, in a dozen statements: pupil
 * number n leaves, moves and owes by the lot that the seed draws for n.
 */
public final class GeneratedSchool {
    private static final int CLASS_SIZE = 25;
    private static final String LOT = "(abs(hashtext(cast(:seed as text) || ':%s:' || %s)) %% 1000)";

    private final JdbcClient rows;
    private final UUID organization;
    private final UUID year;
    private final LocalDate starts;
    private final int pupils;
    private final long seed;
    private final Lots lots;

    /**
     * Shares in thousandths.
     *
     * @param unsatisfactory marks
     * @param missed for a good reason
     * @param left before the year ended
     * @param moved to another class of the grade
     * @param uncertified of grades 9 and 11
     * @param indebted with a debt of the year before, within the term or after it
     * @param choices of parents
     * @param entered for the next year already
     */
    public record Lots(
            int unsatisfactory,
            int missed,
            int left,
            int moved,
            int uncertified,
            int indebted,
            int choices,
            int entered) {
        /** As a school is. */
        public static final Lots USUAL = new Lots(8, 2, 10, 10, 50, 5, 5, 5);

        /** So that each rule is needed often. */
        public static final Lots WILD = new Lots(90, 30, 60, 80, 300, 150, 200, 60);
    }

    /** @param year of a row that is there; its organization has no classes in it, or only its own */
    public GeneratedSchool(
            JdbcClient rows, UUID organization, UUID year, LocalDate starts, int pupils, long seed, Lots lots) {
        this.rows = rows;
        this.organization = organization;
        this.year = year;
        this.starts = starts;
        this.pupils = pupils;
        this.seed = seed;
        this.lots = lots;
    }

    public void make() {
        classes();
        people();
        stays();
        analyze("organization.classes", "students.enrollments");
        subjects();
        analyze("organization.subjects", "journal.class_subjects");
        marks();
        exams();
        debts();
        choices();
        entered();
    }

    private void classes() {
        run("""
                insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label)
                select gen_random_uuid(), :organization, :year, 'CLASS', g, l, g || l
                from generate_series(1, 11) g, lateral (
                    select chr(1072 - 32 + i % 32) || case when i >= 32 then (i / 32)::text else '' end as l
                    from generate_series(0, greatest(2, :pupils / 11 / :size) - 1) i) letters
                on conflict do nothing""");
    }

    // A number as a name: names have no digits.
    private static final String NAME = "translate(n::text, '0123456789', 'абвгдежзик')";

    private void people() {
        run("""
                insert into people.persons (id, family, given, patronymic, born_on)
                select md5(:organization || ':person:' || n)::uuid, 'Ученик' || %s, 'Имя', 'Отчество', cast(:starts as date) - 4000
                from generate_series(1, :pupils) n""".formatted(NAME));
        run("""
                insert into people.pupils (id, organization_id, person_id, admitted_on)
                select md5(:organization || ':pupil:' || n)::uuid, :organization, md5(:organization || ':person:' || n)::uuid,
                    :starts
                from generate_series(1, :pupils) n""");
    }

    private void stays() {
        run("""
                with numbered as (select id, grade, row_number() over (order by grade, label) - 1 as place,
                        coalesce(lead(id) over grades, first_value(id) over grades) as other_id
                    from organization.classes where school_year_id = :year and kind = 'CLASS'
                    window grades as (partition by grade order by label)),
                lots as (select n, %s as left_lot, %s as move_lot, n %% (select count(*) from numbered) as place
                    from generate_series(1, :pupils) n),
                placed as (select l.*, k.id as class_id, k.grade, nullif(k.other_id, k.id) as other_id
                    from lots l join numbered k on k.place = l.place),
                stays as (
                    select n, other_id as class_id, 1 as sequence, cast(:starts as date) as from_on,
                        cast(:starts as date) + 29 as to_on from placed where move_lot < :moved and other_id is not null
                    union all
                    select n, class_id, case when move_lot < :moved and other_id is not null then 2 else 1 end,
                        cast(:starts as date) + case when move_lot < :moved and other_id is not null then 30 else 0 end,
                        case when left_lot < :left then cast(:starts as date) + 60 end from placed)
                insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, to_on, entry_ground)
                select md5(:organization || ':stay:' || s.n || ':' || s.sequence)::uuid, :organization,
                    md5(:organization || ':pupil:' || s.n)::uuid, md5(:organization || ':person:' || s.n)::uuid, y.id,
                    y.starts_on, y.ends_on, s.class_id, 'CLASS', s.sequence, s.from_on, s.to_on, 'FIRST_LOADING'
                from stays s, organization.school_years y where y.id = :year""".formatted(lot("left"), lot("move")));
        run("""
                update people.pupils p set left_on = cast(:starts as date) + 60 from generate_series(1, :pupils) n
                where p.id = md5(:organization || ':pupil:' || n)::uuid and %s < :left""".formatted(lot("left")));
    }

    // Otherwise a large school is compared each with each; a small one is made faster without.
    private void analyze(String... tables) {
        if (pupils > 1_000) rows.sql("analyze " + String.join(", ", tables)).update();
    }

    private void subjects() {
        run("""
                insert into organization.subjects (id, organization_id, code, name, short_name)
                select md5(:organization || ':subject:' || n)::uuid, :organization, 'subject-' || n, 'Предмет ' || n, 'Пр. ' || n
                from generate_series(1, 8) n""");
        run("""
                insert into journal.class_subjects (class_id, subject_id, organization_id)
                select c.id, s.id, c.organization_id from organization.classes c
                    join organization.subjects s on s.organization_id = c.organization_id and s.code like 'subject-%%'
                where c.school_year_id = :year and c.kind = 'CLASS' and c.grade > 1 on conflict do nothing""".replace("%%", "%"));
    }

    private void marks() {
        run("""
                insert into journal.year_marks (organization_id, pupil_id, school_year_id, subject_id, value)
                select :organization, e.pupil_id, :year, s.subject_id, case when l.lot < :unsatisfactory
                    then case l.lot %% 3 when 0 then 'TWO' when 1 then 'NO_CREDIT' else 'NOT_ATTESTED' end
                    when l.lot < :unsatisfactory + :missed then 'NOT_ATTESTED_GOOD_REASON'
                    else case l.lot %% 3 when 0 then 'FIVE' when 1 then 'FOUR' else 'THREE' end end
                from (select distinct on (pupil_id) pupil_id, class_id from students.enrollments
                        where school_year_id = :year and class_kind = 'CLASS' order by pupil_id, sequence desc) e
                    join journal.class_subjects s on s.class_id = e.class_id
                    join organization.subjects t on t.id = s.subject_id,
                    lateral (select abs(hashtext(cast(:seed as text) || e.pupil_id || t.code)) %% 1000 as lot) l
                where not exists (select from journal.year_marks m where m.pupil_id = e.pupil_id and m.school_year_id = :year
                    and m.subject_id = s.subject_id)""".replace("%%", "%"));
    }

    private void exams() {
        run("""
                insert into journal.final_exams (pupil_id, school_year_id, organization_id, grade, admitted, reason, decided_on,
                    certificate, certified_on)
                select e.pupil_id, :year, :organization, k.grade, l.lot >= :uncertified / 3,
                    case when l.lot < :uncertified / 3 then 'есть задолженность' end, cast(:starts as date) + 80,
                    case when l.lot < :uncertified then case when l.lot %% 2 = 0 then 'NONE' end
                        when l.lot %% 7 = 0 then 'HONOURS' else 'ORDINARY' end,
                    case when l.lot >= :uncertified or l.lot %% 2 = 0 then cast(:starts as date) + 80 end
                from (select distinct on (pupil_id) pupil_id, class_id from students.enrollments
                        where school_year_id = :year and class_kind = 'CLASS' order by pupil_id, sequence desc) e
                    join organization.classes k on k.id = e.class_id and k.grade in (9, 11),
                    lateral (select abs(hashtext(cast(:seed as text) || e.pupil_id || 'exam')) %% 1000 as lot) l
                on conflict do nothing""".replace("%%", "%"));
    }

    private void debts() {
        run("""
                insert into organization.school_years (id, organization_id, starts_on, ends_on)
                select md5(:organization || ':before')::uuid, :organization, cast(:starts as date) - 365, cast(:starts as date) - 1
                where not exists (select from organization.school_years where organization_id = :organization
                    and starts_on < :starts)""");
        run("""
                insert into journal.debts (organization_id, pupil_id, person_id, school_year_id, subject_id, ground, arisen_on,
                    due_on, state, ended_on, raised_by)
                select :organization, md5(:organization || ':pupil:' || n)::uuid, md5(:organization || ':person:' || n)::uuid, y.id,
                    md5(:organization || ':subject:1')::uuid, 'UNSATISFACTORY', cast(:starts as date) - 100,
                    cast(:starts as date) - 100 + 366, case when l.lot %% 2 = 0 then 'OPEN' else 'TERM_OVER' end,
                    case when l.lot %% 2 = 1 then cast(:starts as date) + 50 end, gen_random_uuid()
                from generate_series(1, :pupils) n join organization.school_years y on y.organization_id = :organization
                    and y.starts_on < :starts, lateral (select %s as lot) l
                where l.lot < :indebted""".formatted(lot("debt")));
    }

    private void choices() {
        run("""
                insert into journal.parents_choices (id, organization_id, pupil_id, school_year_id, choice, chosen_on, applicant,
                    conclusion_number, conclusion_on, recorded_at, recorded_by)
                select gen_random_uuid(), :organization, md5(:organization || ':pupil:' || n)::uuid, :year,
                    case l.lot %% 4 when 0 then 'INDIVIDUAL_PLAN' when 1 then 'ADAPTED_PROGRAMME' else 'REPEAT' end,
                    cast(:starts as date) + 70, 'Родитель', case when l.lot %% 4 in (1, 2) then 'ПМПК-' || n end,
                    case when l.lot %% 4 in (1, 2) then cast(:starts as date) + 65 end, now(), gen_random_uuid()
                from generate_series(1, :pupils) n, lateral (select %s as lot) l where l.lot < :choices""".formatted(lot("choice")));
    }

    // Into the class that the links will lead to; the next year and its classes are made for them.
    private void entered() {
        if (lots.entered() == 0) return;
        run("""
                insert into organization.school_years (id, organization_id, starts_on, ends_on)
                select md5(:organization || ':after')::uuid, :organization, y.ends_on + 1, (y.ends_on + 1 + interval '1 year')::date - 1
                from organization.school_years y where y.id = :year and not exists (select from organization.school_years n
                    where n.organization_id = :organization and n.starts_on > y.ends_on)""");
        run("""
                insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label)
                select gen_random_uuid(), :organization, n.id, 'CLASS', c.grade + 1, c.letter, (c.grade + 1) || coalesce(c.letter, '')
                from organization.classes c join organization.school_years y on y.id = c.school_year_id
                    join organization.school_years n on n.organization_id = :organization and n.starts_on = y.ends_on + 1
                where c.school_year_id = :year and c.kind = 'CLASS' and c.grade = 2 on conflict do nothing""");
        run("""
                insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, entry_ground)
                select gen_random_uuid(), :organization, e.pupil_id, e.person_id, n.id, n.starts_on, n.ends_on, k.id, 'CLASS', 1,
                    n.starts_on, 'FIRST_LOADING'
                from students.enrollments e join organization.classes c on c.id = e.class_id and c.grade = 2
                    join organization.school_years n on n.organization_id = :organization and n.starts_on = e.year_ends_on + 1
                    join organization.classes k on k.school_year_id = n.id and k.grade = 3 and k.letter is not distinct from c.letter,
                    lateral (select abs(hashtext(cast(:seed as text) || e.pupil_id || 'entered')) %% 1000 as lot) l
                where e.school_year_id = :year and e.to_on is null and l.lot < :entered
                    and not exists (select from journal.parents_choices p where p.pupil_id = e.pupil_id)""".replace("%%", "%"));
    }

    private static String lot(String topic) {
        return LOT.formatted(topic, "n");
    }

    private void run(String sql) {
        var statement = rows.sql(sql)
                .param("organization", organization)
                .param("year", year)
                .param("starts", starts)
                .param("pupils", pupils)
                .param("size", CLASS_SIZE)
                .param("seed", seed)
                .param("unsatisfactory", lots.unsatisfactory())
                .param("missed", lots.missed())
                .param("left", lots.left())
                .param("moved", lots.moved())
                .param("uncertified", lots.uncertified())
                .param("indebted", lots.indebted())
                .param("choices", lots.choices())
                .param("entered", lots.entered());
        statement.update();
    }
}
