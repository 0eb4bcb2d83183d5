create table indicator_trees (
  id           uuid primary key,
  number       bigint not null unique,
  name         text not null,
  based_on     uuid references indicator_trees (id),
  revision     bigint not null,
  created_by   uuid references people (id),
  created_at   timestamptz not null,
  saved_by     uuid references people (id),
  saved_at     timestamptz not null,
  published_by uuid references people (id),
  published_at timestamptz
);

create table indicators (
  tree_id     uuid not null references indicator_trees (id),
  code        text not null,
  parent_code text,
  position    bigint not null,
  weight      double precision not null,
  direction   text not null,
  names       text not null,
  primary key (tree_id, code)
);
