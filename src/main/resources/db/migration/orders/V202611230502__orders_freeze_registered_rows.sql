-- A signed order is never edited: not by the product, not by its owner at the SQL prompt.
create function orders.keep_order() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'order % cannot be deleted', old.id using errcode = 'restrict_violation';
    end if;
    if old.status in ('REGISTERED', 'REJECTED') then
        raise exception 'order % is %', old.id, lower(old.status) using errcode = 'restrict_violation';
    end if;
    if old.status = 'FROZEN' and new.status <> 'DRAFT'
        and (new.title, new.legal_basis, new.body, new.effective_on, new.original_id, new.original_sha256, new.kind,
             new.series, new.relation, new.target_order_id, new.signature_kind)
            is distinct from
            (old.title, old.legal_basis, old.body, old.effective_on, old.original_id, old.original_sha256, old.kind,
             old.series, old.relation, old.target_order_id, old.signature_kind) then
        raise exception 'order % is frozen', old.id using errcode = 'restrict_violation';
    end if;
    if old.organization_id <> new.organization_id or old.caused_by <> new.caused_by then
        raise exception 'order % keeps its organization and cause', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_order before update or delete on orders.orders
    for each row execute function orders.keep_order();

create function orders.keep_order_part() returns trigger language plpgsql as $$
declare
    part uuid := case when tg_op = 'DELETE' then old.order_id else new.order_id end;
begin
    if exists (select from orders.orders where id = part and status <> 'DRAFT') then
        raise exception 'order % is no draft', part using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_order_part before insert or update or delete on orders.annexes
    for each row execute function orders.keep_order_part();
create trigger keep_order_part before insert or update or delete on orders.acquaintances
    for each row execute function orders.keep_order_part();

create function orders.keep_signature() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'OFFERED' then
        raise exception 'signature % is kept as it is', old.id using errcode = 'restrict_violation';
    end if;
    if to_jsonb(new) - '{state,signer_account_id,signer_name,signer_position,on_behalf_of,signed_at,signed_on,address,recorded_by}'::text[]
        <> to_jsonb(old) - '{state,signer_account_id,signer_name,signer_position,on_behalf_of,signed_at,signed_on,address,recorded_by}'::text[] then
        raise exception 'signature % is kept as it is', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_signature before update or delete on orders.signatures
    for each row execute function orders.keep_signature();

-- Open → settled once; afterwards only the copy in hand may still be noted, once.
create function orders.keep_acknowledgement() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'acknowledgement % cannot be deleted', old.id using errcode = 'restrict_violation';
    end if;
    if (to_jsonb(new) - '{state,settled_at,settled_on,settled_by,document_id,first_witness,second_witness,copy_issued_on}'::text[])
        <> (to_jsonb(old) - '{state,settled_at,settled_on,settled_by,document_id,first_witness,second_witness,copy_issued_on}'::text[])
        or (old.copy_issued_on is not null and new.copy_issued_on is distinct from old.copy_issued_on)
        or (old.state <> 'OPEN' and to_jsonb(new) - 'copy_issued_on' <> to_jsonb(old) - 'copy_issued_on') then
        raise exception 'acknowledgement % is settled', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_acknowledgement before update or delete on orders.acknowledgements
    for each row execute function orders.keep_acknowledgement();
