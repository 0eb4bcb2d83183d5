create table programmes (
  id             uuid primary key,
  name           text not null unique,
  waves_per_year bigint not null,
  minimum_n      bigint not null,
  short_boards   bigint not null,
  plan_days      bigint not null,
  created_at     timestamptz not null
);

create table forms (
  id          uuid primary key,
  name        text not null,
  created_by  uuid references people (id),
  created_at  timestamptz not null,
  archived_at timestamptz
);

-- The text being written. Its revision lets only one of two editors save; what stood before the last save can be brought back.
create table form_drafts (
  form_id  uuid primary key references forms (id),
  revision bigint not null,
  document text not null,
  previous text,
  saved_by uuid references people (id),
  saved_at timestamptz not null
);

create table form_versions (
  id           uuid primary key,
  form_id      uuid not null references forms (id),
  number       bigint not null,
  document     text not null,
  hash         text not null,
  published_by uuid references people (id),
  published_at timestamptz not null,
  unique (form_id, number)
);

create table waves (
  id              uuid primary key,
  programme_id    uuid not null references programmes (id),
  number          bigint not null,
  name            text not null,
  form_version_id uuid not null references form_versions (id),
  tree_id         uuid not null references indicator_trees (id),
  opens_on        date not null,
  closes_on       date not null,
  minimum_n       bigint not null,
  open_link       text unique,
  open_unit_id    uuid references units (id),
  created_by      uuid references people (id),
  created_at      timestamptz not null,
  opened_at       timestamptz,
  closed_at       timestamptz,
  frozen_at       timestamptz,
  fingerprint     text,
  unique (programme_id, number)
);

-- What grows with customers carries customer_id in front, ready to be spread over machines.
-- One customer in the sample of a wave, and the personal link once it is made.
create table invitations (
  customer_id  uuid not null,
  id           uuid not null,
  wave_id      uuid not null references waves (id),
  unit_id      uuid not null references units (id),
  segment      text not null default '',
  secret_hash  bytea,
  created_at   timestamptz not null,
  linked_at    timestamptz,
  opened_at    timestamptz,
  submitted_at timestamptz,
  primary key (customer_id, id),
  unique (customer_id, wave_id)
);
create index invitations_by_wave on invitations (wave_id, unit_id);

-- Pages saved but not yet submitted; gone when submitted.
create table answer_drafts (
  customer_id  uuid not null,
  id           uuid not null,
  wave_id      uuid not null references waves (id),
  page         bigint not null,
  language_tag text not null,
  answers      text not null,
  started_at   timestamptz not null,
  saved_at     timestamptz not null,
  primary key (customer_id, id)
);

-- One row a response. The number is the order of arrival in its wave, without gaps: the fold reads by it.
create table responses (
  customer_id  uuid not null,
  id           uuid not null,
  wave_id      uuid not null,
  number       bigint not null,
  unit_id      uuid not null,
  segment      text not null,
  channel      text not null,
  language_tag text not null,
  ratings      bytea not null,
  answers      text,
  weight       double precision not null,
  has_text     boolean not null,
  started_at   timestamptz,
  submitted_at timestamptz not null,
  primary key (customer_id, id)
);
create index responses_by_wave on responses (wave_id, number);
create index responses_with_text on responses (wave_id, unit_id, number) where has_text;

-- How many responses came in, counted as they come, so that watching a wave costs the same however many there are.
create table response_counts (
  wave_id   uuid not null references waves (id),
  unit_id   uuid not null references units (id),
  channel   text not null,
  day       date not null,
  responses bigint not null,
  primary key (wave_id, unit_id, channel, day)
);

create table imports (
  id        uuid primary key,
  wave_id   uuid references waves (id),
  kind      text not null,
  file_name text not null,
  made_by   uuid references people (id),
  made_at   timestamptz not null,
  taken     bigint not null,
  turned_away bigint not null,
  report    text not null,
  bad_rows  text
);

-- Files that somebody looks into before they are imported; gone when imported, or after a day.
create table uploads (
  id        uuid primary key,
  file_name text not null,
  made_by   uuid references people (id),
  made_at   timestamptz not null
);

create table upload_parts (
  upload_id uuid not null references uploads (id),
  number    bigint not null,
  bytes     bytea not null,
  primary key (upload_id, number)
);
