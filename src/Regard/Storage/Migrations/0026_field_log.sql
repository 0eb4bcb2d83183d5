-- What customers and colleagues told us face to face: interviews, technical visits, round tables, customers who visit us.
create table field_notes (
  id          uuid primary key,
  number      bigint not null unique,
  kind        text not null,
  staff_group text,
  day         date not null,
  unit_id     uuid not null references units (id),
  ours        text not null,
  attendees   bigint not null,
  customer_id uuid,
  words       text not null,
  mix         text,
  written_by  uuid references people (id),
  written_at  timestamptz not null
);
create index field_notes_by_day on field_notes (day, unit_id);

-- What a note says of indicators: that it is good, bad, or what is needed.
create table field_codes (
  note_id        uuid not null references field_notes (id),
  indicator_code text not null,
  sign           text not null,
  need           text not null,
  primary key (note_id, indicator_code, sign)
);

-- What was agreed to be done; each has one task of the same id.
create table field_actions (
  id       uuid primary key,
  note_id  uuid not null references field_notes (id),
  words    text not null,
  asked_by uuid references people (id),
  asked_at timestamptz not null
);
create index field_actions_by_note on field_actions (note_id);

-- Which of the seven P a complaint is about, where its cause does not say it.
alter table cases add column mix text;

-- What people add to the strengths, weaknesses, opportunities and threats of a unit, and take away again.
create table swot_notes (
  id         uuid primary key,
  unit_id    uuid not null references units (id),
  side       text not null,
  words      text not null,
  evidence   text not null,
  written_by uuid references people (id),
  written_at timestamptz not null,
  removed_by uuid references people (id),
  removed_at timestamptz
);
create index swot_notes_by_unit on swot_notes (unit_id);
