"""A headless Chromium, driven through its pipe: pages from files, real clicks and keys."""

import base64
import itertools
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60  # seconds
KEYS = {"Tab": 9, "Enter": 13, " ": 32, "Escape": 27}


def find():
    """The path of a Chromium, or None."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return chosen
    return next(filter(None, map(shutil.which, NAMES)), None)


class Failure(Exception):
    """The browser did not do what it was asked."""


class Browser:
    """One browser with one page. Console errors and requests are noted."""

    def __init__(self, width=1200, height=900, scripts=True):
        self.folder = tempfile.mkdtemp(prefix="statval-browser-")
        self.numbers = itertools.count(1)
        self.events = []
        self.errors = []
        self.requests = []
        self._start()
        target = self._send("Target.createTarget", {"url": "about:blank"}, None)["targetId"]
        attach = {"targetId": target, "flatten": True}
        self.session = self._send("Target.attachToTarget", attach, None)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(domain + ".enable")
        self.size(width, height)
        if not scripts:
            self.send("Emulation.setScriptExecutionDisabled", value=True)
        self._send("Browser.setDownloadBehavior",
                   {"behavior": "allow", "downloadPath": self.folder}, None)

    def _start(self):
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()
        arguments = [find(), "--headless=new", "--remote-debugging-pipe", "--no-first-run",
                     "--disable-gpu", "--disable-extensions", "--hide-scrollbars",
                     "--force-color-profile=srgb", "--user-data-dir=" + self.folder + "/profile"]
        if os.geteuid() == 0 or os.environ.get("CI"):
            arguments.append("--no-sandbox")

        def pipes():
            # The browser reads from 3 and writes to 4; these may be among our own.
            reading, writing = os.dup(to_read), os.dup(to_write)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(arguments, close_fds=False, preexec_fn=pipes,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.rest = b""

    def _receive(self):
        while b"\0" not in self.rest:
            if not select.select([self.from_browser], [], [], PATIENCE)[0]:
                raise Failure("the browser says nothing any more")
            more = os.read(self.from_browser, 1 << 20)
            if not more:
                raise Failure("the browser has gone")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def _note(self, message):
        method = message.get("method")
        parameters = message.get("params", {})
        self.events.append(method)
        if method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            self.errors.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    def _send(self, method, parameters, session):
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                break
            self._note(answer)
        if "error" in answer:
            raise Failure(method + ": " + answer["error"]["message"])
        return answer["result"]

    def send(self, method, **parameters):
        return self._send(method, parameters, self.session)

    def open(self, path, fragment=""):
        """Opens a file. Another page comes in between: to a fragment of the same one would be no
        way to open it anew."""
        for url in ("about:blank", "file://" + os.path.realpath(path) + fragment):
            self.events.clear()
            self.send("Page.navigate", url=url)
            while "Page.loadEventFired" not in self.events:
                self._note(self._receive())

    def allow_clipboard(self):
        self._send("Browser.grantPermissions",
                   {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}, None)

    def size(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def media(self, kind="", **features):
        listed = [{"name": name.replace("_", "-"), "value": value}
                  for name, value in features.items()]
        self.send("Emulation.setEmulatedMedia", media=kind, features=listed)

    def run(self, script):
        """The value of a JavaScript expression, from outside of the page's policy."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in result:
            raise Failure(script + ": " + json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def wait(self, script, seconds=10):
        end = time.time() + seconds
        while time.time() < end:
            if self.run("!!(%s)" % script):
                return
            time.sleep(0.02)
        raise Failure("in vain: " + script)

    def click(self, element):
        """Clicks the middle of what a JavaScript expression gives."""
        box = self.run("(() => { const e = " + element + "; if (!e) return null; "
                       "e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect(); "
                       "return [b.x + b.width / 2, b.y + b.height / 2, b.width * b.height]; })()")
        if not box or not box[2]:
            raise Failure("nothing to click: " + element)
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left",
                      clickCount=1)

    def key(self, name, shift=False):
        for kind in ("keyDown", "keyUp"):
            extra = {"text": "\r" if name == "Enter" else name} \
                if kind == "keyDown" and name in ("Enter", " ") else {}
            code = "Space" if name == " " else name
            self.send("Input.dispatchKeyEvent", type=kind, key=name, code=code,
                      windowsVirtualKeyCode=KEYS[name], modifiers=8 if shift else 0, **extra)

    def type(self, text):
        self.send("Input.insertText", text=text)

    def picture(self, path, whole=False):
        extra = {}
        if whole:
            size = self.send("Page.getLayoutMetrics")["cssContentSize"]
            clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
            extra = {"clip": clip, "captureBeyondViewport": True}
        shot = self.send("Page.captureScreenshot", format="png", **extra)
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def pdf(self, path):
        made = self.send("Page.printToPDF", printBackground=False, preferCSSPageSize=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(made["data"]))

    def downloaded(self, seconds=20):
        """The bytes of the file that was downloaded."""
        end = time.time() + seconds
        while time.time() < end:
            self.run("0")
            names = [name for name in os.listdir(self.folder)
                     if name != "profile" and not name.endswith(".crdownload")]
            if names:
                path = os.path.join(self.folder, names[0])
                with open(path, "rb") as file:
                    content = file.read()
                os.remove(path)
                return content
            time.sleep(0.05)
        raise Failure("nothing was downloaded")

    def close(self):
        try:
            self._send("Browser.close", {}, None)
        except (Failure, OSError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to_browser)
        os.close(self.from_browser)
        shutil.rmtree(self.folder, ignore_errors=True)
