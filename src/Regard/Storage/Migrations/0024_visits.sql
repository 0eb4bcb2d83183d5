-- Who is to visit which units how often by when; each order is on its visitor's list until it is fulfilled.
create table visit_plans (
  id              uuid primary key,
  number          bigint not null unique,
  name            text not null,
  kind            text not null,
  form_version_id uuid not null references form_versions (id),
  each_unit       bigint not null,
  until_day       date not null,
  made_by         uuid references people (id),
  made_at         timestamptz not null,
  stopped_at      timestamptz
);

create table visit_orders (
  id         uuid primary key,
  plan_id    uuid not null references visit_plans (id),
  unit_id    uuid not null references units (id),
  visitor_id uuid not null references people (id),
  unique (plan_id, unit_id, visitor_id)
);

-- A published form filled in by somebody about a unit or a competitor. The id is made on the phone, so that it is taken once.
create table visits (
  id              uuid primary key,
  number          bigint not null unique,
  kind            text not null,
  unit_id         uuid not null references units (id),
  form_version_id uuid not null references form_versions (id),
  order_id        uuid references visit_orders (id),
  visitor_id      uuid not null references people (id),
  -- The colleague who was met, and as what.
  person_id       uuid references people (id),
  role_met        text,
  shift           text,
  day             date not null,
  ratings         bytea not null,
  answers         text,
  notes           text not null,
  -- 0 to 100 over the items that apply; failed is how many checks were not done.
  score           double precision,
  items           bigint not null,
  failed          bigint not null,
  submitted_at    timestamptz not null
);
create index visits_by_unit on visits (unit_id, day);
create index visits_by_visitor on visits (visitor_id, day);
create index visits_by_order on visits (order_id) where order_id is not null;

create table visit_photos (
  id       uuid primary key,
  visit_id uuid not null references visits (id),
  item_key text not null,
  name     text not null,
  type     text not null,
  size     bigint not null,
  hash     bytea not null,
  -- Unscanned, Clean, Refused, as of the files of cases.
  scan     text not null,
  added_by uuid references people (id),
  added_at timestamptz not null
);
create index visit_photos_of_visit on visit_photos (visit_id);
create index visit_photos_unscanned on visit_photos (added_at) where scan = 'Unscanned';

create table visit_photo_parts (
  photo_id uuid not null references visit_photos (id),
  number   bigint not null,
  bytes    bytea not null,
  primary key (photo_id, number)
);

-- What was not done is looked at again until it is.
create table visit_rechecks (
  visit_id   uuid not null references visits (id),
  number     bigint not null,
  item_key   text not null,
  passed     boolean not null,
  words      text not null,
  photo_id   uuid references visit_photos (id),
  checked_by uuid references people (id),
  checked_at timestamptz not null,
  primary key (visit_id, number, item_key)
);

-- Something of the premises or the equipment that is broken; open until somebody says how it was mended.
create table defects (
  id           uuid primary key,
  number       bigint not null unique,
  unit_id      uuid not null references units (id),
  visit_id     uuid references visits (id),
  item_key     text,
  words        text not null,
  due_on       date not null,
  reported_by  uuid references people (id),
  reported_at  timestamptz not null,
  mended_by    uuid references people (id),
  mended_at    timestamptz,
  mended_words text
);
create index defects_open on defects (unit_id, due_on) where mended_at is null;
