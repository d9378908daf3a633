-- Sessions of all nodes: Spring Session's own table layout, in a schema of its own.
create schema session;

create table session.spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint pk_spring_session primary key (primary_id),
    constraint uq_spring_session_session_id unique (session_id)
);

create index ix_spring_session_expiry_time on session.spring_session (expiry_time);
create index ix_spring_session_principal_name on session.spring_session (principal_name);

create table session.spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint pk_spring_session_attributes primary key (session_primary_id, attribute_name),
    constraint fk_spring_session_attributes_session_primary_id foreign key (session_primary_id)
        references session.spring_session (primary_id) on delete cascade
);

grant usage on schema session to ${appRole};
grant select, insert, update, delete on all tables in schema session to ${appRole};
