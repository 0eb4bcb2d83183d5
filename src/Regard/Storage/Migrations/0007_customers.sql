-- One person or account. Merged ones stay and point to the one that goes on: what happened to them is theirs for ever.
create table customers (
  customer_id  uuid primary key,
  number       bigint not null,
  external_id  text,
  kind         text not null,
  account_id   uuid,
  name         text,
  email        text,
  phone        text,
  language_tag text,
  unit_id      uuid references units (id),
  segment      text not null default '',
  since        date,
  -- What it is found by, as the index of words reads it.
  words        text not null default '',
  created_at   timestamptz not null,
  merged_into  uuid,
  merged_at    timestamptz,
  merged_by    uuid references people (id)
);
create index customers_by_external_id on customers (external_id);
create index customers_by_number on customers (number);
create index customers_by_unit on customers (unit_id, number);
create index customers_by_segment on customers (segment);
create index customers_by_account on customers (account_id) where account_id is not null;
create index customers_by_phone on customers (phone) where phone is not null;
create index customers_by_email on customers (email) where email is not null;
create index customers_merged on customers (merged_into) where merged_into is not null;

-- One dated thing that happened to a customer. The id follows from the external id, so that the same event counts once however often it comes.
create table events (
  customer_id uuid not null,
  id          uuid not null,
  external_id text,
  kind        text not null,
  day         date not null,
  unit_id     uuid references units (id),
  -- In the smallest unit of the company's currency: what was paid, and what of it is gross profit.
  amount      bigint,
  profit      bigint,
  category    text,
  asset_id    uuid,
  words       text,
  created_at  timestamptz not null,
  primary key (customer_id, id)
);

create table contracts (
  customer_id uuid not null,
  id          uuid not null,
  external_id text not null,
  kind        text not null,
  unit_id     uuid references units (id),
  from_day    date not null,
  until_day   date,
  ended_on    date,
  ended_because text,
  yearly_amount bigint,
  primary key (customer_id, id)
);
create index contracts_by_id on contracts (id);

-- A vehicle, a machine, a flat: what the customer has and the company serves.
create table assets (
  customer_id uuid not null,
  id          uuid not null,
  external_id text not null,
  kind        text not null,
  model       text,
  plate       text,
  serial      text,
  from_day    date,
  until_day   date,
  primary key (customer_id, id)
);
create index assets_by_id on assets (id);
create index assets_by_plate on assets (plate) where plate is not null;

-- What a customer said about being asked or written to. The last word on a purpose and a channel holds.
create table consents (
  customer_id uuid not null,
  id          uuid not null,
  purpose     text not null,
  channel     text not null,
  given       boolean not null,
  said_on     date not null,
  source      text,
  noted_by    uuid references people (id),
  noted_at    timestamptz not null,
  primary key (customer_id, id)
);

-- What is known of a customer beyond figures: what a key account needs, and the choices put to it.
create table customer_notes (
  customer_id uuid not null,
  id          uuid not null,
  kind        text not null,
  words       text not null,
  written_by  uuid references people (id),
  written_at  timestamptz not null,
  removed_at  timestamptz,
  primary key (customer_id, id)
);

-- Two customers that look alike, and that somebody found to be two.
create table customers_apart (
  customer_id uuid not null,
  other_id    uuid not null,
  judged_by   uuid references people (id),
  judged_at   timestamptz not null,
  primary key (customer_id, other_id)
);

-- Words on their way to the customers they belong to; empty between two changes.
create table reworded (
  customer_id uuid primary key,
  words       text not null
);

-- Two customers that look alike by the last search for duplicates: the smaller key first. Reasons as JSON.
create table customer_twins (
  customer_id uuid not null,
  other_id    uuid not null,
  score       double precision not null,
  reasons     text not null,
  primary key (customer_id, other_id)
);
create index customer_twins_by_score on customer_twins (score);

-- Each search for duplicates, and what it went through.
create table twin_searches (
  id         uuid primary key,
  customers  bigint not null,
  pairs      bigint not null,
  crowds     bigint not null,
  asked_by   uuid references people (id),
  started_at timestamptz not null,
  done_at    timestamptz not null
);
