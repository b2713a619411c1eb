"""Runs of statval that are disturbed on purpose: what they work on, and what came of them."""
import collections
import os
import shutil
import signal
import subprocess
import zipfile

SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples")
SAMPLES = os.path.realpath(SAMPLES)
FAULTY = os.path.join(SAMPLES, "cin", "2026", "faulty.xml")
CLEAN = os.path.join(SAMPLES, "cin", "2026", "clean.xml")
FOLDER = os.path.join(SAMPLES, "ssda903", "2026", "faulty", "this")
HEADING = b"rule,subject,table,key,id,reason,by,on,limit,expires\r\n"
ACCEPTED = HEADING + b"8500,C1,,,,so it was,,,,\r\n"
POSTCODES = (b"pcd,oscty,oslaua,oseast1m,osnrth1m\n"
             + b"".join(b"AB%d 1AA,S99999999,S12000033,385386,801193\n" % i for i in range(1, 99)))

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
        for word, content in (("CONFIG", b"fail-on = query\n"), ("ACCEPT", ACCEPTED),
                              ("POSTCODES", POSTCODES)):
            self.words[word] = os.path.join(folder, word.lower())
            with open(self.words[word], "wb") as file:
                file.write(content)
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

    def earlier(self, command):
        """What stands where the command writes to."""
        old = ACCEPTED if command[0] == "accept" else b"an earlier report\n"
        return {os.path.basename(self.word(word)): old for word in command if "OUT" in word}

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
        `options`: of Popen()."""
        shutil.rmtree(self.written, ignore_errors=True)
        os.mkdir(self.written)
        for name, content in (earlier or {}).items():
            with open(os.path.join(self.written, name), "wb") as file:
                file.write(content)
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1790000000", **(settings or {}))
        with subprocess.Popen([*before, *self.line(command)], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=environment, start_new_session=True,
                              **options) as started:
            try:
                out, err = started.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(started.pid, signal.SIGKILL)  # the program, too, not only what traces it
                return Outcome(None, b"", b"", {})
        return Outcome(started.returncode, out, err, self.files())


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
