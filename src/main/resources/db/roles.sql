-- The two roles of the product, in the database this script runs in. Repeatable.
-- Run by the embedded server and by docker/init-roles.sh alike; passwords are set apart, a role without one cannot sign in.
do $$
begin
    if not exists (select from pg_roles where rolname = 'chancery_owner') then
        create role chancery_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'chancery_app') then
        create role chancery_app;
    end if;
    execute format('alter database %I owner to chancery_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to chancery_app', current_database());
end
$$;

alter role chancery_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role chancery_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

revoke create on schema public from public;

create schema if not exists engine authorization chancery_owner;
