-- What a mail was owed for: the case of that aggregate shows that it has not gone out yet.
alter table mail.outbox add column about uuid;
create index ix_outbox_about on mail.outbox (about) where status in ('WAITING', 'SENDING');
