-- Foreign keys can be followed both ways wherever the other side can change.

begin;
select plan(3);

create temporary view foreign_key as
  select k.oid, k.conrelid, k.confrelid, k.conkey from pg_constraint k
  where k.contype = 'f' and k.connamespace = 'parking'::regnamespace and k.conparentid = 0;

select is_empty(
  $$ select k.conrelid::regclass, k.confrelid::regclass from foreign_key k
     where exists (
         select from unnest(array ['gatehouse_worker', 'gatehouse_admin']) r
         where has_table_privilege(r, k.confrelid, 'delete'))
       and not exists (
         select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
           and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey) $$,
  'What refers to rows that may be deleted has an index');

select is_empty(
  $$ select k.conrelid::regclass from foreign_key k join pg_constraint p on p.conrelid = k.confrelid
       and p.contype = 'p' join pg_attribute a on a.attrelid = k.confrelid and a.attnum = any (p.conkey)
     where has_column_privilege('gatehouse_worker', k.confrelid, a.attnum, 'update') $$,
  'The worker changes no key that others refer to');

select is_empty(
  $$ select c.relname from pg_class c where c.relnamespace = 'parking'::regnamespace
       and c.relkind in ('r', 'p') and not exists (
         select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') $$,
  'Every table has a primary key');

select finish();
rollback;
