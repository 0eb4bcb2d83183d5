-- Whatever has an owner and a due day. A plan's owner and due day stand here, in one place.
create table work_items (
  id         uuid primary key,
  kind       text not null,
  subject_id uuid not null,
  title      text not null,
  path       text not null,
  unit_id    uuid not null references units (id),
  owner_id   uuid references people (id),
  due_on     date not null,
  created_at timestamptz not null,
  done_at    timestamptz,
  done_by    uuid references people (id),
  unique (kind, subject_id)
);
create index work_items_open on work_items (owner_id, due_on) where done_at is null;

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
