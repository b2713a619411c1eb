#!/usr/bin/env python3
"""Finds the commands of a job in the few forms of YAML that the files in docs/ci use:
ci_steps.py FILE NAME prints the commands of the step or list of that name. What is in none of these
forms is refused, so that the files stay what every parser of YAML reads alike."""
import re
import sys

try:
    import yaml
except ImportError:  # not a package that the tests need
    yaml = None

KEY = r"[A-Za-z_-]+"


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    block = None
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line):
            continue
        block = indent if line.endswith(": |") else None
        fine = not line or line.startswith("#") or re.fullmatch(rf"( {{2}})*(- )?{KEY}:( .*)?|( {{2}})*- .+", line)
        if not fine or "\t" in line:
            sys.exit(f"{path}:{number}: {line}")
    return lines


def block_below(lines, start):
    """The lines behind one that are indented more, without their indentation."""
    indent = len(lines[start]) - len(lines[start].lstrip(" "))
    below = []
    for line in lines[start + 1:]:
        if line and len(line) - len(line.lstrip(" ")) <= indent:
            break
        below.append(line)
    cut = min(len(line) - len(line.lstrip(" ")) for line in below if line)
    return [line[cut:] for line in below]


def step(lines, name):
    """`run` of the step of GitHub with this name."""
    start = next(i for i, line in enumerate(lines) if line.strip() == f"- name: {name}")
    run = next(i for i in range(start, len(lines)) if lines[i].strip().startswith("run: "))
    command = lines[run].strip()[len("run: "):]
    return "\n".join(block_below(lines, run)).rstrip("\n") + "\n" if command == "|" else command


def listed(lines, name):
    """The items of a list of GitLab with this name."""
    start = next(i for i, line in enumerate(lines) if line.strip() == f"{name}:")
    return "\n".join(line[2:] for line in block_below(lines, start) if line.startswith("- "))


def by_parser(path, name):
    with open(path, encoding="utf-8") as file:
        document = yaml.safe_load(file)
    if "jobs" in document:
        steps = document["jobs"]["check"]["steps"]
        return next(step["run"] for step in steps if step.get("name") == name)
    return "\n".join(document["statval"][name])


def main():
    path, name = sys.argv[1:3]
    lines = lines_of(path)
    commands = step(lines, name) if any("- name:" in line for line in lines) else listed(lines, name)
    if yaml and commands != by_parser(path, name):
        sys.exit(f"{path}: {name}: a parser of YAML reads something else")
    print(commands)


main()
