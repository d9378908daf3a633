-- Duties that an order lays on named people for dates: a role, the classes of the whole school, a working group,
-- executors of a matter, the work of somebody absent.
create table people.duties (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    kind text not null,
    duty text not null,
    role text,
    former_id uuid,
    substituted_id uuid,
    from_on date not null,
    to_on date,
    task text,
    ground text,
    state text not null default 'PROPOSED',
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    order_id uuid,
    constraint pk_duties primary key (id),
    constraint uq_duties_id_organization_id unique (id, organization_id),
    constraint fk_duties_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_duties_former_id_organization_id foreign key (former_id, organization_id)
        references people.staff (id, organization_id),
    constraint fk_duties_substituted_id_organization_id foreign key (substituted_id, organization_id)
        references people.staff (id, organization_id),
    constraint fk_duties_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_duties_kind check (kind in ('CLASS_TEACHERS', 'ROLE', 'WORKING_GROUP', 'EXECUTORS', 'SUBSTITUTION')),
    constraint ck_duties_duty check (char_length(btrim(duty)) between 1 and 300),
    -- What an order of the school may give; a head comes by the founder's act, a teacher by being hired.
    constraint ck_duties_role check ((kind = 'ROLE') = (role is not null) and role in (
        'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'SECRETARY', 'HR', 'SOCIAL_PEDAGOGUE', 'LIBRARIAN', 'METHODOLOGIST',
        'FORUM_MODERATOR', 'OPERATOR')),
    constraint ck_duties_former_id check (former_id is null or kind = 'ROLE'),
    constraint ck_duties_substituted_id check ((kind = 'SUBSTITUTION') = (substituted_id is not null)),
    constraint ck_duties_substitution_ends check (kind <> 'SUBSTITUTION' or to_on is not null),
    constraint ck_duties_to_on check (to_on >= from_on),
    constraint ck_duties_task check (char_length(btrim(task)) between 1 and 1000),
    constraint ck_duties_ground check (char_length(btrim(ground)) between 1 and 500),
    constraint ck_duties_state check (state in ('PROPOSED', 'DONE', 'DROPPED')),
    constraint ck_duties_order_id check ((state = 'DONE') = (order_id is not null))
);
create unique index uq_duties_class_teachers on people.duties (organization_id)
    where kind = 'CLASS_TEACHERS' and state = 'PROPOSED';
create index ix_duties_organization_id on people.duties (organization_id, from_on);
create index ix_duties_former_id on people.duties (former_id);
create index ix_duties_substituted_id on people.duties (substituted_id);
create index ix_duties_order_id on people.duties (order_id);

create table people.duty_members (
    duty_id uuid not null,
    place int not null,
    organization_id uuid not null,
    staff_id uuid not null,
    class_id uuid,
    leads boolean not null default false,
    constraint pk_duty_members primary key (duty_id, place),
    constraint uq_duty_members_class_id unique (duty_id, class_id),
    constraint fk_duty_members_duty_id_organization_id foreign key (duty_id, organization_id)
        references people.duties (id, organization_id),
    constraint fk_duty_members_staff_id_organization_id foreign key (staff_id, organization_id)
        references people.staff (id, organization_id),
    constraint fk_duty_members_class_id_organization_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint ck_duty_members_place check (place > 0)
);
-- In a group everybody stands once; a class teacher may have two classes.
create unique index uq_duty_members_staff_id on people.duty_members (duty_id, staff_id) where class_id is null;
create index ix_duty_members_organization_id on people.duty_members (organization_id);
create index ix_duty_members_staff_id on people.duty_members (staff_id);
create index ix_duty_members_class_id on people.duty_members (class_id);

alter table people.duties enable row level security;
create policy rls_duties on people.duties
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.duty_members enable row level security;
create policy rls_duty_members on people.duty_members
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on people.duties to ${appRole};
grant select, insert on people.duty_members to ${appRole};
