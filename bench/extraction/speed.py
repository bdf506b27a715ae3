#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Extraction speed per core against trafilatura (a peer, not a dependency) on the same pages in one run.

    speed.py BINARY FOLDER_OF_PAGES [--python PYTHON] [--repeat 3]

PYTHON is an interpreter that has trafilatura (a virtual environment outside the repository). Both sides extract text and metadata of every page,
on one thread; what counts is user CPU time, the least of the repeats. The start of each program (measured on an empty input) is taken off.
"""
import argparse
import os
import subprocess
import sys
import tempfile

PEER = """
import glob, os, sys
import trafilatura
pages = [open(p, "rb").read() for p in sorted(glob.glob(os.path.join(sys.argv[1], "*")))]
before = os.times().user
n = sum(trafilatura.extract(p, with_metadata=True, output_format="json") is not None for p in pages)
print(os.times().user - before, n)
"""


def user_seconds(command):
    with tempfile.TemporaryFile() as out:
        before = os.times().children_user
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=False)
        return os.times().children_user - before


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("pages")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    count = len(os.listdir(args.pages))
    size = sum(os.path.getsize(os.path.join(args.pages, f)) for f in os.listdir(args.pages))
    with tempfile.TemporaryDirectory() as empty:
        open(os.path.join(empty, "leer.txt"), "w").close()
        start = min(user_seconds([args.binary, "extract", empty, "--quiet", "--threads", "1"]) for _ in range(args.repeat))
    ours = min(user_seconds([args.binary, "extract", args.pages, "--quiet", "--threads", "1"]) for _ in range(args.repeat)) - start
    runs = [subprocess.run([args.python, "-c", PEER, args.pages], check=True, capture_output=True, text=True).stdout.split()
            for _ in range(args.repeat)]
    theirs = min(float(r[0]) for r in runs)
    print(f"{count} pages, {size / 1e6:.1f} MB")
    print(f"quellenlage  {ours:8.3f} s user  {count / ours:9.0f} pages/s  {size / 1e6 / ours:7.1f} MB/s   (start {start:.3f} s taken off)")
    print(f"trafilatura  {theirs:8.3f} s user  {count / theirs:9.0f} pages/s  {size / 1e6 / theirs:7.1f} MB/s")
    print(f"ratio        {theirs / ours:8.1f}")


if __name__ == "__main__":
    main()
