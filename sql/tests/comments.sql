-- Everything says what it is: COMMENT ON the schema, its tables, columns, functions and domains.

begin;
select plan(6);

select isnt(obj_description(n::regnamespace), null, 'The schema ' || n || ' has a comment')
from unnest(array ['parking', 'report']) n;

select is_empty(
  $$ select c.relname from pg_class c
     where c.relnamespace in ('parking'::regnamespace, 'report'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm')
       and obj_description(c.oid) is null $$,
  'Every table, partition and view has a comment');

select is_empty(
  $$ select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace in ('parking'::regnamespace, 'report'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm')
       and not c.relispartition and a.attnum > 0 and not a.attisdropped
       and col_description(c.oid, a.attnum) is null $$,
  'Every column has a comment');

select is_empty(
  $$ select p.proname from pg_proc p
     where p.pronamespace in ('parking'::regnamespace, 'report'::regnamespace) and obj_description(p.oid) is null
       and p.prorettype <> 'trigger'::regtype
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') $$,
  'Every function of ours has a comment');

select is_empty(
  $$ select t.typname from pg_type t
     where t.typnamespace = 'parking'::regnamespace and t.typtype = 'd'
       and obj_description(t.oid) is null $$,
  'Every domain has a comment');

select finish();
rollback;
