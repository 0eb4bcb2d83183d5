-- A customer lost whose loss is looked into: why, and whether the customer came back and stayed. The grade is the one held at the beginning of the quarter of the loss.
create table lost_reviews (
  customer_id uuid not null,
  lost_on     date not null,
  id          uuid not null,
  unit_id     uuid references units (id),
  segment     text not null,
  grade       text not null,
  -- Null where somebody looks into it of one's own accord.
  due_on      date,
  found_at    timestamptz not null,
  -- Number of the finding that holds; 0 for none yet.
  finding     bigint not null,
  returned_on    date,
  repurchased_on date,
  retained_on    date,
  lost_again_on  date,
  withdrawn_at   timestamptz,
  primary key (customer_id, lost_on)
);
create index lost_reviews_by_unit on lost_reviews (unit_id, lost_on);

-- What was found, and each correction of it.
create table review_findings (
  customer_id uuid not null,
  lost_on     date not null,
  number      bigint not null,
  reason      text not null,
  words       text not null,
  todo        text not null,
  written_by  uuid references people (id),
  written_at  timestamptz not null,
  primary key (customer_id, lost_on, number)
);

-- Churn of a grade, or the share of A and B among the lost, beyond its limits: told once.
create table churn_alarms (
  unit_id   uuid not null references units (id),
  what      text not null,
  quarter   date not null,
  id        uuid not null,
  raised_at timestamptz not null,
  primary key (unit_id, what, quarter)
);

-- What happened at a unit on a day, to be seen beside its numbers.
create table annotations (
  id         uuid primary key,
  unit_id    uuid not null references units (id),
  day        date not null,
  words      text not null,
  made_by    uuid references people (id),
  made_at    timestamptz not null,
  removed_by uuid references people (id),
  removed_at timestamptz
);
create index annotations_by_unit on annotations (unit_id, day);
