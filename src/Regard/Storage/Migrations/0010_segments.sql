-- Customers who have something in common: by rules, or by a cluster whose centre is kept. Who belongs is read from the standings, so it is as fresh as they are.
create table segments (
  id          uuid primary key,
  number      bigint not null unique,
  name        text not null,
  kind        text not null,
  document    text not null,
  revision    bigint not null,
  made_by     uuid references people (id),
  made_at     timestamptz not null,
  saved_by    uuid references people (id),
  saved_at    timestamptz not null,
  archived_at timestamptz
);
