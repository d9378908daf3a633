create schema journal;

-- Which subjects a class is marked in at the end of the year: where the curriculum begins.
create table journal.class_subjects (
    class_id uuid not null,
    subject_id uuid not null,
    organization_id uuid not null,
    constraint pk_class_subjects primary key (class_id, subject_id),
    constraint fk_class_subjects_class_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_class_subjects_subject_id foreign key (subject_id, organization_id)
        references organization.subjects (id, organization_id)
);
create index ix_class_subjects_subject_id on journal.class_subjects (subject_id);
create index ix_class_subjects_organization_id on journal.class_subjects (organization_id);

-- The mark of the year, one for each pupil, year and subject, wherever in the year the pupil has been.
create table journal.year_marks (
    id uuid not null default gen_random_uuid(),
    version bigint not null default 0,
    organization_id uuid not null,
    pupil_id uuid not null,
    school_year_id uuid not null,
    subject_id uuid not null,
    value text not null,
    entered_at timestamptz not null default now(),
    entered_by uuid,
    constraint pk_year_marks primary key (id),
    constraint uq_year_marks_pupil_id_school_year_id_subject_id unique (pupil_id, school_year_id, subject_id),
    constraint fk_year_marks_pupil_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint fk_year_marks_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_year_marks_subject_id foreign key (subject_id, organization_id)
        references organization.subjects (id, organization_id),
    constraint ck_year_marks_value check (value in ('FIVE', 'FOUR', 'THREE', 'TWO', 'CREDIT', 'NO_CREDIT',
        'NOT_ATTESTED', 'NOT_ATTESTED_GOOD_REASON', 'EXEMPT'))
);
comment on column journal.year_marks.entered_by is 'account; null = the product itself';
create index ix_year_marks_school_year_id on journal.year_marks (school_year_id, subject_id);
create index ix_year_marks_subject_id on journal.year_marks (subject_id);
create index ix_year_marks_organization_id on journal.year_marks (organization_id);

-- What the law calls unsatisfactory or missed without good reason: it becomes a debt.
create function journal.is_unsatisfactory(value text) returns boolean
    language sql immutable strict parallel safe
    return value in ('TWO', 'NO_CREDIT', 'NOT_ATTESTED');

-- The state final examination of grades 9 and 11.
create table journal.final_exams (
    pupil_id uuid not null,
    school_year_id uuid not null,
    organization_id uuid not null,
    version bigint not null default 0,
    grade smallint not null,
    admitted boolean not null,
    -- Why not; the council says so.
    reason text,
    decided_on date not null,
    -- Null: not known yet.
    certificate text,
    certified_on date,
    constraint pk_final_exams primary key (pupil_id, school_year_id),
    constraint uq_final_exams_admitted unique (pupil_id, school_year_id, admitted),
    constraint fk_final_exams_pupil_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint fk_final_exams_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint ck_final_exams_grade check (grade in (9, 11)),
    constraint ck_final_exams_reason check (admitted = (reason is null) and char_length(btrim(reason)) between 1 and 500),
    constraint ck_final_exams_certificate check (certificate in ('ORDINARY', 'HONOURS', 'NONE')),
    constraint ck_final_exams_certified_on check ((certificate is null) = (certified_on is null)),
    constraint ck_final_exams_uncertified check (admitted or certificate is null or certificate = 'NONE')
);
create index ix_final_exams_school_year_id on journal.final_exams (school_year_id);
create index ix_final_exams_organization_id on journal.final_exams (organization_id);

-- A subject may be sat again: on a reserve day, in September. The latest sitting counts.
create table journal.exam_marks (
    pupil_id uuid not null,
    school_year_id uuid not null,
    subject_id uuid not null,
    taken_on date not null,
    organization_id uuid not null,
    -- Kept by the key: nobody sits an examination who was not admitted.
    admitted boolean not null default true,
    value text not null,
    points smallint,
    constraint pk_exam_marks primary key (pupil_id, school_year_id, subject_id, taken_on),
    constraint fk_exam_marks_pupil_id foreign key (pupil_id, school_year_id, admitted)
        references journal.final_exams (pupil_id, school_year_id, admitted),
    constraint fk_exam_marks_subject_id foreign key (subject_id, organization_id)
        references organization.subjects (id, organization_id),
    constraint ck_exam_marks_admitted check (admitted),
    constraint ck_exam_marks_value check (value in ('FIVE', 'FOUR', 'THREE', 'TWO', 'PASSED', 'FAILED')),
    constraint ck_exam_marks_points check (points between 0 and 100)
);
create index ix_exam_marks_subject_id on journal.exam_marks (subject_id);
create index ix_exam_marks_organization_id on journal.exam_marks (organization_id);

-- What an outcome asks of the final examination; who has no row there is in no row here.
create view journal.final_results with (security_invoker = true) as
    select f.pupil_id, f.school_year_id, f.organization_id, f.grade, f.admitted, f.certificate,
            coalesce(m.sat, 0)::int as sat, coalesce(m.failed, 0)::int as failed
        from journal.final_exams f left join (
            select pupil_id, school_year_id, count(*) as sat,
                    count(*) filter (where value in ('TWO', 'FAILED')) as failed
                from (select distinct on (pupil_id, school_year_id, subject_id) pupil_id, school_year_id, value
                    from journal.exam_marks order by pupil_id, school_year_id, subject_id, taken_on desc) latest
                group by pupil_id, school_year_id) m
            on m.pupil_id = f.pupil_id and m.school_year_id = f.school_year_id;

-- Marks of a year that is closed stand. The state is written by the organization's own verbs.
create function journal.refuse_mark_of_closed_year() returns trigger language plpgsql as $$
begin
    if exists (select from touched t join organization.school_years y on y.id = t.school_year_id where y.state = 'CLOSED')
    then
        raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'ck_year_marks_year_open';
    end if;
    return null;
end
$$;
create trigger year_marks_refuse_closed_insert after insert on journal.year_marks
    referencing new table as touched for each statement execute function journal.refuse_mark_of_closed_year();
create trigger year_marks_refuse_closed_update after update on journal.year_marks
    referencing new table as touched for each statement execute function journal.refuse_mark_of_closed_year();
create trigger year_marks_refuse_closed_delete after delete on journal.year_marks
    referencing old table as touched for each statement execute function journal.refuse_mark_of_closed_year();

alter table journal.class_subjects enable row level security;
create policy rls_class_subjects on journal.class_subjects
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table journal.year_marks enable row level security;
create policy rls_year_marks on journal.year_marks
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table journal.final_exams enable row level security;
create policy rls_final_exams on journal.final_exams
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table journal.exam_marks enable row level security;
create policy rls_exam_marks on journal.exam_marks
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema journal to ${appRole};
grant select, insert, delete on journal.class_subjects to ${appRole};
grant select, insert, update, delete on journal.year_marks, journal.exam_marks to ${appRole};
grant select, insert, update on journal.final_exams to ${appRole};
grant select on journal.final_results to ${appRole};
