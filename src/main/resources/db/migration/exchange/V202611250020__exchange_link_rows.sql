-- What a row names beside its target and was found in the register by the check: looked for once, used when applied.
alter table exchange.import_rows add column linked uuid[];
comment on column exchange.import_rows.linked is 'rows of the register that the kind found, in an order of its own; null = none';
