-- Promoters who were invited to name somebody, each time.
create table referral_invitations (
  customer_id uuid not null,
  id          uuid not null,
  channel     text not null,
  invited_by  uuid references people (id),
  invited_at  timestamptz not null,
  primary key (customer_id, id)
);

-- Somebody whom a customer named: the lead, and the customer that it turned out to be.
create table referral_leads (
  customer_id uuid not null,
  id          uuid not null,
  name        text not null,
  contact     text,
  noted_by    uuid references people (id),
  noted_at    timestamptz not null,
  lead_id     uuid,
  linked_by   uuid references people (id),
  linked_at   timestamptz,
  removed_at  timestamptz,
  primary key (customer_id, id)
);
create index referral_leads_by_lead on referral_leads (lead_id) where lead_id is not null;
