-- For an enrolment, which says the person and the organization as well and must not say others.
alter table people.pupils
    add constraint uq_pupils_id_person_id_organization_id unique (id, person_id, organization_id);
