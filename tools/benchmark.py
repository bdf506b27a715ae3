#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speed and memory of the whole job on ../shared/bench/throughput (./dev bench).

    benchmark.py BINARY SHARED [--runs 3] [--threads 2] [--reports N]

Prints reports/s and MB/s as medians over the runs, peak memory of the process, and the time per stage that --stats gives.
"""
import argparse
import lzma
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time


def unpack(source, target, limit):
    """Writes the first `limit` lines; returns (lines, bytes)."""
    count = size = 0
    with lzma.open(source, "rb") as f, open(target, "wb") as out:
        for line in f:
            if limit and count >= limit:
                break
            out.write(line)
            count, size = count + 1, size + len(line)
    return count, size


def run_once(command):
    """(wall seconds, CPU seconds, peak KiB, stderr) of one process."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)}: {errors[-500:]}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, errors


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("binary")
    p.add_argument("shared")
    p.add_argument("--runs", type=int, default=3)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--reports", type=int, help="only the first N reports")
    args = p.parse_args()
    source = os.path.join(args.shared, "bench", "throughput", "reports.jsonl.xz")
    if not os.path.exists(source):
        print(f"SKIPPED: {source} is absent", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        reports = os.path.join(folder, "reports.jsonl")
        count, size = unpack(source, reports, args.reports)
        command = [args.binary, reports, "--format", "json", "-o", os.path.join(folder, "dossier.json"),
                   "--threads", str(args.threads), "--stats", "--quiet"]
        runs = [run_once(command) for _ in range(args.runs)]
    wall = statistics.median(r[0] for r in runs)
    cpu = statistics.median(r[1] for r in runs)
    print(f"{count} reports, {size / 1e6:.1f} MB, {args.threads} threads, median of {args.runs} runs, JSON written")
    print(f"whole job   {count / wall:8.0f} reports/s   {size / 1e6 / wall:6.1f} MB/s   wall {wall:.2f} s   CPU {cpu:.2f} s   peak {max(r[2] for r in runs) / 1024:.0f} MiB")
    stages = {}
    for _, _, _, errors in runs:
        for name, seconds in re.findall(r"^stage=(\w+) seconds=([\d.]+)", errors, re.M):
            stages.setdefault(name, []).append(float(seconds))
    for name, seconds in stages.items():
        middle = statistics.median(seconds)
        rate = f"{count / middle:8.0f} reports/s" if middle > 0 else ""
        print(f"{name:<11} {rate}   {middle:.3f} s of CPU")


if __name__ == "__main__":
    main()
