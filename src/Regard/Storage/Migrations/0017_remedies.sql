-- Who may give what without asking. A change is a new row; what was decided keeps the number it was decided by.
create table authority_rules (
  number   bigint primary key,
  document text not null,
  made_by  uuid references people (id),
  made_at  timestamptz not null
);

-- What can be given to put something right, beyond its bare kind: with names of the house and what it costs.
create table remedies (
  id         uuid primary key,
  kind       text not null,
  name       text not null,
  cost       bigint,
  made_by    uuid references people (id),
  made_at    timestamptz not null,
  retired_at timestamptz
);

-- What a unit may give away in a month, from that month on; the last one set before holds.
create table gesture_budgets (
  unit_id    uuid not null references units (id),
  from_month date not null,
  amount     bigint not null,
  set_by     uuid references people (id),
  set_at     timestamptz not null,
  primary key (unit_id, from_month)
);

-- Whatever was given to a customer, or asked to be. The amount counts against the unit from the day it was granted.
create table gestures (
  customer_id uuid not null,
  id          uuid not null,
  case_id     uuid,
  case_number bigint,
  unit_id     uuid not null references units (id),
  kind        text not null,
  remedy_id   uuid references remedies (id),
  words       text not null,
  amount      bigint not null,
  state       text not null,
  -- What it was decided on, as it was then.
  rules_number bigint not null,
  grade       text not null,
  cause       text,
  fault       text not null,
  limit_then  bigint,
  reasons     text not null,
  asked_by    uuid not null references people (id),
  asked_at    timestamptz not null,
  -- Whom approval was asked of, and who gave or refused it.
  approver_id uuid references people (id),
  judged_by   uuid references people (id),
  judged_at   timestamptz,
  judged_words text,
  granted_at  timestamptz,
  delivered_by uuid references people (id),
  delivered_at timestamptz,
  proof_id    uuid,
  undone_by   uuid references people (id),
  undone_at   timestamptz,
  undone_because text,
  primary key (customer_id, id)
);
create index gestures_of_unit on gestures (unit_id, granted_at);
create index gestures_of_person on gestures (asked_by, asked_at);
create index gestures_of_case on gestures (case_id);
create index gestures_awaiting on gestures (approver_id) where state = 'Awaiting';
