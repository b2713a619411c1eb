#!/usr/bin/env python3
"""Measures whole checks on generated returns, in turn with programs that do less, and prints the tables of
docs/performance.md.

    tests/bench/bench.py [--build FOLDER] [--runs N] [SUBJECTS ...]        default: 1000 20000

XML: xmllint --noout --stream --schema, which parses and checks the schema and nothing more. CSV: a program that
looks at every byte once, and one that tells the cells apart. Of the runs the fastest counts. Larger returns (600000
subjects: some gigabytes) want a disk that holds them, and memory that keeps them: they are read from it.
"""
import argparse
import datetime
import glob
import os
import platform
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
PARTS = 4 * 10**9  # a file may not be larger
YJ_CHILD = 9000  # bytes of a child in youth justice, about


TOUCH = """
import mmap, sys
memory = mmap.mmap(-1, int(sys.argv[1]))
for at in range(0, len(memory), mmap.PAGESIZE):
    memory[at] = 1
"""


def touch(size):
    """A virtual machine may get memory from its host only when it is touched, which can take longer than the program
    that is measured: so it is touched before, as much as the program took last time, in a process of its own."""
    if size > 10**9:
        subprocess.run([sys.executable, "-c", TOUCH, str(size)], check=True)


class Timing:
    """The fastest of several runs, and the most memory that any took."""

    def __init__(self):
        self.seconds, self.memory, self.said = float("inf"), 0, ""

    def run(self, command):
        touch(self.memory)
        # The counter of children's memory only grows, so each command has a process of its own to ask.
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            taken = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode(errors="replace")
        if process.returncode not in (0, 1, 3) or (process.returncode == 3 and "xmllint" not in command[0]):
            sys.exit(f"{' '.join(command)}: status {process.returncode}: {text}")
        self.memory = max(self.memory, usage.ru_maxrss * 1024)
        if taken < self.seconds:
            self.seconds, self.said = taken, text


class Bench:
    def __init__(self, options):
        self.bin = os.path.join(options.build, "bin")
        self.runs = options.runs

    def generate(self, name, *arguments, out=None):
        command = [os.path.join(self.bin, "generate-" + name), *map(str, arguments)]
        with open(out or os.devnull, "wb") as file:
            subprocess.run(command, stdout=file, check=True)

    def check(self, *arguments):
        return [os.path.join(self.bin, "statval"), "check", "--config", "/dev/null", "--max-size", "4294",
                "--format", "json", *arguments]

    def in_turn(self, commands):
        timings = [Timing() for _ in commands]
        for _ in range(self.runs):
            for timing, command in zip(timings, commands):
                timing.run(command)
        return timings

    def profile(self, *arguments):
        """What --profile says; it parses the file twice, so that its run does not count."""
        timing = Timing()
        timing.run(self.check("--profile", *arguments))
        return timing.said

    # Each gives the files to check, the schema, and what else the check needs.
    def cin(self, folder, subjects, faulty):
        path = os.path.join(folder, "cin.xml")
        self.generate("cin", "--year", 2025, "--children", subjects,
                      *(["--faults", 100, "--all-wrong"] if faulty else ["--faults", 2]), out=path)
        return [path], "cin/2025/cin.xsd", []

    def sen2(self, folder, subjects, faulty):
        self.generate("sen2", "--year", 2026, "--persons", subjects, "--kind", "all-wrong" if faulty else "clean",
                      "--out", folder, "--xml-only")
        return [os.path.join(folder, "this.xml")], "sen2/2026/sen2.xsd", []

    def yj(self, folder, subjects, faulty):
        gravity = os.path.join(folder, "gravity.csv")
        self.generate("yj", "--gravity", out=gravity)
        parts = 1 + subjects * YJ_CHILD // PARTS
        paths = [os.path.join(folder, f"yj-{part}.xml") for part in range(1, parts + 1)]
        for part, path in enumerate(paths, 1):
            self.generate("yj", "--year", 2026, "--children", subjects, "--faults", "all" if faulty else "none",
                          "--part", part, "--parts", parts, out=path)
        return paths, "yj/yj-1.0.xsd", ["--reference", "gravity=" + gravity]

    def ssda903_xml(self, folder, subjects, _):
        self.generate("ssda903", "--year", 2026, "--children", subjects, "--out", folder)
        return [os.path.join(folder, "this.xml")], "ssda903/2026/ssda903.xsd", ["--year", "2026"]

    def ssda903(self, folder, subjects):
        self.generate("ssda903", "--year", 2026, "--children", subjects, "--out", folder)
        references = [f"{kind}={os.path.join(folder, kind)}.csv" for kind in ("postcodes", "providers")]
        return (os.path.join(folder, "this"), ["--year", "2026", "--la", "E08000099", "--previous",
                os.path.join(folder, "last"), "--reference", references[0], "--reference", references[1]])

    def xml_row(self, name, subjects, faulty=False):
        with tempfile.TemporaryDirectory() as folder:
            paths, schema, more = getattr(self, name)(folder, subjects, faulty)
            size = sum(map(os.path.getsize, paths))
            schema = os.path.join(ROOT, "schemas", schema)
            xmllint, one, all_cores = self.in_turn([
                ["xmllint", "--noout", "--stream", "--schema", schema, *paths],
                self.check("--jobs", "1", *more, *paths), self.check(*more, *paths)])
            profile = self.profile(*more, *paths)
        row(title(name) + (", all wrong" if faulty else ""), f"{subjects:,}", f"{size / 1e6:.1f}",
            f"{xmllint.seconds:.3f}", f"{one.seconds:.3f}", f"{one.seconds / xmllint.seconds:.2f}",
            f"{all_cores.seconds:.3f}", f"{all_cores.seconds / xmllint.seconds:.2f}",
            f"{size / 1e6 / all_cores.seconds:.0f}",
            f"{all_cores.memory / 1e6:.0f}", f"{all_cores.memory / size:.2f}")
        return profile

    def csv_row(self, subjects):
        with tempfile.TemporaryDirectory() as folder:
            path, more = self.ssda903(folder, subjects)
            files = glob.glob(os.path.join(folder, "*", "*.csv"))
            size = sum(map(os.path.getsize, files))
            floor = os.path.join(self.bin, "csv-floor")
            scan, split, one, all_cores = self.in_turn([
                [floor, "scan", *files], [floor, "split", *files],
                self.check("--jobs", "1", *more, path), self.check(*more, path)])
            profile = self.profile(*more, path)
        row("ssda903", f"{subjects:,}", f"{size / 1e6:.1f}", f"{scan.seconds:.3f}", f"{split.seconds:.3f}",
            f"{one.seconds:.3f}", f"{all_cores.seconds:.3f}", f"{size / 1e6 / all_cores.seconds:.0f}",
            f"{all_cores.memory / 1e6:.0f}", f"{all_cores.memory / size:.2f}")
        return profile


