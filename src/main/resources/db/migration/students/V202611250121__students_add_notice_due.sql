-- When the notice of the arrival is due, counted once, when the child leaves: a list of many needs no calendar.
alter table students.transfers add column notice_due_on date;
update students.transfers set notice_due_on = moved_on + 9 where state in ('LEFT', 'ARRIVED');
alter table students.transfers add constraint ck_transfers_notice_due_on
    check ((state in ('LEFT', 'ARRIVED')) = (notice_due_on is not null));
create index ix_transfers_moved_on on students.transfers (moved_on, id) where state = 'LEFT';
alter table students.place_requests add column notice_due_on date;
update students.place_requests set notice_due_on = left_on + 9 where left_on is not null;
alter table students.place_requests add constraint ck_place_requests_notice_due_on
    check ((left_on is null) = (notice_due_on is null));
create index ix_place_requests_left_on on students.place_requests (organization_id, left_on, id) where state = 'ACCEPTED';
