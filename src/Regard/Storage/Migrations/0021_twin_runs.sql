-- The search for duplicates that was asked for or runs now: one row at most, named so.
create table twin_runs (
  name          text primary key,
  asked_by      uuid references people (id),
  asked_at      timestamptz not null,
  started_at    timestamptz,
  -- Customers gone through, of all.
  read          bigint not null default 0,
  total         bigint not null default 0,
  stop_asked_at timestamptz
);
