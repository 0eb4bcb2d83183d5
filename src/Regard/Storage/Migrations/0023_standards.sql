-- A level demanded of the service. A change ends one version on a day and starts the next.
create table standards (
  id              uuid not null,
  version         bigint not null,
  code            text not null,
  names           text not null,
  says            text not null,
  kind            text not null,
  demanded        double precision not null,
  minimum         double precision not null,
  limit_value     double precision,
  unit_of_measure text,
  customer_facing boolean not null,
  tolerance       double precision,
  origin          text not null,
  owner_unit_id   uuid references units (id),
  step_id         uuid,
  grade_levels    text,
  from_day        date not null,
  until_day       date,
  made_by         uuid references people (id),
  made_at         timestamptz not null,
  primary key (id, version)
);

create table standard_indicators (
  standard_id    uuid not null,
  version        bigint not null,
  indicator_code text not null,
  primary key (standard_id, version, indicator_code),
  foreign key (standard_id, version) references standards (id, version)
);

-- Which of two standards in conflict is worked by.
create table standard_decisions (
  indicator_code  text not null,
  inside_id       uuid not null,
  inside_version  bigint not null,
  outside_id      uuid not null,
  outside_version bigint not null,
  holds           text not null,
  why             text not null,
  made_by         uuid references people (id),
  made_at         timestamptz not null,
  primary key (indicator_code, inside_id, inside_version, outside_id, outside_version)
);

-- The customer's journey: every saving is a version of its own.
create table blueprints (
  number  bigint primary key,
  stages  text not null,
  made_by uuid references people (id),
  made_at timestamptz not null
);

-- How the company means to serve, with the evidence for its four traits: every saving is a version of its own.
create table strategies (
  number      bigint primary key,
  statement   text not null,
  traits      text not null,
  made_by     uuid references people (id),
  made_at     timestamptz not null,
  approved_by uuid references people (id),
  approved_at timestamptz
);

-- What was said in public, with the level it lets customers count on.
create table promises (
  id             uuid primary key,
  number         bigint not null unique,
  place          text not null,
  words          text not null,
  indicator_code text not null,
  level          double precision not null,
  standard_id    uuid,
  unit_id        uuid not null references units (id),
  checked        text not null,
  from_day       date not null,
  until_day      date,
  made_by        uuid references people (id),
  made_at        timestamptz not null
);

-- Looked at by somebody: was it kept there on that day?
create table promise_checks (
  id          uuid primary key,
  promise_id  uuid not null references promises (id),
  unit_id     uuid not null references units (id),
  day         date not null,
  kept        boolean not null,
  note        text not null,
  case_number bigint,
  made_by     uuid references people (id),
  made_at     timestamptz not null
);
create index promise_checks_by_promise on promise_checks (promise_id, day);

-- What customers met: one row an encounter (a visit, a measurement, a check), with all the levels it showed; replaced as a whole.
create table deliveries (
  source_id uuid primary key,
  source    text not null,
  unit_id   uuid not null references units (id),
  day       date not null,
  levels    text not null
);
create index deliveries_by_day on deliveries (day, unit_id);
