#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws what stories_scale prints: CPU time per report over the size of the archive.

    stories_scale reports.jsonl --threads 2 > same_days.txt
    stories_scale reports.jsonl --threads 2 --shift-days 212 > growing.txt
    plot_scale.py same_days.txt growing.txt > docs/stories-scale.svg

One line per file and step (adding, both steps together), over a logarithmic axis of reports. Only the standard library.
"""
import math
import pathlib
import sys

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 36, 48
COLOURS = ["#1b5e8c", "#b3541e", "#3f7d3a", "#6b4c9a"]


def read(path):
    """(label, [(reports, adding, together, MiB)]), sizes ascending."""
    days, rows = None, []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            if "shifted by" in line:
                days = int(line.rsplit("shifted by", 1)[1].split()[0])
            continue
        numbers = line.split()
        if len(numbers) >= 10:
            rows.append((int(numbers[0]), float(numbers[2]), float(numbers[4]), int(numbers[9])))
    if not rows:
        sys.exit(f"plot_scale.py: no rows in {path}")
    label = "copies on the same days" if not days else f"copies {days} days apart"
    return label, sorted(rows)


def step_below(most):
    """A round distance of grid lines, about five of them."""
    size = 10 ** math.floor(math.log10(most / 5))
    return next(size * k for k in (1, 2, 5, 10) if size * k * 5 >= most)


def text(x, y, content, anchor="middle", size=12):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{content}</text>'


def draw(series):
    sizes = sorted({row[0] for _, rows in series for row in rows})
    low, high = math.log10(sizes[0]), math.log10(max(sizes[-1], sizes[0] * 10))
    most = max(row[2] for _, rows in series for row in rows) * 1.1
    x_of = lambda size: LEFT + (math.log10(size) - low) / (high - low) * (WIDTH - LEFT - RIGHT)
    y_of = lambda micros: HEIGHT - BOTTOM - micros / most * (HEIGHT - TOP - BOTTOM)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" fill="#222">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
           text(LEFT, 20, "Stories stage: CPU time per report as the archive grows", "start", 14)]
    step = step_below(most)
    for k in range(int(most / step) + 1):
        y = y_of(k * step)
        out.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="#ddd"/>')
        out.append(text(LEFT - 6, y + 4, f"{k * step:g} µs", "end"))
    for size in sizes:
        out.append(text(x_of(size), HEIGHT - BOTTOM + 18, f"{size:,}"))
    out.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "reports in the archive"))
    for number, (label, rows) in enumerate(series):
        colour = COLOURS[number % len(COLOURS)]
        for column, name, dash in ((2, label, ""), (1, "adding only", ' stroke-dasharray="5 4"')):
            points = " ".join(f"{x_of(row[0]):.1f},{y_of(row[column]):.1f}" for row in rows)
            out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
            for row in rows:
                x, y = x_of(row[0]), y_of(row[column])
                out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')
                if column == 2:
                    out.append(text(x, y - 8 if number == 0 else y + 18, f"{row[2]:.0f}", size=11))
            y = y_of(rows[-1][column]) + (0 if number == 0 else 14) + 4
            out.append(f'<g fill="{colour}">{text(WIDTH - RIGHT + 10, y, name, "start")}</g>')
    return "\n".join(out + ["</svg>"]) + "\n"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(draw([read(path) for path in sys.argv[1:]]))
