alter table customers add column search tsvector generated always as (array_to_tsvector(string_to_array(words, ' '))) stored;
create index customers_by_words on customers using gin (search);
