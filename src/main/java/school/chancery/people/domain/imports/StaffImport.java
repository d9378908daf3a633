package school.chancery.people.domain.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ImportRow;
import school.chancery.exchange.ImportRun;
import school.chancery.identity.Role;
import school.chancery.people.PersonMention;

/**
 * Who works in the organization on the day of the first loading, what they teach and which class they lead (F092, F176).
 * Whoever comes later is hired by an order.
 */
@Component
class StaffImport implements ImportKind {
    private static final String PERSON_ID = "coalesce(f.linked[1], md5(f.target_id::text || 'person')::uuid)";

    /** What names a person or what they are here without a key that would hold the row. */
    private static final String REFERRED = """
            select from {file} f join people.staff s on s.id = f.target_id
            where f.outcome = 'NEW' and (
                s.person_id in (select person_id from orders.acquaintances)
                or s.person_id in (select person_id from orders.acknowledgements where organization_id = :organization)
                or s.person_id in (select person_id from people.hirings where organization_id = :organization)
                or exists (select from identity.accounts a where a.person_id = s.person_id and (f.linked[1] is null
                    or exists (select from identity.role_assignments r where r.account_id = a.id
                        and r.organization_id = :organization and r.role not in ('PARENT', 'STUDENT')))))""";

    private final ObjectProvider<PersonMention> mentions;

    StaffImport(ObjectProvider<PersonMention> mentions) {
        this.mentions = mentions;
    }

    @Override
    public String code() {
        return "staff";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.DIRECTOR, Role.DEPUTY, Role.OPERATOR, Role.HR);
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String textPrefix() {
        return "people.import.staff";
    }

    @Override
    public List<ImportColumn> columns() {
        return StaffColumns.ALL;
    }

    @Override
    public List<List<String>> examples() {
        return StaffColumns.EXAMPLES;
    }

    @Override
    public void complete(ImportRow row) {
        StaffColumns.complete(row);
    }

    @Override
    public void check(ImportRun run) {
        StaffChecks.run(run);
    }

    @Override
    public void apply(ImportRun run) {
        run.execute("insert into people.persons (id, family, given, patronymic, born_on, sex, email, phone) select "
                + PERSON_ID + ", f.family, f.given, f.patronymic, f.born_on, f.sex, f.email, f.phone"
                + " from {file} f where f.outcome = 'NEW' and f.linked[1] is null");
        run.execute("insert into people.staff (id, organization_id, person_id, position, category, education,"
                + " management_experience, hired_on, file_number) select f.target_id, :organization, " + PERSON_ID
                + ", f.position, f.category, f.education, coalesce(f.management, 'false')::boolean, f.hired_on, f.file_number"
                + " from {file} f where f.outcome = 'NEW'");
        run.execute("insert into people.teaching_subjects (staff_id, organization_id, subject)"
                + " select distinct f.target_id, :organization, s.code from " + StaffChecks.TAUGHT
                + " join organization.subjects s on s.organization_id = :organization and "
                + StaffChecks.SAME_SUBJECT + " where f.outcome = 'NEW'");
        run.execute("insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on)"
                + " select gen_random_uuid(), :organization, c.id, f.target_id, greatest(f.hired_on, y.starts_on,"
                // Whoever led the class before, led it to the end.
                + " (select max(t.to_on) + 1 from people.class_teachers t where t.class_id = c.id)) from {file} f"
                + StaffChecks.CLASS + " where f.outcome = 'NEW' and c.id is not null");
    }

    @Override
    public Optional<String> obstacle(ImportRun run) {
        var changed = run.finds("""
                select from {file} f left join people.staff s on s.id = f.target_id
                    left join people.persons p on p.id = s.person_id
                where f.outcome = 'NEW' and (s.id is null or s.version <> 0 or s.dismissed_on is not null
                    or p.version <> 0 and p.id = md5(f.target_id::text || 'person')::uuid
                    or exists (select from people.class_teachers t where t.staff_id = s.id
                        and (t.version <> 0 or t.order_id is not null)))""");
        if (changed) return Optional.of("exchange.undo.changed");
        var named = mentions.stream()
                .anyMatch(mention -> run.finds("select from {file} f join people.staff s on s.id = f.target_id"
                        + " where f.outcome = 'NEW' and s.person_id in (" + mention.personIds() + ")"));
        return named || run.finds(REFERRED) ? Optional.of("exchange.undo.referred") : Optional.empty();
    }

    // In one statement: a person without a row that says what they are there is seen by nobody any more.
    @Override
    public void undo(ImportRun run) {
        run.execute("""
                with loaded as (select target_id from {file} f where outcome = 'NEW'),
                led as (delete from people.class_teachers where staff_id in (select target_id from loaded)),
                gone as (delete from people.staff where id in (select target_id from loaded) returning id, person_id)
                delete from people.persons p using gone
                where p.id = gone.person_id and p.id = md5(gone.id::text || 'person')::uuid""");
    }
}
