#!/usr/bin/env python3
"""report.py SAMPLES JSON: makes the table and bench.json of what was measured.

SAMPLES has a line for each measurement: a key, who was measured (ours or a peer), and the figure.
The n-th figures of ours and of a peer were taken one after the other: their ratio is the median
of those pairs, since the machine's other work comes and goes.
"""
import json
import sys
from statistics import median

STATEMENT = "C with libpq"
CONSTANT = "C, constant answer"
PGBENCH = "pgbench"
PIPELINED = "pgbench in as few round trips"
# Of these, less is better.
COSTS = ("MB", "ms", "µs")
# Key, peer, name, unit, goal of the ratio. The peer of memory and of fees is the limit.
POLLS = [
    ("enter", "records/enter"),
    ("exit", "records/exit"),
    ("unfee", "unfee"),
    ("park-info-query", "park-info-query"),
]
ROWS = (
    [(key, "statement", f"{name}, peer {STATEMENT}", "requests/s", 0.9) for key, name in POLLS]
    + [(key, "constant", f"{name}, peer {CONSTANT}", "requests/s", None) for key, name in POLLS]
    + [
        ("entry", "pgbench", f"entry, durable, peer {PGBENCH}", "vehicles/s", 0.8),
        ("leave", "pgbench", f"exit with payment, durable, peer {PGBENCH}", "vehicles/s", 0.8),
        ("entry", "pipelined", f"entry, durable, peer {PIPELINED}", "vehicles/s", None),
        ("leave", "pipelined", f"exit with payment, durable, peer {PIPELINED}", "vehicles/s", None),
        ("push", "limit", "entry push with two 200 kB pictures, 50 a second, p99, peer the limit",
         "ms", 1),
        ("order", "pgbench", f"lease order of 30 windows, durable, HTTPS, peer {PGBENCH}", "orders/s", 0.7),
        ("order", "pipelined", f"lease order of 30 windows, durable, HTTPS, peer {PIPELINED}", "orders/s", None),
        ("page", "limit", "slowest page of 1,000 offers of 10,000, HTTPS, peer the limit", "ms", 1),
        ("consoles", "limit", "idle consoles at once, each asking every 2 s, peer the goal", "consoles", 1),
        ("quote day", "limit", "quote of a one-day stay, slowest tariff, peer the limit", "µs", 1),
        ("quote year", "limit", "quote of a one-year stay, slowest tariff, peer the limit", "µs", 1),
        ("compare", "limit", "tariff compare, peer the limit", "stays/s", 1),
        ("pss", "limit", "memory of a worker (Pss), peer the limit", "MB", 1),
        ("private", "limit", "private memory of a worker, peer the limit", "MB", 1),
        ("pss", "statement", f"memory of a worker (Pss), peer {STATEMENT}", "MB", None),
        ("served", None, "requests answered by one of them before", "requests", None),
    ]
)
# A report of a year may take so many milliseconds.
REPORT_LIMIT = 2000


def read(path):
    samples = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            key, who, value = line.rstrip("\n").split("\t")
            samples.setdefault(key, {}).setdefault(who, []).append(float(value))
    return samples


def sizes(samples):
    """Polls at many stays beside those at the fewest, and the reports of a year beside their limit."""
    rows = []
    for key, name in POLLS:
        of_size = samples.pop(f"{key} large", {})
        least = min(of_size, key=int, default=None)
        for size in sorted(of_size, key=int):
            if size != least:
                samples[f"{key} {size}"] = {"ours": of_size[size], "least": of_size[least]}
                rows.append((f"{key} {size}", "least", f"{name} at {int(size):,} stays, peer {int(least):,}",
                             "requests/s", 0.9))
    for key in sorted(key for key in samples if key.startswith("report ")):
        of_size = samples.pop(key)
        for size in sorted(of_size, key=int):
            samples[f"{key} {size}"] = {
                "ours": of_size[size], "limit": [REPORT_LIMIT] * len(of_size[size])}
            rows.append((f"{key} {size}", "limit", f"{key} of a year at {int(size):,} stays, peer the limit",
                         "ms", 1))
    return rows


def result(samples, key, peer, name, unit, goal):
    """One element of bench.json; nil when it was not measured."""
    ours = samples.get(key, {}).get("ours")
    others = samples.get(key, {}).get(peer)
    if ours is None or (peer is not None and others is None):
        return None
    row = {"name": f"{name}, {unit}", "ours": round(median(ours), 1), "peer": None,
           "ratio": None, "goal": None}
    if others is not None:
        row["peer"] = round(median(others), 1)
    if goal is not None:
        pairs = [b / a if unit in COSTS else a / b for a, b in zip(ours, others)]
        row["ratio"], row["goal"] = round(median(pairs), 3), goal
    return row


def table(rows):
    width = max(len(row["name"]) for row in rows)
    print(f"{'':{width}} {'ours':>11} {'peer':>11} {'ratio':>7} {'goal':>5}")
    for row in rows:
        cells = [("" if row[key] is None else f"{row[key]:,}") for key in ("ours", "peer")]
        line = f"{row['name']:{width}} {cells[0]:>11} {cells[1]:>11}"
        if row["goal"] is not None:
            verdict = "" if row["ratio"] >= row["goal"] else "  MISSED"
            line += f" {row['ratio']:7.3f} {row['goal']:5}{verdict}"
        elif row["peer"]:
            line += f" {row['ours'] / row['peer']:7.3f}"
        print(line)


def main():
    samples = read(sys.argv[1])
    rows = [row for row in (result(samples, *one) for one in (*ROWS, *sizes(samples))) if row is not None]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(rows, file, indent=1, ensure_ascii=False)
        file.write("\n")
    table(rows)
    missed = [row["name"] for row in rows if row["goal"] is not None and row["ratio"] < row["goal"]]
    print()
    print("Every goal is met." if not missed else "GOALS MISSED: " + "; ".join(missed))


main()
