#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Refuses includes against the flow: a module may include itself and the modules that its ql_module() line names.

    check_includes.py ROOT        exit code 1 and one line per wrong include
    check_includes.py --selftest  proves that a wrong include, an undeclared module and a ring are found
"""
import os
import re
import sys
import tempfile

MODULE = re.compile(r"^ql_module\((\w+)(.*)\)", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"/]+)/', re.M)


def declared_modules(root):
    """{module: modules that it may include} in the order of CMakeLists.txt."""
    with open(os.path.join(root, "CMakeLists.txt"), encoding="utf-8") as f:
        text = f.read()
    modules = {}
    for name, rest in MODULE.findall(text):
        words = rest.split()
        words = words[words.index("DEPENDS") + 1:] if "DEPENDS" in words else []
        modules[name] = words[:words.index("LINK")] if "LINK" in words else words
    return modules


def problems(root):
    modules = declared_modules(root)
    names = list(modules)
    for name, depends in modules.items():
        for other in depends:
            if other not in names[:names.index(name)]:
                yield f"CMakeLists.txt: {name} depends on {other}, which is not an earlier module"
    for folder, _, files in sorted(os.walk(os.path.join(root, "src"))):
        module = os.path.relpath(folder, os.path.join(root, "src")).split(os.sep)[0]
        for file in sorted(files):
            if not file.endswith((".h", ".cpp")):
                continue
            path = os.path.join(folder, file)
            if module not in modules:
                yield f"{os.path.relpath(path, root)}: folder {module} is no declared module"
                continue
            with open(path, encoding="utf-8") as f:
                for other in INCLUDE.findall(f.read()):
                    if other != module and other not in modules[module]:
                        yield f"{os.path.relpath(path, root)}: {module} may not include {other}"


def selftest():
    with tempfile.TemporaryDirectory() as root:
        def write(path, text):
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as f:
                f.write(text)
        write("CMakeLists.txt", "ql_module(base LINK x)\nql_module(clean DEPENDS base)\n")
        write("src/clean/a.cpp", '#include "base/x.h"\n')
        assert not list(problems(root)), list(problems(root))
        write("src/base/b.h", '#include "clean/y.h"\n')
        assert len(list(problems(root))) == 1
        write("src/stray/c.h", "")
        assert len(list(problems(root))) == 2
        write("CMakeLists.txt", "ql_module(base DEPENDS clean)\nql_module(clean DEPENDS base)\n")
        assert any("not an earlier module" in p for p in problems(root))
    print("check_includes selftest: ok")


if __name__ == "__main__":
    if sys.argv[1:] == ["--selftest"]:
        selftest()
    else:
        found = list(problems(sys.argv[1]))
        print("\n".join(found) if found else "includes follow the flow")
        sys.exit(1 if found else 0)
