create table audit (
  month       text not null,
  number      bigint not null,
  at          timestamptz not null,
  person_id   uuid,
  person_name text not null,
  origin      text not null,
  operation   text not null,
  subject     text,
  outcome     text not null,
  words       text,
  hash        bytea not null,
  primary key (month, number)
);
create index audit_by_number on audit (number);
