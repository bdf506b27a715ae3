#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Walks the format samples of others (not part of the repository) and prints what becomes of each kind.

    samples.py QUELLENLAGE SHARED [--verbose]

Every file must yield reports or a diagnostic that names it; a dossier of each folder must pass `verify`. Exit code 1 if
one does not, 77 (skipped) if the samples are not there.
"""
import collections
import json
import os
import subprocess
import sys
import tarfile
import tempfile

SKIPPED = 77
FOLDERS = ("format-feeds-feedparser", "format-iptc-examples", "format-newsml-g2-dpa-de", "format-warc-warcio")
NOT_SAMPLES = ("README.md", "LICENSE", "NOTICE", "UPSTREAM_README.md")


def samples(folder):
    """Paths below a folder; tar files were unpacked before."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name not in NOT_SAMPLES and not name.endswith(".tar.xz"):
                yield os.path.join(place, name)


def copy_of(folder, target):
    """The folder's samples, with its tar files unpacked beside them."""
    subprocess.run(["cp", "-rL", folder, target], check=True)
    subprocess.run(["chmod", "-R", "u+w", target], check=True)
    for name in sorted(os.listdir(folder)):
        if name.endswith(".tar.xz"):
            with tarfile.open(os.path.join(folder, name)) as archive:
                archive.extractall(os.path.join(target, name[: -len(".tar.xz")]), filter="data")
    return target


def dossier(binary, folder):
    """The dossier of a folder and what `verify` says of it."""
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "d.json")
        made = subprocess.run([binary, ".", "--format", "json", "-o", path, "--quiet"], cwd=folder, capture_output=True, check=False)
        if made.returncode not in (0, 1):
            raise SystemExit(f"{folder}: ended with {made.returncode}: {made.stderr.decode()[-500:]}")
        checked = subprocess.run([binary, "verify", path, "--root", folder], capture_output=True, check=False)
        with open(path, encoding="utf-8") as f:
            return json.load(f), checked


def kind_of(path):
    name = os.path.basename(path)
    for ending in (".warc.gz", ".arc.gz"):
        if name.endswith(ending):
            return ending
    return os.path.splitext(name)[1]


def main(arguments):
    binary, shared = os.path.abspath(arguments[0]), arguments[1]
    data = os.path.join(shared, "data")
    missing = [name for name in FOLDERS if not os.path.isdir(os.path.join(data, name))]
    if missing:
        print(f"SKIPPED: no samples at {data}: {', '.join(missing)}")
        return SKIPPED
    silent, failed, rows = [], [], []
    for name in FOLDERS:
        with tempfile.TemporaryDirectory() as work:
            folder = copy_of(os.path.join(data, name), os.path.join(work, name))
            made, checked = dossier(binary, folder)
            if checked.returncode != 0:
                failed.append(f"{name}: verify: {checked.stdout.decode()[:600]}")
            reports = collections.Counter(os.path.normpath(r["path"]) for r in made["reports"])
            codes = collections.defaultdict(set)
            for d in made["diagnostics"]:
                codes[os.path.normpath(d["path"])].add(d["code"])
            kinds = collections.defaultdict(lambda: [0, 0, 0, collections.Counter()])
            for path in samples(folder):
                own = os.path.normpath(os.path.relpath(path, folder))
                row = kinds[kind_of(path)]
                row[0] += 1
                row[1] += reports[own] > 0
                row[2] += reports[own]
                row[3].update(codes[own])
                if not reports[own] and not codes[own]:
                    silent.append(f"{name}/{own}")
                if "--verbose" in arguments:
                    print(f"{name}/{own}: {reports[own]} reports {' '.join(sorted(codes[own]))}")
            rows += [(name, kind, *row) for kind, row in sorted(kinds.items())]
    print(f"{'folder':26} {'kind':9} {'files':>5} {'with reports':>12} {'reports':>7}  diagnostics (files)")
    for name, kind, files, read, count, seen in rows:
        said = ", ".join(f"{code} {n}" for code, n in sorted(seen.items()))
        print(f"{name:26} {kind:9} {files:5} {read:12} {count:7}  {said}")
    for path in silent:
        print(f"{path}: neither a report nor a diagnostic")
    print("\n".join(failed) if failed else "verify: every folder's dossier passes")
    return 1 if silent or failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
