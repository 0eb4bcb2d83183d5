-- What a customer said of spending with us, brought by a file: the share of all such spending, 0 to 1, and whether we are the first choice. What surveys ask stands with their answers.
create table wallets (
  customer_id  uuid not null,
  id           uuid not null,
  said_on      date not null,
  share        double precision,
  first_choice boolean,
  source       text,
  noted_by     uuid references people (id),
  noted_at     timestamptz not null,
  primary key (customer_id, id)
);
