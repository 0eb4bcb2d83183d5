-- Who is asked; and which wave of customers the managers' or employees' wave answers the same questions as.
alter table programmes add column audience text not null default 'Customer';
alter table waves add column mirrors_id uuid references waves (id);
