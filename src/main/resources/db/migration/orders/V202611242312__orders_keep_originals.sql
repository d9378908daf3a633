-- Every original that an order ever had. A returned order names its original no longer, but the file stays and must
-- still say whose it is.
create table orders.originals (
    document_id uuid not null,
    organization_id uuid not null,
    order_id uuid not null,
    constraint pk_originals primary key (document_id),
    constraint fk_originals_document_id foreign key (document_id) references documents.files (id),
    constraint fk_originals_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_originals_order_id foreign key (order_id) references orders.orders (id)
);
create index ix_originals_organization_id on orders.originals (organization_id);
create index ix_originals_order_id on orders.originals (order_id);

alter table orders.originals enable row level security;
create policy rls_originals on orders.originals using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert on orders.originals to ${appRole};

insert into orders.originals (document_id, organization_id, order_id)
select original_id, organization_id, id from orders.orders where original_id is not null;
-- Former ones stand only in the audit.
insert into orders.originals (document_id, organization_id, order_id)
select f.id, o.organization_id, o.id
from audit.entries e
join documents.files f on f.id = (e.details ->> 'original')::uuid
join orders.orders o on o.id = e.affected[1]
where e.action = 'orders.original-frozen'
on conflict (document_id) do nothing;

create function orders.keep_original() returns trigger language plpgsql as $$
begin
    insert into orders.originals (document_id, organization_id, order_id)
    values (new.original_id, new.organization_id, new.id)
    on conflict (document_id) do nothing;
    return null;
end $$;
create trigger keep_original after insert or update of original_id on orders.orders
    for each row when (new.original_id is not null) execute function orders.keep_original();

-- Nobody asks the orders themselves any more.
drop index orders.ix_orders_original_id;
