"""An installation whose commands run as processes of their own, quickly: one process starts Django, and each command is a fork of it.

`House` is the tests' side; `serve` is the process. A step may be told to be killed by SIGKILL, or to wait for a file, at the nth call of
a function of the product.
"""

import contextlib
import ctypes
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from functools import wraps
from pathlib import Path

_PATIENCE = 200
_CAPABILITIES_3 = 0x20080522
# By these four root reads what nobody may read, and gives itself the right to; without them a folder's mode and owner hold for root too.
_OVERRULES = 0b1111
_NOBODY = 65534


class House:
    """An installation in a folder, with the process that its commands are forks of."""

    def __init__(self, folder, environment):
        self.data = Path(folder)
        command = [sys.executable, "-m", __spec__.name]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
            command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def start(self, *arguments, **how):
        """Begin a command of `raadhus`, or with `call=` a function of the tests; return what `wait` takes."""
        self._process.stdin.write(json.dumps({"arguments": arguments, **how}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def wait(self, pid):
        """Return (exit code, what was said, what was complained of) of a step; the code is negative when a signal ended it."""
        self._process.stdin.write(json.dumps({"wait": pid}) + "\n")
        self._process.stdin.flush()
        return tuple(json.loads(self._process.stdout.readline()))

    def run(self, *arguments, **how):
        """Run a step to its end."""
        return self.wait(self.start(*arguments, **how))

    def ask(self, call, *arguments, **how):
        """Return what a function of the tests answers inside the installation."""
        code, said, complained = self.run(*arguments, call=call, **how)
        assert code == 0, complained
        return json.loads(said)

    def close(self):
        """End the process."""
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(_PATIENCE)


def until(happened):
    """Wait until something has happened. Raises AssertionError when it takes too long."""
    end = time.monotonic() + _PATIENCE
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def serve():
    """Fork for each line on standard input, and tell how it went on a line of standard output."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    fixed = importlib.import_module("tests.fixed")
    fixed.set_clock()
    importlib.import_module("django").setup()
    _replace("raadhus.personnel.batch.store:_new_key", lambda _original: fixed.noise_key)
    for name in ("raadhus.personnel.commands.publish", "raadhus.config.urls", "raadhus.config.backup.commands"):
        importlib.import_module(name)
    folders = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            pid = asked["wait"]
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            told = [(folders[pid] / name).read_text() for name in ("out", "err")]
            shutil.rmtree(folders.pop(pid))
            answer = [code, *told]
        else:
            folder = Path(tempfile.mkdtemp())
            answer = os.fork() or _child(asked, folder)
            folders[answer] = folder
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _child(asked, folder):
    """Do one step and end; nothing of the parent is used after it."""
    for place, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT), place)
    code = 1
    try:
        code = _step(asked)
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException:  # noqa: BLE001 - whatever it was, it is told
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _step(asked):
    for target, value in asked.get("patched", {}).items():
        _replace(target, lambda _original, value=value: _find(value))
    if "killed" in asked:
        _at(*asked["killed"], lambda: os.kill(os.getpid(), signal.SIGKILL))
    if "held" in asked:
        target, number, file = asked["held"]
        _at(target, number, lambda: _hold(Path(file)))
    if "shut" in asked:
        shut(asked["shut"])
    if "call" in asked:
        sys.stdout.write(json.dumps(_find(asked["call"])(*asked["arguments"])))
        return 0
    main = _find("raadhus.config.cli:main")
    return main(asked["arguments"], prog_name="raadhus") or 0


def _hold(file):
    file.with_suffix(".reached").touch()
    until(file.exists)


def _find(target):
    module, _, path = target.partition(":")
    found = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    return found


def _replace(target, make):
    module, _, path = target.partition(":")
    *above, name = path.split(".")
    holder = importlib.import_module(module)
    for one in above:
        holder = getattr(holder, one)
    setattr(holder, name, make(getattr(holder, name)))


def _at(target, number, act):
    """Do something right after the nth call of a function."""
    calls = []

    def around(original):
        @wraps(original)
        def called(*arguments, **named):
            answer = original(*arguments, **named)
            calls.append(1)
            if len(calls) == number:
                act()
            return answer

        return called

    _replace(target, around)


def shut(folder):
    """Make a folder unreadable to this process, also when root runs it. Raises AssertionError when it can be read all the same."""
    if os.geteuid() == 0:
        os.chown(folder, _NOBODY, _NOBODY)
        Path(folder).chmod(0o700)
    else:
        Path(folder).chmod(0)
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    sets[0] &= ~_OVERRULES
    assert libc.capset(head, sets) == 0
    with contextlib.suppress(PermissionError):
        list(Path(folder).iterdir())
        raise AssertionError("the folder can be read all the same")


if __name__ == "__main__":
    serve()
