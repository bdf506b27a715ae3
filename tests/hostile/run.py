#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs `quellenlage extract` over the hostile corpus: no crash, every file read or diagnosed, time linear in size.

    run.py BINARY
"""
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def extract(binary, folder):
    """(lines of the answer, diagnostics as text, seconds)"""
    start = time.monotonic()
    done = subprocess.run([binary, "extract", folder], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode >= 0, f"ended by signal {-done.returncode}"
    assert "Sanitizer" not in done.stderr and "runtime error" not in done.stderr, done.stderr[-5000:]
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    return lines, done.stderr, time.monotonic() - start


def main():
    binary = sys.argv[1]
    seconds = {}
    for size in ([], ["--small"]):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, os.path.join(HERE, "make_corpus.py"), folder, *size], check=True)
            lines, said, seconds[bool(size)] = extract(binary, folder)
            ids = {line["id"] for line in lines}
            for name in sorted(os.listdir(folder)):
                if name.endswith((".jsonl", ".json")) or os.path.isdir(os.path.join(folder, name)):
                    continue
                if name == "unreadable.txt" and os.geteuid() == 0:
                    continue
                if name in ids or any(i.startswith(name + "#") for i in ids) or name in said:
                    continue
                # Only the first diagnostics are printed, and reports may bring ids along: read it alone.
                alone, said_alone, _ = extract(binary, os.path.join(folder, name))
                assert alone or name in said_alone, f"{name}: neither a reading nor a diagnostic"
            assert {"gut", "ende", "bytes", "a", "b", "zip"} <= ids, "a broken record cost others"
            assert not {"kaputt", "passwd"} & ids
            assert "root:" not in json.dumps(lines), "a file beside the corpus was read"
            os.chmod(os.path.join(folder, "unreadable.txt"), 0o600)
    print(f"hostile corpus: {seconds[False]:.1f} s in full, {seconds[True]:.1f} s at a fiftieth")
    assert seconds[False] < 120, "too slow for linear time"


if __name__ == "__main__":
    main()
