-- A trusted extension of PostgreSQL itself, so the owner of the database may make it: rules that no two periods of one
-- thing overlap. In public, where every module finds it; the migrations' own schema would come first.
create extension if not exists btree_gist with schema public;
