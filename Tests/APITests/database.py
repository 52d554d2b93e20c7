"""Whether a request changed a row."""

import psycopg


#: What a refused request may change: failures to sign in are counted.
COUNTED = ("sign_in_failure",)


class Database:
    def __init__(self, conninfo: str, schema: str = "parking"):
        self.connection = psycopg.connect(conninfo, autocommit=True)
        self.tables = [row[0] for row in self.rows("""
            select c.oid::regclass::text from pg_class c
            where c.relnamespace = %s::regnamespace and c.relkind in ('r', 'p')
              and not c.relispartition and c.relname <> all (%s)
            order by 1""", [schema, list(COUNTED)])]
        self.newest = None
        self.known = None

    def rows(self, text: str, values=()):
        return self.connection.execute(text, values).fetchall()

    def state(self) -> dict[str, str]:
        """Each table's rows as a digest. Computed only when a transaction wrote since the last."""
        newest = self.rows("select pg_snapshot_xmax(pg_current_snapshot())::text")[0][0]
        if newest != self.newest:
            self.known = dict(self.rows(" union all ".join(
                f"select '{table}', count(*) || ' ' ||"
                f" coalesce(sum(hashtextextended(t::text, 0)), 0) from {table} t"
                for table in self.tables)))
            self.newest = newest
        return self.known

    def forgive(self):
        """Lets names sign in again that failed too often, and nobody's session end as idle."""
        self.connection.execute("delete from parking.sign_in_failure")
        self.connection.execute(
            "update parking.session set active_at = 'infinity' where active_at <> 'infinity'")

    def changed(self, before: dict[str, str]) -> list[str]:
        """The tables whose rows differ from then."""
        after = self.state()
        return [table for table in self.tables if before[table] != after[table]]
