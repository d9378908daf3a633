-- A duty may end before its date: by another order, or by a paper that says why it is no longer borne.
alter table people.duties
    add column ended_on date,
    add column end_order_id uuid,
    add column end_ground text,
    add column ended_by uuid,
    add constraint fk_duties_end_order_id foreign key (end_order_id) references orders.orders (id),
    drop constraint ck_duties_state,
    add constraint ck_duties_state check (state in ('PROPOSED', 'DONE', 'DROPPED', 'ENDED')),
    drop constraint ck_duties_order_id,
    add constraint ck_duties_order_id check ((state in ('DONE', 'ENDED')) = (order_id is not null)),
    -- Classes go from one teacher to another by an order on the whole table.
    add constraint ck_duties_ended check (
        (state = 'ENDED') = (ended_on is not null) and num_nonnulls(ended_on, end_ground, ended_by) in (0, 3)
        and (state <> 'ENDED' or kind <> 'CLASS_TEACHERS')),
    add constraint ck_duties_end_order_id check (end_order_id is null or state = 'ENDED'),
    add constraint ck_duties_ended_on check (ended_on >= from_on - 1 and ended_on < coalesce(to_on, 'infinity')),
    add constraint ck_duties_end_ground check (char_length(btrim(end_ground)) between 1 and 500);
create index ix_duties_end_order_id on people.duties (end_order_id);