def title(name):
    return name.replace("_", ", ")


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def head(title, *cells):
    print(f"\n{title}\n")
    row(*cells)
    row(*(["---"] + ["--:"] * (len(cells) - 1)))


def phases(profiles):
    """What --profile said of the largest return of each kind."""
    names = ["open", "read", "schema", "index", "rules", "report"]
    head("Milliseconds by phase, on all cores, of the largest of each:", "return", *names)
    for name, said in profiles.items():
        row(title(name), *(re.search(rf"^  {phase} +([\d.]+) ms", said, re.M).group(1) for phase in names))
    head("The ten slowest rules of each, in milliseconds of all cores together:", "return", "rules")
    for name, said in profiles.items():
        rules = re.findall(r"^  (\S+) +([\d.]+) ms", said.split("Slowest rules")[1], re.M)
        row(title(name), ", ".join(f"{code} {taken}" for code, taken in rules))


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        found = re.search(r"model name\s*: (.*)", file.read())
    return found.group(1) if found else platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build/release"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("subjects", type=int, nargs="*", default=[1000, 20000])
    options = parser.parse_args()
    bench = Bench(options)
    print(f"{datetime.date.today()}, {processor()}, {os.cpu_count()} cores, "
          f"the fastest of {options.runs} runs each")
    profiles = {}
    xml = ("return", "subjects", "MB", "xmllint s", "1 core s", "ratio", f"{os.cpu_count()} cores s", "ratio", "MB/s",
           "memory MB", "of the file")
    head("XML, against xmllint with the schema:", *xml)
    for name in ("cin", "sen2", "ssda903_xml", "yj"):
        for subjects in options.subjects:
            profiles[name] = bench.xml_row(name, subjects)
    head("The same with every record wrong:", *xml)
    for name in ("cin", "sen2", "yj"):
        bench.xml_row(name, min(options.subjects), faulty=True)
    head("CSV, this year's and last year's files, against a scan of the bytes and a split into cells:", "return",
         "children", "MB", "scan s", "split s", "1 core s", f"{os.cpu_count()} cores s", "MB/s", "memory MB",
         "of the files")
    for subjects in options.subjects:
        profiles["ssda903"] = bench.csv_row(subjects)
    phases(profiles)


if __name__ == "__main__":
    main()
