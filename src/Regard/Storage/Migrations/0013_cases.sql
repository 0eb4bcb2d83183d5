-- What somebody said to the company that somebody must see to. Its owner is never empty: whoever heard it, until another accepts it.
create table cases (
  customer_id     uuid not null,
  id              uuid not null,
  number          bigint not null,
  kind            text not null,
  channel         text not null,
  state           text not null,
  unit_id         uuid not null references units (id),
  owner_id        uuid not null references people (id),
  -- Who owned it first: stays answerable until it is closed.
  sponsor_id      uuid not null references people (id),
  -- False where the key leads to no customer.
  is_known        boolean not null,
  title           text not null,
  -- In the customer's own words.
  words           text not null,
  customers_view  text not null default '',
  our_facts       text not null default '',
  wants           text,
  severity        text not null,
  anger           bigint not null,
  fault           text not null,
  cause           text,
  -- The customer's grade when the case was opened.
  grade           text not null default '',
  contact_name    text,
  contact_email   text,
  contact_phone   text,
  language_tag    text,
  -- The employee whom the complaint is about; never handles it.
  about_id        uuid references people (id),
  is_own_mistake  boolean not null,
  body            text,
  body_reference  text,
  is_media        boolean not null,
  -- Who answers the press for us.
  spokesperson_id uuid references people (id),
  is_major        boolean not null,
  rules_number    bigint not null,
  hand_overs      bigint not null,
  -- The next moment that a running clock ends; empty where none runs.
  due_at          timestamptz,
  heard_at        timestamptz not null,
  created_at      timestamptz not null,
  created_by      uuid references people (id),
  closed_at       timestamptz,
  merged_into_customer uuid,
  merged_into     uuid,
  -- What it is found by, as the index of words reads it.
  found_by        text not null default '',
  revision        bigint not null,
  primary key (customer_id, id)
);
create index cases_by_number on cases (number);
-- Only of open ones something is due. Said by this alone, so that the planner knows how many there are.
create index cases_due on cases (due_at, number) where due_at is not null;
create index cases_waiting on cases (number) where closed_at is null and due_at is null;
create index cases_of_unit on cases (unit_id, created_at);
create index cases_of_owner on cases (owner_id);
create index cases_of_sponsor on cases (sponsor_id);
create index cases_open_of_unit on cases (unit_id, due_at, number) where closed_at is null;
create index cases_open_of_owner on cases (owner_id, due_at, number) where closed_at is null;
create index cases_open_of_sponsor on cases (sponsor_id) where closed_at is null;
create index cases_open_by_number on cases (number) where closed_at is null;
create index cases_closed on cases (number) where closed_at is not null;
create index cases_by_moment on cases (created_at);
create index cases_of_body on cases (created_at) where body is not null;

-- From what people say to where it is kept. The second column holds back a case that comes twice.
create table case_numbers (
  number      bigint primary key,
  case_id     uuid not null unique,
  customer_id uuid not null
);

-- What the customer follows a case by; of the code only the hash is kept.
create table case_receipts (
  hash        bytea primary key,
  customer_id uuid not null,
  case_id     uuid not null
);

create table case_owners (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  owner_id    uuid not null references people (id),
  how         text not null,
  why         text not null default '',
  from_at     timestamptz not null,
  until_at    timestamptz,
  given_by    uuid references people (id),
  primary key (customer_id, case_id, number)
);
create unique index case_owners_one on case_owners (customer_id, case_id) where until_at is null;

create table case_handovers (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  id          uuid not null,
  from_id     uuid not null references people (id),
  to_id       uuid not null references people (id),
  why         text not null,
  asked_by    uuid references people (id),
  asked_at    timestamptz not null,
  needs_approval boolean not null,
  approved_by uuid references people (id),
  approved_at timestamptz,
  -- Accepted, Declined, Withdrawn; empty while it waits.
  answer      text,
  answer_words text,
  answered_at timestamptz,
  primary key (customer_id, case_id, number)
);
create index case_handovers_waiting on case_handovers (to_id) where answered_at is null;
create unique index case_handovers_one on case_handovers (customer_id, case_id) where answered_at is null;

create table case_clocks (
  customer_id uuid not null,
  case_id     uuid not null,
  kind        text not null,
  -- 1, and one more each time that it is started anew.
  round       bigint not null,
  started_at  timestamptz not null,
  minutes     bigint not null,
  -- Minutes of any hour, not of working time only.
  round_the_clock boolean not null,
  due_at      timestamptz not null,
  -- Working minutes left while the clock stands still.
  left_minutes bigint,
  met_at      timestamptz,
  missed_at   timestamptz,
  outcome     text not null,
  primary key (customer_id, case_id, kind, round)
);
create index case_clocks_running on case_clocks (due_at) where outcome = 'Running' and left_minutes is null;

create table case_pauses (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  asked       text not null,
  from_at     timestamptz not null,
  paused_by   uuid references people (id),
  until_at    timestamptz,
  ended_by    uuid references people (id),
  primary key (customer_id, case_id, number)
);
create unique index case_pauses_one on case_pauses (customer_id, case_id) where until_at is null;

-- Each time one of the seven steps of recovery was done.
create table case_steps (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  step        text not null,
  channel     text,
  words       text not null,
  done_by     uuid references people (id),
  done_at     timestamptz not null,
  primary key (customer_id, case_id, number)
);

