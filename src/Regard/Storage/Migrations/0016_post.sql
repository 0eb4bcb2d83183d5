-- Roads out of the house and into it. What an administrator types is a document; what is secret in it stands apart, sealed.
create table channels (
  id         uuid primary key,
  kind       text not null,
  name       text not null unique,
  setup      text not null,
  secrets    bytea,
  is_on      boolean not null,
  changed_by uuid references people (id),
  changed_at timestamptz not null
);

create table channel_health (
  channel_id    uuid primary key references channels (id),
  tried_at      timestamptz not null,
  last_good_at  timestamptz,
  failing_since timestamptz,
  last_error    text
);

-- A channel that failed or fell silent: told once, and once more when it is back.
create table channel_alarms (
  id        uuid primary key,
  -- The id of a channel, or the name of a source.
  source    text not null,
  raised_at timestamptz not null,
  why       text not null,
  ended_at  timestamptz
);
create unique index channel_alarms_open on channel_alarms (source) where ended_at is null;

-- Ways in that are no channels: the hotline, the complaint page.
create table sources (
  name      text primary key,
  last_at   timestamptz,
  gap_hours bigint,
  set_at    timestamptz
);

-- Whatever leaves the house: written in the transaction that decides it, sent afterwards.
create table outbox (
  id          uuid primary key,
  kind        text not null,
  -- Null for the channel of its kind.
  channel_id  uuid references channels (id),
  recipient   text not null,
  subject     text not null,
  -- What is to be sent; null when it was forgotten.
  letter      text,
  -- Two asking for the same thing put it once.
  key         text unique,
  message_id  text not null unique,
  case_number bigint,
  is_receipt  boolean not null,
  created_at  timestamptz not null,
  -- From when on it was to go, and when it is tried next.
  due_from    timestamptz not null,
  due_at      timestamptz not null,
  attempts    bigint not null,
  -- How often its sender ended without telling how it went.
  lapses      bigint not null,
  state       text not null,
  last_error  text,
  sent_at     timestamptz,
  bounced_at  timestamptz,
  claimed_by    text,
  claimed_until timestamptz
);
create index outbox_by_due on outbox (state, due_at);
create index outbox_by_created on outbox (created_at);
create index outbox_by_recipient on outbox (recipient, created_at);
create index outbox_by_case on outbox (case_number);

create table outbox_files (
  message_id uuid not null references outbox (id),
  number     bigint not null,
  name       text not null,
  type       text not null,
  content    bytea not null,
  primary key (message_id, number)
);

-- Mail that came in, each message once.
create table mails_in (
  id             uuid primary key,
  -- Its Message-ID; the hash of the message where it has none.
  message_id     text not null unique,
  channel_id     uuid not null references channels (id),
  -- Whose mailbox it came to; null for the whole company's.
  unit_id        uuid references units (id),
  received_at    timestamptz not null,
  sent_at        timestamptz,
  from_address   text not null,
  from_name      text not null,
  return_path    text,
  recipients     text not null,
  subject        text not null,
  in_reply_to    text,
  thread         text not null,
  body           text not null,
  files          text not null,
  is_automatic   boolean not null,
  is_echo        boolean not null,
  bounced        text,
  is_own         boolean not null,
  is_flood       boolean not null,
  is_unreadable  boolean not null,
  is_cut         boolean not null,
  case_number    bigint,
  state          text not null,
  settled_at     timestamptz
);
create index mails_in_by_state on mails_in (state, received_at);
create index mails_in_by_sender on mails_in (from_address, received_at);
create index mails_in_by_received on mails_in (received_at);
create index mails_in_by_channel on mails_in (channel_id, received_at);

create table mails_in_raw (
  mail_id uuid primary key references mails_in (id),
  content bytea not null
);

create table templates (
  key          text not null,
  language_tag text not null,
  version      bigint not null,
  subject      text not null,
  body         text not null,
  made_by      uuid references people (id),
  made_at      timestamptz not null,
  primary key (key, language_tag, version)
);

-- What came in signed, so that it is not taken twice; forgotten when its time is over.
create table signatures_seen (
  signature text primary key,
  seen_at   timestamptz not null
);
create index signatures_seen_by_moment on signatures_seen (seen_at);
