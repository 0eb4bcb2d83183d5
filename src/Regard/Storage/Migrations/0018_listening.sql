-- Calls to the hotline, as the telephone system tells of them, and what they were about.
create table calls (
  id          uuid primary key,
  call_id     text not null,
  from_number text not null,
  to_number   text not null,
  unit_id     uuid not null references units (id),
  -- Who took it.
  agent_id    uuid references people (id),
  -- Empty where nobody is known by the number.
  customer_id uuid,
  started_at  timestamptz not null,
  answered_at timestamptz,
  ended_at    timestamptz,
  purpose     text,
  words       text,
  case_number bigint,
  recorded_by uuid references people (id),
  recorded_at timestamptz
);
create index calls_by_moment on calls (started_at);
create index calls_of_agent on calls (agent_id, started_at);
create index calls_of_customer on calls (customer_id) where customer_id is not null;

-- Which unit the calls to a number are for.
create table hotlines (
  number   text primary key,
  unit_id  uuid not null references units (id),
  set_by   uuid references people (id),
  set_at   timestamptz not null
);
