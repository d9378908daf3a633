-- ApplicationDate: no application is dated more than a month back. A month has 31 days, and where it is written down
-- the day may be another one. Rows from before the rule stay as they are.
alter table students.transfers add constraint ck_transfers_applied_lately
    check (applied_on >= (proposed_at at time zone 'UTC')::date - 33) not valid;
alter table students.admissions add constraint ck_admissions_applied_lately
    check (applied_on >= (proposed_at at time zone 'UTC')::date - 33) not valid;
