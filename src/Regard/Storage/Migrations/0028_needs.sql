-- What customers need of the service, whether anything measures it or not.
create table needs (
  code       text primary key,
  names      text not null,
  -- Codes of the indicators that tell how far it is fulfilled, as a JSON array; none where nobody measures it.
  indicators text not null,
  -- 0 to 100, where somebody set it.
  importance double precision,
  source     text not null,
  made_by    uuid references people (id),
  made_at    timestamptz not null,
  dropped_at timestamptz
);
