-- What somebody here told one customer to count on by a moment, and what came of it.
create table customer_promises (
  customer_id    uuid not null,
  id             uuid not null,
  unit_id        uuid not null references units (id),
  words          text not null,
  indicator_code text,
  promised_by    uuid not null references people (id),
  promised_at    timestamptz not null,
  due_at         timestamptz not null,
  -- The day that was said; null where it was a moment.
  due_on         date,
  outcome        text,
  note           text,
  case_number    bigint,
  settled_by     uuid references people (id),
  settled_at     timestamptz,
  primary key (customer_id, id)
);
create index customer_promises_open on customer_promises (unit_id, due_at) where outcome is null;
create index customer_promises_settled on customer_promises (settled_at) where outcome is not null;

-- How a customer likes to be served, in a few lines.
create table customer_preferences (
  customer_id uuid not null,
  id          uuid not null,
  words       text not null,
  said_on     date not null,
  noted_by    uuid references people (id),
  noted_at    timestamptz not null,
  ended_by    uuid references people (id),
  ended_at    timestamptz,
  primary key (customer_id, id)
);

-- What may be done for a customer that nobody expects.
create table delights (
  id         uuid primary key,
  names      text not null,
  made_by    uuid references people (id),
  made_at    timestamptz not null,
  dropped_at timestamptz
);

-- Done for a customer; where nobody knows for whom, the key is drawn.
create table delight_acts (
  customer_id uuid not null,
  id          uuid not null,
  is_known    boolean not null,
  delight_id  uuid not null references delights (id),
  unit_id     uuid not null references units (id),
  day         date not null,
  made_by     uuid references people (id),
  made_at     timestamptz not null,
  primary key (customer_id, id)
);
create index delight_acts_by_day on delight_acts (day, unit_id);
