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

-- Answers to surveys so low that somebody sees to them: each once. Without a case it waits for somebody who can own one.
create table low_scores (
  customer_id uuid not null,
  response_id uuid not null,
  wave_id     uuid not null references waves (id),
  unit_id     uuid not null references units (id),
  -- 0 to 100.
  score       double precision not null,
  found_at    timestamptz not null,
  tried_at    timestamptz not null,
  case_id     uuid,
  primary key (customer_id, response_id)
);
create index low_scores_waiting on low_scores (tried_at) where case_id is null;
create index low_scores_of_case on low_scores (case_id) where case_id is not null;

-- How far the answers of each wave have been looked through.
create table low_score_marks (
  wave_id uuid primary key references waves (id),
  number  bigint not null
);
