#!/usr/bin/env python3
"""What a worker sent to PostgreSQL, taken from the server's log: so the peers cannot drift apart
from it.

  statements.py poll LOG FROM
      prints the last statement after that byte of the log
  statements.py pgbench|pipelined LOG FROM CONSTANTS NAME=VALUE...
      prints the statements after that byte as a pgbench script that sends them one by one, or in as
      few round trips as a worker does; a parameter with one of these values becomes the expression
      NAME, and every other one a variable, which the file CONSTANTS gets as lines for pgbench's -D
"""
import re
import sys

ENTRY = re.compile(r"\d{4}-\d\d-\d\d [^\[]*\[(\d+)\] (\w+):  (.*)", re.DOTALL)
EXECUTE = re.compile(r"(?:execute \S+|statement): (.*)", re.DOTALL)
PARAMETER = re.compile(r"\$\d+ = (NULL|'(?:[^']|'')*')")
# What a worker reads once a second or once in its life is no part of a request, nor is its question whether
# something changed.
KEPT = ("parking.trusted_network", "order by position", "select document from", "parking.partner_key",
        "parking.calendar_day", "parking.booth_version")


def entries(log, start):
    """(kind, text) of each entry of the log; continued lines begin with a tab."""
    with open(log, "rb") as file:
        file.seek(start)
        lines = file.read().decode().replace("\n\t", "\x01").splitlines()
    for line in lines:
        if entry := ENTRY.match(line.replace("\x01", "\n")):
            yield entry[2], entry[3]


def statements(log, start):
    """[text, parameters] of each statement."""
    found = []
    for kind, text in entries(log, start):
        if kind == "LOG" and (execute := EXECUTE.match(text)):
            found.append([execute[1], []])
        elif kind == "DETAIL" and found and not found[-1][1]:
            found[-1][1] = PARAMETER.findall(text)
    return [one for one in found if not any(word in one[0] for word in KEPT)]


def bound(text, parameters, names, constants):
    """The statement with pgbench's variables for its parameters."""

    def variable(match):
        value = parameters[int(match[1]) - 1]
        if value == "NULL":
            return "null"
        if value == "''":  # pgbench has no empty variables
            return value
        value = value[1:-1].replace("''", "'")
        if value in names:
            return names[value]
        return ":" + constants.setdefault(value, f"c{len(constants)}")

    return re.sub(r"\$(\d+)", variable, text)


def script(found, names, constants, pipelined):
    """One statement after the other. Pipelined, what comes before the writes travels with BEGIN, and
    the writes travel together with COMMIT; with BEGIN too if nothing comes before them."""
    lines, open_pipeline = [], False
    for index, (text, parameters) in enumerate(found):
        previous = found[index - 1][0] if index > 0 else ""
        begins = text.startswith("BEGIN") or (
            is_write(text) and not is_write(previous) and not previous.startswith("BEGIN"))
        if open_pipeline and begins:
            lines.append("\\endpipeline")
            open_pipeline = False
        if pipelined and begins:
            lines.append("\\startpipeline")
            open_pipeline = True
        lines.append(bound(text, parameters, names, constants) + ";")
        if open_pipeline and text.startswith("COMMIT"):
            lines.append("\\endpipeline")
            open_pipeline = False
    if open_pipeline:
        lines.append("\\endpipeline")
    return "\n".join(lines)


def is_write(text):
    return re.match(r"insert|update|delete|with", text) is not None


def main():
    action, log, start = sys.argv[1], sys.argv[2], int(sys.argv[3])
    found = statements(log, start)
    if not found:
        sys.exit("the log holds no statement: did the request fail?")
    if action == "poll":
        print(found[-1][0])
        return
    pairs = (word.split("=", 1) for word in sys.argv[5:])
    constants = {}
    names = {value: name for name, value in pairs}
    print(script(found, names, constants, action == "pipelined"))
    with open(sys.argv[4], "w", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for value, name in constants.items())


main()
