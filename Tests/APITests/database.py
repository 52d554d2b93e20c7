"""Whether a request changed a row."""

import psycopg


class Database:
    def __init__(self, conninfo: str):
        self.connection = psycopg.connect(conninfo, autocommit=True)
        self.tables = [row[0] for row in self.rows("""
            select c.oid::regclass::text from pg_class c
            where c.relnamespace = 'parking'::regnamespace and c.relkind in ('r', 'p')
              and not c.relispartition
            order by 1""")]
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

    def changed(self, before: dict[str, str]) -> list[str]:
        """The tables whose rows differ from then."""
        after = self.state()
        return [table for table in self.tables if before[table] != after[table]]
