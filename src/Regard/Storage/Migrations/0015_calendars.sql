-- The working times of an ordinary week: seven lines, Monday first.
create table calendars (
  id       uuid primary key,
  name     text not null unique,
  zone     text not null,
  week     text not null,
  region   text,
  revision bigint not null,
  saved_at timestamptz not null,
  saved_by uuid references people (id)
);

-- Days that are not worked as their day of the week, nor as the public holidays say.
create table calendar_days (
  calendar_id uuid not null references calendars (id),
  day         date not null,
  shifts      text not null,
  name        text not null,
  primary key (calendar_id, day)
);

create table unit_calendars (
  unit_id     uuid primary key references units (id),
  calendar_id uuid not null references calendars (id)
);

-- Years of public holidays that were entered here; they hold instead of what Regard brings along.
create table holiday_years (
  region   text not null,
  year     bigint not null,
  source   text not null,
  saved_at timestamptz not null,
  saved_by uuid references people (id),
  primary key (region, year)
);

create table holidays (
  region    text not null,
  year      bigint not null,
  day       date not null,
  is_worked boolean not null,
  name      text not null,
  primary key (region, year, day)
);

create table absences (
  id          uuid primary key,
  person_id   uuid not null references people (id),
  from_day    date not null,
  until_day   date not null,
  stand_in_id uuid references people (id),
  noted_by    uuid references people (id),
  noted_at    timestamptz not null
);
create index absences_by_day on absences (until_day, from_day);

-- How tasks of a kind that are not done are told upwards. Each task keeps the version it was put under.
create table ladders (
  kind     text not null,
  version  bigint not null,
  document text not null,
  set_at   timestamptz not null,
  set_by   uuid references people (id),
  primary key (kind, version)
);

-- Each level of each task is reached once.
create table escalations (
  item_id   uuid not null references work_items (id),
  level     bigint not null,
  at        timestamptz not null,
  person_id uuid references people (id),
  took_over boolean not null,
  from_id   uuid references people (id),
  primary key (item_id, level)
);
create index escalations_by_person on escalations (person_id);

-- What every unit of a kind under a unit does each day or week.
create table routines (
  id         uuid primary key,
  title      text not null,
  unit_id    uuid not null references units (id),
  unit_kind  text not null,
  every      text not null,
  weekday    text,
  saved_at   timestamptz not null,
  saved_by   uuid references people (id),
  stopped_at timestamptz
);

-- Each routine is put once a unit and period.
create table routine_runs (
  routine_id uuid not null references routines (id),
  unit_id    uuid not null references units (id),
  day        date not null,
  item_id    uuid not null,
  primary key (routine_id, unit_id, day)
);
create index routine_runs_by_day on routine_runs (day);

-- Units where nothing was handled for a week although something was due.
create table idle_units (
  unit_id  uuid primary key references units (id),
  id       uuid not null,
  since    timestamptz not null,
  noted_at timestamptz not null
);
create index work_items_done on work_items (done_at, unit_id) where done_at is not null;
create index work_items_due on work_items (due_at, unit_id);
