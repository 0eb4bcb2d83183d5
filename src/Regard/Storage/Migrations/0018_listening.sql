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

-- After which events customers are called, by whom and with which words.
create table call_back_rules (
  id          uuid primary key,
  unit_id     uuid not null references units (id),
  kind        text not null,
  category    text,
  -- Working days after the event.
  days        bigint not null,
  script      text not null,
  -- No customer is called twice within so many days.
  rest_days   bigint not null,
  most_attempts bigint not null,
  -- Working minutes until it is tried again.
  again_minutes bigint not null,
  -- Minutes of the day between which customers are called.
  from_minute bigint not null,
  until_minute bigint not null,
  since       date not null,
  is_on       boolean not null,
  saved_by    uuid references people (id),
  saved_at    timestamptz not null
);

-- One decision for each event of a rule: called, or not for a reason.
create table call_backs (
  customer_id uuid not null,
  id          uuid not null,
  rule_id     uuid not null references call_back_rules (id),
  event_id    uuid not null,
  event_day   date not null,
  unit_id     uuid not null references units (id),
  owner_id    uuid references people (id),
  call_from   timestamptz not null,
  due_at      timestamptz not null,
  attempts    bigint not null,
  state       text not null,
  -- Why nobody calls.
  skipped     text,
  case_number bigint,
  created_at  timestamptz not null,
  ended_at    timestamptz,
  primary key (customer_id, id)
);
create index call_backs_open on call_backs (unit_id, due_at) where ended_at is null;
create index call_backs_open_of_owner on call_backs (owner_id, due_at) where ended_at is null;
create index call_backs_ended on call_backs (ended_at, unit_id) where ended_at is not null;

create table call_back_attempts (
  customer_id uuid not null,
  call_back_id uuid not null,
  number      bigint not null,
  outcome     text not null,
  words       text not null,
  tried_by    uuid references people (id),
  tried_at    timestamptz not null,
  primary key (customer_id, call_back_id, number)
);
create index events_by_kind_and_day on events (kind, day);

-- Asking again some time after a case was closed how it is now. Each of the days once; without a task where none was needed.
create table case_follow_ups (
  customer_id uuid not null,
  id          uuid not null,
  case_id     uuid not null,
  -- The closing it follows, and how many days after it.
  closure     bigint not null,
  days        bigint not null,
  unit_id     uuid not null references units (id),
  owner_id    uuid references people (id),
  due_at      timestamptz not null,
  state       text not null,
  words       text not null,
  created_at  timestamptz not null,
  ended_at    timestamptz,
  ended_by    uuid references people (id),
  primary key (customer_id, id)
);
create index case_follow_ups_open on case_follow_ups (due_at) where ended_at is null;
create index case_follow_ups_ended on case_follow_ups (ended_at, unit_id) where ended_at is not null;
create index case_closures_by_moment on case_closures (closed_at) where reopened_at is null;

-- How a customer found it that a complaint was handled: asked once a case, by the form that comes with Regard.
create table case_surveys (
  customer_id uuid not null,
  case_id     uuid not null,
  unit_id     uuid not null references units (id),
  owner_id    uuid not null references people (id),
  -- Empty where nobody was asked: an employee's own complaint.
  secret_hash bytea,
  sent_to     text not null,
  language_tag text not null,
  invited_at  timestamptz not null,
  submitted_at timestamptz,
  answers     text,
  primary key (customer_id, case_id)
);
create index case_surveys_by_case on case_surveys (case_id);
create index case_surveys_by_answer on case_surveys (submitted_at, unit_id) where submitted_at is not null;
