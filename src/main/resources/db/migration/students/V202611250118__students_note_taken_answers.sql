-- What has become of a request for a place and was drawn upon: the same answer told again is laid aside.
alter table students.place_requests add column answer_taken boolean not null default false;
update students.place_requests set answer_taken = state <> 'REQUESTED';
