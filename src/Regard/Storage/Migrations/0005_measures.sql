create table cells (
  wave_id     uuid not null references waves (id),
  unit_id     uuid not null references units (id),
  segment     text not null,
  respondents bigint not null,
  moments     bytea not null,
  primary key (wave_id, unit_id, segment)
);

-- How far the rows of a wave have been folded into its cells.
create table folds (
  wave_id   uuid primary key references waves (id),
  number    bigint not null,
  folded_at timestamptz not null
);

-- The numbers of a closed wave, frozen.
create table results (
  wave_id        uuid not null references waves (id),
  unit_id        uuid not null references units (id),
  segment        text not null,
  measure        text not null,
  value          double precision,
  standard_error double precision,
  lower          double precision,
  upper          double precision,
  degrees_of_freedom double precision,
  n              bigint,
  effective_n    double precision,
  withheld       text not null,
  engine         text not null,
  primary key (wave_id, measure, unit_id, segment)
);
create index results_by_unit on results (unit_id, measure);
