-- Personal details stand apart from the journal, which holds ids only: here a name can be erased without touching
-- the record. The one table beside the journal that cannot be made again from it.

create table person (
  code      text not null,
  id        text not null,
  name      text check (length(name) > 0),
  erased_at timestamptz(3),
  primary key (code, id),
  constraint person_has_a_name_until_erased check ((name is null) = (erased_at is not null))
);
