-- What a candidate is to teach is a subject of the organization, as what an employee teaches is.
create table people.hiring_subjects (
    hiring_id uuid not null,
    organization_id uuid not null,
    subject text not null,
    constraint pk_hiring_subjects primary key (hiring_id, subject),
    constraint fk_hiring_subjects_hiring_id foreign key (hiring_id) references people.hirings (id),
    constraint fk_hiring_subjects_organization_id_subject foreign key (organization_id, subject)
        references organization.subjects (organization_id, code)
);
create index ix_hiring_subjects_organization_id_subject on people.hiring_subjects (organization_id, subject);
insert into people.hiring_subjects (hiring_id, organization_id, subject)
    select distinct h.id, h.organization_id, taught.subject from people.hirings h
    cross join lateral unnest(h.subjects) taught (subject)
    join organization.subjects s on s.organization_id = h.organization_id and s.code = taught.subject;
alter table people.hirings drop column subjects;

alter table people.hiring_subjects enable row level security;
create policy rls_hiring_subjects on people.hiring_subjects
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert on people.hiring_subjects to ${appRole};
