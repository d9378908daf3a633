-- IMAP tells the time of arrival in whole seconds: two answers of one second would stand in no order.
alter table mail.received add column arrival bigint generated always as identity;
