alter table cases add column search tsvector generated always as (array_to_tsvector(string_to_array(found_by, ' '))) stored;
create index cases_by_words on cases using gin (search);
