#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Refuses diagnostics that docs/diagnostics.md does not know, and rows there that nothing emits.

    check_diagnostics.py ROOT        exit code 1 and one line per difference
    check_diagnostics.py --selftest  proves that every kind of difference is found
"""
import os
import re
import sys
import tempfile

DIAGNOSTIC = re.compile(r'\bSeverity::(\w+),\s*(?:"([\w.]+)")?')
ERROR = re.compile(r'\bError\{\s*"([\w.]+)"')
FAULT = re.compile(r'"(verify\.\w+)"')
ROW = re.compile(r"^\| `([a-z]+\.\w+)` \| ([a-z, ]+) \|", re.M)
FAULT_FILE = os.path.join("apps", "cli", "command_verify.cpp")
NO_FAULTS = {"verify.ok", "verify.failed"}


def sources(root):
    for top in ("src", "apps"):
        for folder, _, files in sorted(os.walk(os.path.join(root, top))):
            for file in sorted(files):
                if file.endswith((".h", ".cpp")) and not file.endswith(("_test.cpp", "_fuzz.cpp")):
                    path = os.path.join(folder, file)
                    with open(path, encoding="utf-8") as f:
                        yield os.path.relpath(path, root), f.read()


def emitted(root, unreadable):
    """{code: severities} as the sources emit them; places without a literal code go to `unreadable`."""
    codes = {}
    for path, text in sources(root):
        for severity, code in DIAGNOSTIC.findall(text):
            if code:
                codes.setdefault(code, set()).add(severity.lower())
            else:
                unreadable.append(f"{path}: a diagnostic whose code is no literal")
        failures = ERROR.findall(text) + (FAULT.findall(text) if path == FAULT_FILE else [])
        for code in failures:
            if code not in NO_FAULTS:
                codes.setdefault(code, set()).add("failure")
    return codes


def problems(root):
    found = []
    codes = emitted(root, found)
    with open(os.path.join(root, "docs", "diagnostics.md"), encoding="utf-8") as f:
        rows = ROW.findall(f.read())
    documented = {code: set(severities.split(", ")) for code, severities in rows}
    if len(documented) < len(rows):
        found.append("docs/diagnostics.md: a code has two rows")
    for code in sorted(codes.keys() | documented.keys()):
        here, there = codes.get(code), documented.get(code)
        if there is None:
            found.append(f"docs/diagnostics.md: no row for {code}")
        elif here is None:
            found.append(f"docs/diagnostics.md: nothing emits {code}")
        elif here != there:
            found.append(f"docs/diagnostics.md: {code} is {', '.join(sorted(here))}, not {', '.join(sorted(there))}")
    return found


def selftest():
    with tempfile.TemporaryDirectory() as root:
        def write(path, text):
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as f:
                f.write(text)
        write("src/a.cpp", 'report(Severity::Error,\n  "file.gone", x); return Error{"id.odd", ""};')
        write("apps/cli/command_verify.cpp", '"verify.wrong", "verify.ok"')
        rows = "| `file.gone` | error | x | y |\n| `id.odd` | failure | x | y |\n| `verify.wrong` | failure | x | y |\n"
        write("docs/diagnostics.md", rows)
        assert not problems(root), problems(root)
        write("docs/diagnostics.md", rows + "| `file.never` | note | x | y |\n")
        assert problems(root) == ["docs/diagnostics.md: nothing emits file.never"]
        write("docs/diagnostics.md", rows.replace("| error |", "| note |"))
        assert problems(root) == ["docs/diagnostics.md: file.gone is error, not note"]
        write("docs/diagnostics.md", rows.split("\n", 1)[1])
        assert problems(root) == ["docs/diagnostics.md: no row for file.gone"]
        write("docs/diagnostics.md", rows + rows)
        assert problems(root) == ["docs/diagnostics.md: a code has two rows"]
        write("docs/diagnostics.md", rows)
        write("src/b.cpp", "report(Severity::Note, some_code);")
        assert problems(root) == ["src/b.cpp: a diagnostic whose code is no literal"]
    print("check_diagnostics selftest: ok")


if __name__ == "__main__":
    if sys.argv[1:] == ["--selftest"]:
        selftest()
    else:
        differences = problems(sys.argv[1])
        print("\n".join(differences) if differences else "diagnostics and their page agree")
        sys.exit(1 if differences else 0)