-- What was said and written, to the customer, by the customer and among ourselves.
create table case_notes (
  customer_id uuid not null,
  id          uuid not null,
  case_id     uuid not null,
  kind        text not null,
  channel     text,
  subject     text,
  words       text not null,
  -- The other side: an address, a number.
  party       text,
  message_id  text,
  written_by  uuid references people (id),
  written_at  timestamptz not null,
  primary key (customer_id, id)
);
create index case_notes_of_case on case_notes (customer_id, case_id);

create table case_files (
  customer_id uuid not null,
  id          uuid not null,
  case_id     uuid not null,
  note_id     uuid,
  name        text not null,
  type        text not null,
  size        bigint not null,
  hash        bytea not null,
  -- Waiting, Clean, Refused: what the scanner said, where there is one.
  scan        text not null,
  added_by    uuid references people (id),
  added_at    timestamptz not null,
  removed_at  timestamptz,
  primary key (customer_id, id)
);
create index case_files_of_case on case_files (customer_id, case_id);
create index case_files_unscanned on case_files (added_at) where scan = 'Unscanned' and removed_at is null;

create table case_file_parts (
  customer_id uuid not null,
  file_id     uuid not null,
  number      bigint not null,
  bytes       bytea not null,
  primary key (customer_id, file_id, number)
);

-- What another department is asked to do for a case, by its own clock.
create table case_tasks (
  customer_id uuid not null,
  id          uuid not null,
  case_id     uuid not null,
  unit_id     uuid not null references units (id),
  -- Ask, Crisis, or Broadcast, which does not hold the closing up.
  kind        text not null,
  owner_id    uuid not null references people (id),
  words       text not null,
  minutes     bigint not null,
  due_at      timestamptz not null,
  asked_by    uuid references people (id),
  asked_at    timestamptz not null,
  answer      text,
  done_by     uuid references people (id),
  done_at     timestamptz,
  withdrawn_at timestamptz,
  primary key (customer_id, id)
);
create index case_tasks_of_case on case_tasks (customer_id, case_id);
create index case_tasks_open_of_owner on case_tasks (owner_id) where done_at is null and withdrawn_at is null;

-- What we offered, and what the customer said to it.
create table case_proposals (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  words       text not null,
  gesture_id  uuid,
  made_by     uuid references people (id),
  made_at     timestamptz not null,
  is_accepted boolean,
  channel     text,
  answer      text,
  answered_at timestamptz,
  noted_by    uuid references people (id),
  primary key (customer_id, case_id, number)
);

create table case_closures (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  reason      text not null,
  channel     text,
  words       text not null,
  -- What we do so that it does not happen again, or why nothing.
  improvement text not null default '',
  closed_by   uuid references people (id),
  closed_at   timestamptz not null,
  reopened_by uuid references people (id),
  reopened_at timestamptz,
  reopened_because text,
  primary key (customer_id, case_id, number)
);
create unique index case_closures_one on case_closures (customer_id, case_id) where reopened_at is null;

-- The customer asked for a superior: to whom it went, one step further up the tree each time.
create table case_escalations (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  id          uuid not null,
  unit_id     uuid not null references units (id),
  to_id       uuid not null references people (id),
  words       text not null,
  asked_at    timestamptz not null,
  due_at      timestamptz not null,
  primary key (customer_id, case_id, number)
);

-- What was learnt from a major incident. The newest counts.
create table case_reviews (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  words       text not null,
  written_by  uuid references people (id),
  written_at  timestamptz not null,
  primary key (customer_id, case_id, number)
);

create table case_merges (
  customer_id uuid not null,
  case_id     uuid not null,
  number      bigint not null,
  into_customer_id uuid not null,
  into_case_id uuid not null,
  merged_by   uuid references people (id),
  merged_at   timestamptz not null,
  undone_by   uuid references people (id),
  undone_at   timestamptz,
  primary key (customer_id, case_id, number)
);
create index case_merges_into on case_merges (into_customer_id, into_case_id);
create unique index case_merges_one on case_merges (customer_id, case_id) where undone_at is null;

-- The named contact of a customer, and who stands in with the same power.
create table customer_contacts (
  customer_id uuid primary key,
  person_id   uuid not null references people (id),
  backup_id   uuid references people (id),
  named_by    uuid references people (id),
  named_at    timestamptz not null
);

-- Who takes what reaches a unit by no person's ear: mail, page, hotline, survey.
create table unit_contacts (
  unit_id     uuid primary key references units (id),
  person_id   uuid not null references people (id),
  backup_id   uuid references people (id),
  named_by    uuid references people (id),
  named_at    timestamptz not null
);

-- Clocks, limits and follow-ups. A case keeps the number of those it was opened under.
create table case_rules (
  number      bigint primary key,
  document    text not null,
  made_by     uuid references people (id),
  made_at     timestamptz not null
);

create table case_views (
  id          uuid primary key,
  person_id   uuid not null references people (id),
  name        text not null,
  filter      text not null,
  made_at     timestamptz not null
);
create index case_views_of_person on case_views (person_id);

-- Authorities and associations to which customers complain about us.
create table external_bodies (
  id          uuid primary key,
  name        text not null unique,
  -- Until the answer is due there.
  days        bigint not null,
  in_working_days boolean not null,
  note        text not null,
  -- No longer chosen for new cases when false.
  is_in_use   boolean not null,
  saved_at    timestamptz not null,
  saved_by    uuid references people (id)
);
