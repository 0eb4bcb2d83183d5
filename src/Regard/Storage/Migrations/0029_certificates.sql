-- What a colleague was certified in, and until when; a renewal moves the day.
create table certificates (
  person_id   uuid not null references people (id),
  name        text not null,
  -- The last day; null where it does not run out.
  valid_until date,
  noted_by    uuid references people (id),
  noted_at    timestamptz not null,
  primary key (person_id, name)
);
