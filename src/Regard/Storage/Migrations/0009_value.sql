-- How customers are graded by what they are worth. A change is a new row; what was graded keeps the rule that it was graded by.
create table grade_rules (
  id         uuid primary key,
  number     bigint not null unique,
  basis      text not null,
  method     text not null,
  months     bigint not null,
  cuts       text not null,
  made_by    uuid references people (id),
  made_at    timestamptz not null
);

-- After how many days without a purchase a customer counts as lost, by segment; an empty segment stands for all others.
create table churn_rules (
  id         uuid primary key,
  number     bigint not null unique,
  days       text not null,
  made_by    uuid references people (id),
  made_at    timestamptz not null
);

-- One working out of all customers: as of which day, by which rules, with which models.
create table workings (
  id            uuid primary key,
  number        bigint not null unique,
  as_of         date not null,
  grade_rule_id uuid references grade_rules (id),
  churn_rule_id uuid references churn_rules (id),
  engine        text not null,
  customers     bigint not null,
  events        bigint not null,
  models        text not null,
  started_at    timestamptz not null,
  done_at       timestamptz not null,
  asked_by      uuid references people (id)
);

-- Where each customer stands by the last working out. Money in the smallest unit of the currency.
create table standings (
  customer_id    uuid primary key,
  unit_id        uuid references units (id),
  segment        text not null,
  first_day      date,
  last_day       date,
  purchases      bigint not null,
  spent          bigint not null,
  profit         bigint,
  worth          double precision not null,
  rhythm_days    double precision,
  grade          text not null,
  state          text not null,
  lost_on        date,
  alive          double precision,
  expected       double precision,
  next_from      date,
  next_day       date,
  next_until     date,
  next_category  text,
  next_share     double precision,
  lifetime       double precision,
  satisfaction   double precision,
  satisfied_on   date,
  stated_loyalty double precision,
  loyalty_type   text,
  -- Chance of being lost within the days of the segment, what it goes by, and the risk times what would be lost.
  risk           double precision,
  reasons        text,
  stake          double precision,
  recency_days   bigint,
  -- Of the last twelve months.
  purchases_year bigint not null default 0,
  spent_year     bigint not null default 0
);
create index standings_by_stake on standings (stake) where stake is not null;
create index standings_by_worth on standings (unit_id, worth);
create index standings_by_value on standings (worth, customer_id);
create index standings_by_last on standings (last_day, customer_id);
create index standings_by_next on standings (next_day, customer_id);
create index standings_by_grade on standings (grade, unit_id);

-- The grade that a customer holds from a day on.
create table grades_held (
  customer_id uuid not null,
  from_day    date not null,
  grade       text not null,
  rule_id     uuid not null references grade_rules (id),
  primary key (customer_id, from_day)
);

-- Figures of a unit with all below it by the last working out: concentration, counts by grade, state and period, curves.
create table unit_figures (
  unit_id    uuid not null references units (id),
  kind       text not null,
  working_id uuid not null references workings (id),
  document   text not null,
  primary key (unit_id, kind)
);
