-- A Message-ID is the sender's claim: two different mails may carry one. Which mail it is, id and content say together.
alter table mail.received
    add column content_sha256 text,
    -- Which kind of fault kept it from being read; the mail is then its bytes only.
    add column fault text;

-- As Java computes it: ParsedMail.
update mail.received r set content_sha256 = case when too_large then sha256 else encode(sha256(convert_to(
    encode(sha256(convert_to(sender, 'UTF8')), 'hex') || encode(sha256(convert_to(subject, 'UTF8')), 'hex')
    || encode(sha256(convert_to(body, 'UTF8')), 'hex')
    || coalesce((select string_agg(encode(sha256(convert_to(a.name, 'UTF8')), 'hex')
            || encode(sha256(convert_to(a.media_type, 'UTF8')), 'hex') || encode(sha256(a.bytes), 'hex'), ''
            order by a.position)
        from mail.received_attachments a where a.received_id = r.id), ''), 'UTF8')), 'hex') end;

alter table mail.received
    alter column content_sha256 set not null,
    drop constraint uq_received_message_id,
    add constraint uq_received_message_id unique (message_id, content_sha256),
    add constraint ck_received_content_sha256 check (content_sha256 ~ '^[0-9a-f]{64}$'),
    add constraint ck_received_fault check (fault is null or sender || subject || body = '');

create index ix_received_fault on mail.received (received_at)
    where fault is not null and mail_id is null and set_aside_at is null;

drop trigger keep_received on mail.received;
create trigger keep_received before delete or update
    of message_id, sender, subject, body, raw, sha256, received_at, content_sha256, fault
    on mail.received for each row execute function mail.keep_received();
