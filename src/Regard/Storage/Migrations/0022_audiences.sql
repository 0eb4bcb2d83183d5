-- Who is asked; and which wave of customers the managers' or employees' wave answers the same questions as.
alter table programmes add column audience text not null default 'Customer';
alter table waves add column mirrors_id uuid references waves (id);

-- Of a frozen wave: the answers of each unit that has others below it, with all below it, so that a page of the whole company reads one row.
create table summed_cells (
  wave_id uuid not null references waves (id),
  unit_id uuid not null references units (id),
  moments bytea not null,
  primary key (wave_id, unit_id)
);
