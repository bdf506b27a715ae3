#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Property test on real pages: every character of clean text maps to source bytes.

    verify_pages.py BINARY SHARED

Makes a dossier of every page of the extraction and date benchmarks and lets `verify` re-derive each range from the files with a reader that shares
neither the tree nor the offset map. Exit code 1 at the first set that fails; sets that are not there are named and skipped.
"""
import os
import subprocess
import sys
import tempfile

SETS = ("extraction-trafilatura", "extraction-fundus", "extraction-scrapinghub", "dates")


def main(binary, shared):
    binary, failed, ran = os.path.abspath(binary), False, 0
    for name in SETS:
        archive = os.path.join(os.path.abspath(shared), "bench", name, "reports.tar.xz")
        if not os.path.exists(archive):
            print(f"SKIPPED {name}: {archive} is not there")
            continue
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["tar", "-xJf", archive, "-C", folder], check=True)
            with open(os.path.join(folder, "d.json"), "wb") as out:
                subprocess.run([binary, "reports", "--format", "json", "--quiet"], cwd=folder, stdout=out, check=False)
            done = subprocess.run([binary, "verify", "d.json"], cwd=folder, capture_output=True, text=True, check=False)
            ran += 1
            failed = failed or done.returncode != 0
            print(f"{'ok' if done.returncode == 0 else 'FAILED'} {name}: {(done.stdout + done.stderr).strip()[-300:]}")
    if ran == 0:
        print("SKIPPED everything: no benchmark is there; nothing was tested")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
