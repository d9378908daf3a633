create schema platform;

-- Communication platforms as data: name, addresses and rules change without a release.
create table platform.platforms (
    id uuid not null default gen_random_uuid(),
    version bigint not null default 0,
    name text not null,
    messenger text,
    registration_address text not null,
    required_fields text[] not null,
    constraint pk_platforms primary key (id),
    constraint uq_platforms_name unique (name),
    constraint ck_platforms_name check (char_length(btrim(name)) between 1 and 100),
    constraint ck_platforms_messenger check (char_length(btrim(messenger)) between 1 and 100),
    constraint ck_platforms_registration_address
        check (registration_address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(registration_address) <= 254),
    constraint ck_platforms_required_fields check (required_fields <@ array[
        'FULL_NAME', 'SHORT_NAME', 'INN', 'OGRN', 'ADDRESS', 'HEAD', 'EMAIL', 'PHONE', 'SITE',
        'CONTACT_NAME', 'CONTACT_EMAIL', 'CONTACT_PHONE'])
);

-- What a pedagogue is called there depends on the type of the organization (S3 1.4).
create table platform.platform_roles (
    platform_id uuid not null,
    organization_type text not null,
    role_name text not null,
    constraint pk_platform_roles primary key (platform_id, organization_type),
    constraint fk_platform_roles_platform_id foreign key (platform_id) references platform.platforms (id),
    constraint ck_platform_roles_organization_type check (organization_type in ('SCHOOL', 'KINDERGARTEN', 'EXTRACURRICULAR')),
    constraint ck_platform_roles_role_name check (char_length(btrim(role_name)) between 1 and 60)
);

insert into platform.platforms (name, messenger, registration_address, required_fields)
values ('Сферум', 'учебный профиль VK Мессенджера', 'info@sferum.ru', array[
    'FULL_NAME', 'SHORT_NAME', 'INN', 'OGRN', 'ADDRESS', 'HEAD', 'EMAIL', 'PHONE',
    'CONTACT_NAME', 'CONTACT_EMAIL', 'CONTACT_PHONE']);
insert into platform.platform_roles (platform_id, organization_type, role_name)
select p.id, r.type, r.name from platform.platforms p
cross join (values ('SCHOOL', 'учитель'), ('KINDERGARTEN', 'сотрудник'), ('EXTRACURRICULAR', 'преподаватель')) r (type, name);

grant usage on schema platform to ${appRole};
grant select, insert, update, delete on platform.platforms, platform.platform_roles to ${appRole};
