"""Walks the tour of a README as a newcomer would, and compares every answer with what is printed.

usage: tour.py README HTTP COMMAND_LINE

Commands run one block after the other in one shell, against the application at HTTP. Numbers that
differ from run to run (ids, times, the plate, free places) are compared by their form alone.
"""

import re
import subprocess
import sys


def blocks(readme):
    """The fenced blocks of the tour, as (language, text)."""
    tour = readme.split("<!-- tour -->")[1].split("<!-- end of tour -->")[0]
    return re.findall(r"```(\w+)\n(.*?)```", tour, re.DOTALL)


def form(text):
    """The text with what differs from run to run replaced by a word for it."""
    text = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "TIME", text)
    text = re.sub(r'"(stay_id|_id|command_id)":"\d+"', r'"\1":"NUMBER"', text)
    text = re.sub(r'"(remain_car_port|temp_car_total)":\d+', r'"\1":NUMBER', text)
    text = re.sub(r"苏E[2-9]\d{4}", "PLATE", text)
    return text.split()


def walk(readme, http, command_line):
    """Runs the tour; returns the number of blocks that came out as printed, and those that did not."""
    found = blocks(readme)
    passed, failed, script = 0, [], "set -eu\n"
    marker = "-- next block --"
    commands = [text for language, text in found if language == "sh"]
    for text in commands:
        script += text + f"\necho '{marker}'\n"
    script = script.replace("http://localhost:8080", http)
    script = script.replace(".build/release/gatehouse", command_line)
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=900)
    printed = result.stdout.split(marker)
    expected = [text for language, text in found if language != "sh"]
    for index, (command, want) in enumerate(zip(commands, expected, strict=True)):
        have = printed[index] if index < len(printed) - 1 else result.stderr
        if form(have) == form(want):
            passed += 1
        else:
            failed.append(f"$ {command}\nprinted: {want}\ncame:    {have}\n")
    return passed, failed


def main():
    path, http, command_line = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        passed, failed = walk(file.read(), http, command_line)
    print("\n".join(failed), end="")
    print(f"{path}: {passed} passed, {len(failed)} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
