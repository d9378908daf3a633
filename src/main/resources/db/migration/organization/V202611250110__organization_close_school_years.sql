-- A year is closed by a case of its own. What the dates of a year were when its closing began they stay.
alter table organization.school_years
    drop constraint ck_school_years_state,
    add constraint ck_school_years_state check (state in ('OPEN', 'CLOSING', 'CLOSED')),
    add column activated_at timestamptz;

create function organization.guard_year_state() returns trigger language plpgsql as $$
begin
    if new.state <> old.state and (old.state, new.state) not in (
            ('OPEN', 'CLOSING'), ('CLOSING', 'OPEN'), ('CLOSING', 'CLOSED'), ('CLOSED', 'OPEN')) then
        raise exception 'a school year does not go this way'
            using errcode = 'check_violation', constraint = 'ck_school_years_state_order';
    end if;
    if old.state <> 'OPEN' and new.state <> 'OPEN'
            and (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on) then
        raise exception 'a school year that is being closed keeps its dates'
            using errcode = 'check_violation', constraint = 'ck_school_years_dates_kept';
    end if;
    return new;
end
$$;
create trigger school_years_guard_state before update of state, starts_on, ends_on on organization.school_years
    for each row execute function organization.guard_year_state();
