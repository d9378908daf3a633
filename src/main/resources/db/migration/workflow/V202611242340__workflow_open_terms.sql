-- Terms are no secret, and a school that has none of its own follows its district: everybody may read them.
drop policy rls_terms_read on workflow.terms;
create policy rls_terms_read on workflow.terms for select using (true);

alter table workflow.terms add constraint ck_terms_override check (organization_id is null or amount <= 365);

-- A default in calendar days is a term of the law: it may be made shorter, never longer, and never counted otherwise.
create function workflow.keep_terms_of_law() returns trigger language plpgsql as $$
begin
    if exists (select from workflow.terms law
        where law.organization_id is null and law.process_key = new.process_key and law.task_key = new.task_key
            and law.unit = 'CALENDAR_DAYS' and (new.unit <> law.unit or new.amount > law.amount))
    then
        raise exception 'the law sets a shorter term for % of %', new.task_key, new.process_key
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger keep_terms_of_law before insert or update on workflow.terms
    for each row when (new.organization_id is not null) execute function workflow.keep_terms_of_law();
