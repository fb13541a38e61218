"""Looks at pages in Chromium: prints them, measures them and asks axe-core about them.

    look.py TASKS

TASKS is a file of JSON: a list of {"page": file, "pdf": file}, with "shots": folder where pictures are wanted too. What is
found is printed as JSON: for each page how much wider than its window it is, and what axe-core has against it; and whether
axe-core is there. One Chromium looks at all of them; it is spoken to over a pipe, so that Python needs nothing more.
"""

import base64
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

SCHEMES = ["light", "dark"]
WIDTHS = [400, 1200]
# What is wider than the window that it is in.
OVERFLOW = """(() => {
    const room = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > room ? document.documentElement.scrollWidth - room : 0;
})()"""
AXE = """axe.run(document, { resultTypes: ["violations"] }).then(found => JSON.stringify(found.violations.map(one =>
    one.id + ": " + one.help + ": " + one.nodes.slice(0, 3).map(node => node.html + " " + node.failureSummary).join(" | "))))"""


class Browser:
    """A Chromium with one page."""

    def __init__(self, program):
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()
        self.folder = tempfile.TemporaryDirectory()

        def as_three_and_four():
            read, write = os.dup(to_read), os.dup(to_write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
        self.process = subprocess.Popen(
            [program, *arguments, f"--user-data-dir={self.folder.name}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=as_three_and_four,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self.said, self.number, self.session = b"", 0, None
        pages = [one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        target = pages[0]["targetId"] if pages else self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def next(self):
        while b"\0" not in self.said:
            more = os.read(self.from_browser, 1 << 20)
            if not more:
                raise SystemExit("Chromium ended")
            self.said += more
        message, self.said = self.said.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]

    def value(self, expression):
        result = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise SystemExit(json.dumps(result["exceptionDetails"]))
        return result["result"].get("value")

    def open(self, page):
        self.ask("Page.navigate", url="file://" + os.path.abspath(page))
        while self.next().get("method") != "Page.loadEventFired":
            pass

    def look(self, scheme, width):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.ask("Emulation.setEmulatedMedia", media="screen", features=features)
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)

    def print(self, file):
        self.ask("Emulation.setEmulatedMedia", media="print", features=[])
        self.ask("Emulation.clearDeviceMetricsOverride")
        printed = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False, displayHeaderFooter=False)
        with open(file, "wb") as out:
            out.write(base64.b64decode(printed["data"]))

    def shoot(self, file):
        """Takes a picture of as much of the page as one has room for."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        top = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 4000), "scale": 1}
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=top)
        with open(file, "wb") as out:
            out.write(base64.b64decode(shot["data"]))

    def end(self):
        self.session = None
        self.ask("Browser.close")
        self.process.wait(20)
        self.folder.cleanup()


def axe_core():
    """The source of axe-core, which lies in a package whose code is not needed; nothing where it is not installed."""
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None:
        return ""
    with open(os.path.join(os.path.dirname(package.origin), "axe.min.js")) as source:
        return source.read()


def looked_at(browser, task, axe):
    """What is wrong with a page."""
    wrong = []
    browser.open(task["page"])
    if axe:
        browser.value(axe + "; null")
    for scheme in SCHEMES:
        for width in WIDTHS:
            browser.look(scheme, width)
            overflow = browser.value(OVERFLOW)
            if overflow:
                wrong.append(f"{overflow} px wider than a window of {width} px")
            if task.get("shots"):
                name = os.path.basename(task["page"]).removesuffix(".html")
                browser.shoot(os.path.join(task["shots"], f"{name}-{scheme}-{width}.png"))
            if axe and width == WIDTHS[-1]:
                wrong += [f"{scheme}: {one}" for one in json.loads(browser.value(AXE))]
    if task.get("pdf"):
        browser.print(task["pdf"])
    return wrong


def main():
    with open(sys.argv[1]) as tasks:
        tasks = json.load(tasks)
    axe = axe_core()
    browser = Browser(os.environ.get("CHROMIUM", "chromium"))
    found = {task["page"]: looked_at(browser, task, axe) for task in tasks}
    browser.end()
    json.dump({"has_axe": bool(axe), "found": found}, sys.stdout, ensure_ascii=False, indent=1)


main()
