"""A case: files that are given to statval, and what it must answer."""
import os
import zlib

READ = 0
FINDINGS = 1
USAGE = 2
INPUT = 3


class Case:
    """`files` has bytes by name, or the target of a symbolic link. `words` are of the sentence, or of
    the report. Contents are kept packed: what this program holds counts as memory of its children."""

    def __init__(self, name, files, status, words, arguments):
        self.name = name
        self.status = status
        self.words = words
        self.arguments = arguments
        self.links = {path: content for path, content in files.items() if isinstance(content, str)}
        self.files = {path: zlib.compress(content, 1) for path, content in files.items()
                      if isinstance(content, bytes)}
        self.length = sum(len(content) for content in files.values())

    def write(self, folder):
        for name, packed in self.files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(zlib.decompress(packed))
        for name, target in self.links.items():
            os.symlink(target, os.path.join(folder, name))
