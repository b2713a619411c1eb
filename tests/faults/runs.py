"""Runs of statval that are disturbed on purpose: what they work on, and what came of them."""
import collections
import os
import shutil
import subprocess
import zipfile

SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples")
SAMPLES = os.path.realpath(SAMPLES)
FAULTY = os.path.join(SAMPLES, "cin", "2026", "faulty.xml")
CLEAN = os.path.join(SAMPLES, "cin", "2026", "clean.xml")
FOLDER = os.path.join(SAMPLES, "ssda903", "2026", "faulty", "this")

# status is None for a run that hangs.
Outcome = collections.namedtuple("Outcome", "status out err files")


class Runs:
    """Runs of one program, with files to work on. In a command OUT stands for a file that it
    writes, with an ending or without; the other capitals for files that are made here."""

    def __init__(self, statval, folder):
        self.statval, self.folder = os.path.abspath(statval), folder
        self.written = os.path.join(folder, "written")
        self.words = {}
        for word, name in (("OLD", "old.json"), ("NEW", "new.json"), ("ZIP", "return.zip")):
            self.words[word] = os.path.join(folder, name)
        for word, sample in (("OLD", CLEAN), ("NEW", FAULTY)):
            subprocess.run([self.statval, "check", "--quiet", "-o", self.words[word], sample],
                           check=False)
        with zipfile.ZipFile(self.words["ZIP"], "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(os.listdir(FOLDER)):
                archive.write(os.path.join(FOLDER, name), name)

    def word(self, word):
        if word.startswith("OUT"):
            return os.path.join(self.written, "report" + word[3:])
        return self.words.get(word, word)

    def line(self, command):
        return [self.statval] + [self.word(word) for word in command]

    def files(self):
        """What is in the folder that is written to."""
        files = {}
        for name in os.listdir(self.written):
            with open(os.path.join(self.written, name), "rb") as file:
                files[name] = file.read()
        return files

    def run(self, command, earlier=None, before=(), settings=None, **options):
        """Runs a command in a fresh folder. `earlier`: name and content of the files that are there
        already. `before`: what stands before the program. `settings`: of the environment.
        `options`: of subprocess.run()."""
        shutil.rmtree(self.written, ignore_errors=True)
        os.mkdir(self.written)
        for name, content in (earlier or {}).items():
            with open(os.path.join(self.written, name), "wb") as file:
                file.write(content)
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1790000000", **(settings or {}))
        try:
            done = subprocess.run([*before, *self.line(command)], capture_output=True, timeout=20,
                                  env=environment, check=False, **options)
        except subprocess.TimeoutExpired:
            return Outcome(None, b"", b"", {})
        return Outcome(done.returncode, done.stdout, done.stderr, self.files())


def shown(command):
    """A command for people."""
    return " ".join(os.path.basename(word) for word in command)


def broken(outcome):
    """What is wrong with a run whatever disturbed it, or None."""
    if outcome.status is None:
        return "hangs"
    return f"dies of signal {-outcome.status}" if outcome.status < 0 else None


def told(outcome):
    """What the run said, in short."""
    return f"status {outcome.status}: " + outcome.err.decode(errors="replace").strip()[:90]
