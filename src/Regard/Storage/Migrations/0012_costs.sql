-- What was spent to win customers, to keep them, to win them back and to satisfy them. The id follows from what it says, so that the same line counts once.
create table costs (
  id         uuid primary key,
  unit_id    uuid not null references units (id),
  kind       text not null,
  from_day   date not null,
  -- The last day that it covers.
  last_day   date not null,
  -- In the smallest unit of the company's currency.
  amount     bigint not null,
  words      text not null,
  -- Of satisfaction: points (0 to 100) by which it raised it, and of how many customers.
  points     double precision,
  customers  bigint,
  made_by    uuid references people (id),
  made_at    timestamptz not null,
  removed_by uuid references people (id),
  removed_at timestamptz
);
create index costs_by_unit on costs (unit_id, from_day);

-- A unit's share of its market in a period, as some source has it.
create table market_shares (
  unit_id  uuid not null references units (id),
  from_day date not null,
  last_day date not null,
  source   text not null,
  share    double precision not null,
  made_by  uuid references people (id),
  made_at  timestamptz not null,
  primary key (unit_id, from_day, last_day, source)
);

-- Two lists of people with a problem, compared by hand: who said so when asked, and who complained.
create table problem_lists (
  unit_id       uuid not null references units (id),
  from_day      date not null,
  last_day      date not null,
  both_lists    bigint not null,
  survey_only   bigint not null,
  register_only bigint not null,
  source        text not null,
  made_by       uuid references people (id),
  made_at       timestamptz not null,
  primary key (unit_id, from_day, last_day)
);
