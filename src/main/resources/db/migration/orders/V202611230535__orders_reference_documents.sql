alter table orders.orders
    add constraint fk_orders_organization_id foreign key (organization_id) references organization.organizations (id),
    add constraint fk_orders_original_id foreign key (original_id) references documents.files (id),
    add constraint fk_orders_registered_copy_id foreign key (registered_copy_id) references documents.files (id);
alter table orders.signatures
    add constraint fk_signatures_document_id foreign key (document_id) references documents.files (id);
alter table orders.acknowledgements
    add constraint fk_acknowledgements_document_id foreign key (document_id) references documents.files (id);

-- A file asks which order it belongs to before it is handed out.
create index ix_orders_original_id on orders.orders (original_id) where original_id is not null;
create index ix_orders_registered_copy_id on orders.orders (registered_copy_id) where registered_copy_id is not null;
create index ix_signatures_document_id on orders.signatures (document_id) where document_id is not null;
create index ix_acknowledgements_document_id on orders.acknowledgements (document_id) where document_id is not null;
