-- What an answer rests on: the act or the decision by which the organization has settled the question.
alter table organization.policies add column basis text;
alter table organization.policies
    add constraint ck_policies_basis check (btrim(basis) <> '' and length(basis) <= 300);
