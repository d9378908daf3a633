package school.chancery.students.domain.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ImportRow;
import school.chancery.exchange.ImportRun;
import school.chancery.identity.Role;

/**
 * Pupils with their parents, as they stand on the day of the first loading (F092, F176). Whoever comes later comes by an
 * order.
 */
@Component
class PupilsImport implements ImportKind {
    private static final String PARTED = """
            split_part(name, ' ', 1), split_part(name, ' ', 2), nullif(substring(name from '^[^ ]+ [^ ]+ (.+)$'), '')""";

    // Fetched by their ids, as in the check.
    private static final String CHANGED = "select from " + PupilRows.MADE
            + " cross join lateral (select q.version from people.persons q where q.id = made.id offset 0) p"
            + " where p.version <> 0";

    @Override
    public String code() {
        return "pupils";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.DIRECTOR, Role.DEPUTY, Role.OPERATOR);
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public String textPrefix() {
        return "students.import.pupils";
    }

    @Override
    public List<ImportColumn> columns() {
        return PupilColumns.ALL;
    }

    @Override
    public List<List<String>> examples() {
        return PupilColumns.EXAMPLES;
    }

    @Override
    public void complete(ImportRow row) {
        PupilColumns.complete(row);
    }

    @Override
    public void check(ImportRun run) {
        PupilChecks.run(run);
    }

    @Override
    public void apply(ImportRun run) {
        // Before any of them is in the register: who is known is asked of the register as it was.
        run.execute(
                "insert into people.persons (id, family, given, patronymic, email, phone) select distinct on (person_id) person_id, "
                        + PARTED + ", email, phone from " + PupilRows.GUARDIANS + " g where not is_known");
        run.execute("insert into people.persons (id, family, given, patronymic, born_on, sex, email, phone)"
                + " select distinct on (f.target_id) " + PupilRows.PERSON_ID
                + ", f.family, f.given, f.patronymic, f.born_on, f.sex, f.email, f.phone from {file} f"
                + " where f.outcome = 'NEW' and f.linked[1] is null order by f.target_id, f.row_no");
        run.execute("insert into people.pupils (id, organization_id, person_id, admitted_on)"
                + " select distinct on (f.target_id) f.target_id, :organization, " + PupilRows.PERSON_ID
                + ", coalesce(f.admitted_on, c.starts_on) from {file} f" + PupilRows.CLASS
                + " where f.outcome = 'NEW' order by f.target_id, coalesce(f.admitted_on, c.starts_on), f.row_no");
        run.execute("insert into people.guardians (pupil_id, person_id, organization_id, kinship)"
                + " select pupil_id, person_id, :organization, kinship from " + PupilRows.GUARDIANS + " g");
        run.execute("""
                insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, entry_ground)
                select gen_random_uuid(), :organization, u.id, u.person_id, c.school_year_id, c.starts_on, c.ends_on, c.id, c.kind,
                    row_number() over (partition by u.id order by f.row_no), greatest(u.admitted_on, c.starts_on), 'FIRST_LOADING'
                from {file} f join people.pupils u on u.id = f.target_id""" + PupilRows.CLASS + " where f.outcome = 'NEW'");
    }

    @Override
    public Optional<String> obstacle(ImportRun run) {
        var changed = run.finds("""
                select from {file} f left join people.pupils u on u.id = f.target_id
                    left join people.persons p on p.id = u.person_id
                    join (select target_id, count(*) as rows from exchange.import_rows
                        where import_id = :import group by 1) wanted on wanted.target_id = f.target_id
                    left join (select pupil_id, count(*) as stays, max(version) as version from students.enrollments
                        where organization_id = :organization group by 1) e on e.pupil_id = u.id
                where f.outcome = 'NEW' and (u.id is null or u.version <> 0 or u.left_on is not null
                    or p.version <> 0 and p.id = md5(f.target_id::text || 'person')::uuid or e.stays is distinct from wanted.rows or e.version <> 0)""");
        if (changed) return Optional.of("exchange.undo.changed");
        var others = run.finds("select from people.guardians g join {file} f on f.target_id = g.pupil_id left join "
                + PupilRows.GUARDIANS + " n on n.pupil_id = g.pupil_id and n.person_id = g.person_id"
                + " where f.outcome = 'NEW' and n.person_id is null");
        if (others || run.finds(CHANGED)) return Optional.of("exchange.undo.changed");
        var named = run.finds(
                "select from " + PupilRows.MADE + " join " + PupilRows.NAMED + " on named.person_id = made.id");
        return named ? Optional.of("exchange.undo.referred") : Optional.empty();
    }

    // In one statement: a person without pupil or guardian rows is seen by nobody any more, and could not be deleted.
    @Override
    public void undo(ImportRun run) {
        run.execute("""
                with loaded as (select target_id from {file} f where outcome = 'NEW'),
                stays as (delete from students.enrollments where pupil_id in (select target_id from loaded)),
                kin as (delete from people.guardians where pupil_id in (select target_id from loaded) returning person_id),
                gone as (delete from people.pupils where id in (select target_id from loaded) returning id, person_id)
                delete from people.persons p
                where p.id in (select person_id from gone where person_id = md5(id::text || 'person')::uuid
                    union select person_id from kin where person_id in (select unnest(array[
                        md5(target_id::text || 'MOTHER')::uuid, md5(target_id::text || 'FATHER')::uuid,
                        md5(target_id::text || 'GUARDIAN')::uuid]) from loaded)
                    union select person_id from kin where person_id in (
                        select md5(import_id::text || people.name_text(g.name) || g.phone)::uuid
                        from {file} f cross join lateral (values (f.mother, f.mother_phone), (f.father, f.father_phone),
                            (f.guardian, f.guardian_phone)) g(name, phone)
                        where f.outcome = 'NEW' and g.name is not null and g.phone is not null))""");
    }
}
