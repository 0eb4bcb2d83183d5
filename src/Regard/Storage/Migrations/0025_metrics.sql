-- A figure that is measured again and again, of units or of the whole company.
create table series (
  code             text primary key,
  names            text not null,
  unit_of_measure  text not null,
  kind             text not null,
  granularity      text not null,
  higher_is_better boolean not null,
  is_share         boolean not null,
  indicator_code   text,
  limit_value      double precision,
  worst            double precision,
  best             double precision,
  called           text not null,
  worked_out       boolean not null,
  made_by          uuid references people (id),
  made_at          timestamptz not null
);

create table series_points (
  series_code text not null references series (code),
  unit_id     uuid not null references units (id),
  -- The first of its period.
  day         date not null,
  value       double precision not null,
  n           bigint,
  source      text not null,
  noted_by    uuid references people (id),
  noted_at    timestamptz not null,
  primary key (series_code, unit_id, day)
);

-- What stood there before a correction or a removal.
create table series_points_before (
  id          uuid primary key,
  series_code text not null references series (code),
  unit_id     uuid not null references units (id),
  day         date not null,
  value       double precision not null,
  n           bigint,
  source      text not null,
  noted_by    uuid references people (id),
  noted_at    timestamptz not null,
  replaced_by uuid references people (id),
  replaced_at timestamptz not null
);
create index series_points_before_by_point on series_points_before (series_code, unit_id, day);

-- What is chosen once for all series: one row.
create table metric_settings (
  name     text primary key,
  document text not null,
  set_by   uuid references people (id),
  set_at   timestamptz not null
);

-- What competitors have in common, such as foreign or domestic.
create table competitor_groups (
  unit_id uuid primary key references units (id),
  name    text not null,
  set_by  uuid references people (id),
  set_at  timestamptz not null
);

-- The fault that a work order names, by its code in the workshop's own system.
alter table events add column fault text;
-- What the order cost us, in the smallest unit of the company's currency, where the file says so.
alter table events add column cost bigint;
