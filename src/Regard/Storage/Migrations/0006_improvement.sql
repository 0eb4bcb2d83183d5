-- Whatever has an owner and a due time. A plan's owner and due day stand here, in one place.
create table work_items (
  id         uuid primary key,
  kind       text not null,
  subject_id uuid not null,
  title      text not null,
  path       text not null,
  unit_id    uuid not null references units (id),
  owner_id   uuid references people (id),
  due_at     timestamptz not null,
  -- The day that was said, where it was a day; due_at is the end of its working time.
  due_on     date,
  created_at timestamptz not null,
  done_at    timestamptz,
  done_by    uuid references people (id),
  -- The version of the ladder of its kind, the highest level reached, and when the next one is.
  ladder       bigint not null default 0,
  level        bigint not null default 0,
  escalates_at timestamptz,
  unique (kind, subject_id)
);
create index work_items_open on work_items (owner_id, due_at) where done_at is null;
create index work_items_by_unit on work_items (unit_id, due_at) where done_at is null;
create index work_items_escalating on work_items (escalates_at) where done_at is null;

create table plans (
  id             uuid primary key,
  number         bigint not null unique,
  wave_id        uuid not null references waves (id),
  unit_id        uuid not null references units (id),
  indicator_code text not null,
  measure        text not null,
  problem        text not null default '',
  root_cause     text not null default '',
  target         double precision,
  created_at     timestamptz not null,
  created_by     uuid references people (id),
  started_at     timestamptz,
  started_by     uuid references people (id),
  done_at        timestamptz,
  done_by        uuid references people (id),
  dropped_at     timestamptz,
  dropped_by     uuid references people (id),
  dropped_because text,
  revision       bigint not null,
  unique (wave_id, unit_id, indicator_code)
);

create table plan_steps (
  plan_id  uuid not null references plans (id),
  id       uuid not null,
  position bigint not null,
  words    text not null,
  due_on   date,
  done_at  timestamptz,
  done_by  uuid references people (id),
  primary key (plan_id, id)
);

create table verdicts (
  plan_id             uuid primary key references plans (id),
  wave_id             uuid not null references waves (id),
  verdict             text not null,
  reason              text not null,
  effect              double precision,
  standard_error      double precision,
  lower               double precision,
  upper               double precision,
  smallest_detectable double precision,
  comparison_units    bigint not null,
  before_value        double precision,
  after_value         double precision,
  expected_value      double precision,
  judged_at           timestamptz not null
);
