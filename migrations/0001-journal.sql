-- The journal: append-only, one chain. The database itself refuses to change or remove an entry.

create table entry (
  position       bigint primary key check (position > 0),
  id             text not null check (length(id) = 20),
  stream         text not null,
  version        integer not null check (version > 0),
  type           text not null,
  data           jsonb not null,
  effective_from text not null,
  recorded_at    timestamptz(3) not null,
  acted_by       text not null,
  on_behalf_of   text,
  command        text not null,
  rulebook       date not null,
  basis          text not null,
  source         text,
  class          text not null check (class in ('white', 'green', 'amber', 'red')),
  content_hash   text not null check (length(content_hash) = 64),
  previous_hash  text not null check (length(previous_hash) = 64),
  hash           text not null unique check (length(hash) = 64),
  unique (stream, version)
);

create index entry_id on entry (id);
create index entry_recorded_at on entry (recorded_at);

create function entry_is_for_ever() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % of an entry is refused', lower(tg_op)
    using errcode = 'restrict_violation',
          hint = 'Enter a correction as a new entry.';
end
$$;

create trigger entry_is_for_ever before update or delete on entry
  for each row execute function entry_is_for_ever();
create trigger entries_are_for_ever before truncate on entry
  for each statement execute function entry_is_for_ever();

-- The chain as the public may see it: one row for each entry that it may read.
create table public_chain (
  position bigint primary key references entry (position),
  count    bigint not null,
  hash     text not null check (length(hash) = 64)
);

-- Rows kept from folds. They can be dropped and are made again from the journal.
create table kept_fold (
  name     text primary key,
  edition  integer not null,
  position bigint not null
);

create table kept_row (
  code            text not null,
  fold            text not null,
  key             text not null,
  class           text not null,
  opens           text not null,
  closes          text,
  certainly_from  date not null,
  certainly_until date not null,
  basis           text not null,
  source          text,
  entries         jsonb not null,
  data            jsonb not null,
  primary key (code, fold, key)
);

create index kept_row_certainly on kept_row (code, fold, certainly_from, certainly_until);
