create table counters (
  name text primary key,
  last bigint not null
);

create table settings (
  name  text primary key,
  value text not null
);

create table units (
  id        uuid primary key,
  code      text not null unique,
  name      text not null,
  kind      text not null,
  closed_on date
);

-- A move is a new row: what happened before it stays under the old parent.
create table unit_places (
  unit_id   uuid not null references units (id),
  from_day  date not null,
  parent_id uuid references units (id),
  primary key (unit_id, from_day)
);

create table people (
  id           uuid primary key,
  name         text not null,
  email        text not null unique,
  language_tag text not null,
  created_at   timestamptz not null,
  left_at      timestamptz
);

create table roles_held (
  person_id  uuid not null references people (id),
  role       text not null,
  unit_id    uuid not null references units (id),
  from_day   date not null,
  until_day  date,
  granted_by uuid references people (id),
  primary key (person_id, role, unit_id, from_day)
);

create table passwords (
  person_id uuid primary key references people (id),
  hash      text not null,
  set_at    timestamptz not null
);

-- Wrong passwords by e-mail address, whether or not anybody has it, so that nothing is told about who does.
create table sign_in_failures (
  email        text primary key,
  failures     bigint not null,
  last_at      timestamptz not null,
  locked_until timestamptz
);

create table sign_ins (
  token_hash   bytea primary key,
  person_id    uuid not null references people (id),
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  device       text not null
);
create index sign_ins_by_person on sign_ins (person_id);

create table api_tokens (
  id         uuid primary key,
  token_hash bytea not null unique,
  person_id  uuid not null references people (id),
  name       text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table joining_links (
  id           uuid primary key,
  token_hash   bytea not null unique,
  name         text not null,
  email        text not null,
  role         text not null,
  unit_id      uuid not null references units (id),
  invited_by   uuid references people (id),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  withdrawn_at timestamptz
);

-- Keys that protect forms against forgery, shared by all web nodes.
create table sign_in_keys (
  name       text primary key,
  xml        text not null,
  created_at timestamptz not null
);

-- Work that only one node may do at a time.
create table leases (
  name   text primary key,
  holder text not null,
  until  timestamptz not null
);
