-- How much each benefit and each cost weighs in the value delivered to customers, and what tells of it: every saving is a version of its own.
create table value_models (
  number  bigint primary key,
  items   text not null,
  made_by uuid references people (id),
  made_at timestamptz not null
);
