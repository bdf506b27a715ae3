#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Refuses a source head that says "Tested by X" where X does not exist.

    check_heads.py ROOT        exit code 1 and one line per missing file
    check_heads.py --selftest  proves that a missing file is found
"""
import os
import re
import sys
import tempfile

HEAD = re.compile(r"(?://[^\n]*\n)+")
CLAIM = re.compile(r"[Tt]ested by (.*?)(?:\.(?:\s|$)|$)")
NAME = re.compile(r"[\w/.]+\.(?:cpp|py|tsv|sh|mjs)\b|\b(?:tests|bench)/\w+")


def claims(text):
    """The files and folders that the head of a source says test it."""
    head = HEAD.match(text)
    one_line = re.sub(r"\s*\n//\s*", " ", head.group(0)) if head else ""
    return [name for claim in CLAIM.findall(one_line.strip()) for name in NAME.findall(claim)]


def problems(root):
    for top in ("src", "apps", "train"):
        for folder, _, files in sorted(os.walk(os.path.join(root, top))):
            for file in sorted(files):
                if not file.endswith((".h", ".cpp")):
                    continue
                path = os.path.join(folder, file)
                with open(path, encoding="utf-8") as f:
                    names = claims(f.read())
                for name in names:
                    places = (folder, os.path.join(root, "src"), root)
                    if not any(os.path.exists(os.path.join(place, name)) for place in places):
                        yield f"{os.path.relpath(path, root)}: tested by {name}, which does not exist"


def selftest():
    with tempfile.TemporaryDirectory() as root:
        def write(path, text):
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as f:
                f.write(text)
        write("src/clean/a.cpp", "// SPDX\n// What it does. Tested by\n// a_test.cpp and tests/cli. More.\nint a;\n")
        write("src/clean/b.cpp", "// SPDX\nint b;  // Tested by c_test.cpp.\n")
        assert list(problems(root)) == [f"src/clean/a.cpp: tested by {name}, which does not exist"
                                        for name in ("a_test.cpp", "tests/cli")], list(problems(root))
        write("src/clean/a_test.cpp", "")
        write("tests/cli/cli_test.py", "")
        assert not list(problems(root))
        write("src/lang/c.cpp", "// Tested by clean/a_test.cpp, clean/b_test.cpp.\n")
        assert list(problems(root)) == ["src/lang/c.cpp: tested by clean/b_test.cpp, which does not exist"]
    print("check_heads selftest: ok")


if __name__ == "__main__":
    if sys.argv[1:] == ["--selftest"]:
        selftest()
    else:
        found = list(problems(sys.argv[1]))
        print("\n".join(found) if found else "every head names tests that exist")
        sys.exit(1 if found else 0)
