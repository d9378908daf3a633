-- The list of cases: an organization's own, the newest first; what another case has called is not in it.
create index ix_cases_organization_id_started_at on workflow.cases (organization_id, started_at desc)
    where parent_instance_id is null;
