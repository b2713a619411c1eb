"""Gives every hostile file to statval and judges its answer: cases.py STATVAL [WORDS]

With WORDS, only cases with these words in their names. An answer is findings with a report that can
be read, or a refusal in one clear sentence; within 5 s, and with no more memory than 10 times the
input and 64 MB. A program with sanitizers has more time, and memory of its own."""
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import unicodedata

import csv_cases
import encoding_cases
import report_cases
import xml_cases
import zip_cases

SANITIZED = "STATVAL_TEST_SANITIZED" in os.environ
SECONDS = 120 if SANITIZED else 5
FACTOR = 10
BASE = 64 << 20
CASES = (xml_cases.CASES + encoding_cases.CASES + csv_cases.CASES + zip_cases.CASES +
         report_cases.CASES)


def run(statval, case, folder):
    """Exit status, what was printed and said, and memory in bytes."""
    ctypes.CDLL(None).malloc_trim(0)  # a child begins with the memory of this program
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [statval] + case.arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            env={"LC_ALL": "C", "HOME": folder, "PATH": ""},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return process.returncode, out.read(), err.read(), used.ru_maxrss * 1024


def is_sentence(text):
    """One line of printable text with a full stop."""
    return (text.startswith("statval: ") and text.endswith(".\n") and text.count("\n") == 1 and
            not any(unicodedata.category(letter) == "Cc" for letter in text[:-1]))


def judge(case, status, out, err, memory):
    """What is wrong with an answer; None: nothing."""
    if status != case.status:
        return f"exit status {status}, not {case.status}"
    if memory > BASE + FACTOR * case.length and not SANITIZED:
        return f"{memory >> 20} MB of memory"
    try:
        said = err.decode()
        if status in (0, 1):
            json.loads(out)
            return ("something on standard error" if said else
                    None if case.words in out.decode() else f"the report has no {case.words!a}")
    except ValueError as error:
        return f"no readable report: {error}"
    if out:
        return "refused, but something was printed"
    if not is_sentence(said):
        return "not one clear sentence"
    return None if case.words in said else f"{case.words!a} was not told"


def main():
    statval = os.path.realpath(sys.argv[1])
    chosen = [case for case in CASES if len(sys.argv) < 3 or sys.argv[2] in case.name]
    failed = 0
    for case in chosen:
        with tempfile.TemporaryDirectory() as folder:
            case.write(folder)
            status, out, err, memory = run(statval, case, folder)
        wrong = judge(case, status, out, err, memory)
        if wrong:
            failed += 1
            print(f"{case.name}: {wrong}: {err[:300].decode(errors='replace')}", end="\n\n", file=sys.stderr)
    print(f"{len(chosen)} cases, {failed} failed")
    return failed > 0


sys.exit(main())
