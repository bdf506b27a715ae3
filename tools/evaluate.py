#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every scorer of ../shared that applies and prints one table (./dev eval).

    evaluate.py BINARY SHARED [--only NAME,NAME] [--json FILE]

Each benchmark is one function that yields (metric, value, note). A benchmark whose data are absent is skipped, loudly.
Dossiers go to a temporary folder. docs/accuracy.md holds a printed table; only this script makes its numbers.
"""
import argparse
import contextlib
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile


class Absent(Exception):
    """The data of a benchmark are not there."""


class Bench:
    """Where things are, and the two ways to run the program."""

    def __init__(self, binary, shared, scratch):
        self.binary, self.shared, self.scratch = os.path.abspath(binary), os.path.abspath(shared), scratch

    def path(self, *parts):
        found = os.path.join(self.shared, *parts)
        if not os.path.exists(found):
            raise Absent(os.path.join(*parts))
        return found

    def run(self, name, arguments):
        """Standard output of the program as a file. Exit code 1 (some inputs had errors) is a result, too."""
        out = os.path.join(self.scratch, name)
        with open(out, "wb") as f:
            code = subprocess.run([self.binary, *arguments], stdout=f, stderr=subprocess.PIPE, check=False)
        if code.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(arguments)}: exit code {code.returncode}: {code.stderr.decode()[-400:]}")
        return out

    def dossier(self, name, *inputs):
        return self.run(name + ".json", [*inputs, "--format", "json", "--quiet"])

    def extract(self, name, *inputs):
        return self.run(name + ".jsonl", ["extract", *inputs, "--quiet"])

    def unpacked(self, folder):
        """The reports of a benchmark folder, unpacked once."""
        target = os.path.join(self.scratch, os.path.basename(folder))
        if not os.path.exists(target):
            os.makedirs(target)
            subprocess.run(["tar", "-xJf", os.path.join(folder, "reports.tar.xz"), "-C", target], check=True)
        return target

    def score(self, script, *arguments):
        text = subprocess.run([sys.executable, self.path(*script.split("/")), *arguments], check=True, capture_output=True, text=True)
        return text.stdout


def prf(row):
    return f"P {row['p']:.3f} R {row['r']:.3f} (of {row.get('gold', '?')})"


ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def story(bench, name):
    folder = bench.path("stories", name)
    yield from story_scores(bench, name, os.path.join(folder, "reports"), os.path.join(folder, "gold.jsonl"))


def own_story(bench, name):
    """One of our own stories, annotated before the program had seen it."""
    yield from story_scores(bench, name, os.path.join(ROOT, "examples", name), os.path.join(ROOT, "tests", "stories", name + ".jsonl"))


def story_scores(bench, name, reports, gold):
    data = json.loads(bench.score("score/score_story.py", bench.dossier("story-" + name, reports), gold, "--reports", reports, "--json"))
    for part, value in data["scores"].items():
        yield part, value, ""
    slots = data["metrics"]["statement"]
    for slot in ("content", "kind", "speaker", "cue", "chain", "commitment"):
        if slot in slots:
            yield "statement." + slot, slots[slot]["value"], f"{slots[slot]['right']:g}/{slots[slot]['of']:g}"


def seeds(bench):
    texts = sorted(glob.glob(os.path.join(bench.path("seeds"), "*.txt")))
    folder = os.path.join(bench.scratch, "seed-texts")  # the scorer reads every entry of its folder as a report
    os.makedirs(folder, exist_ok=True)
    for text in texts:
        shutil.copy(text, folder)
    dossier = bench.dossier("seeds", folder)
    for docs in ("000,003", None):
        arguments = ["--docs", docs] if docs else []
        data = json.loads(bench.score("score/score_seeds.py", dossier, bench.path("seeds", "gold"), "--seeds", folder, "--json", *arguments))
        for key, value in sorted((data.get("scores") or data).items()):
            if isinstance(value, (int, float)):
                yield f"{key} ({docs or 'all with gold'})", value, ""
        yield f"M11 false claims ({docs or 'all with gold'})", data["false_claims"], "should be 0"
    with contextlib.suppress(subprocess.CalledProcessError):
        yield "facts passed", None, bench.score("score/check_facts.py", dossier).strip().splitlines()[-1]
        return
    facts = subprocess.run([sys.executable, bench.path("score", "check_facts.py"), dossier], check=False, capture_output=True, text=True)
    yield "facts passed", None, facts.stdout.strip().splitlines()[-1]


def quotes(bench, part):
    folder = bench.path("bench", "quotes", part)
    data = json.loads(bench.score("bench/score_quotes.py", bench.dossier("quotes-" + part, os.path.join(folder, "reports.jsonl")), folder, "--json"))
    for key in ("quote", "roles", "joint", "cue", "speaker"):
        row = data["upstream"][key]
        yield "upstream." + key, row["f1"], f"P {row['p']:.3f} R {row['r']:.3f}"
    for key in ("exact", "relaxed"):
        yield "span." + key, data["span"][key]["all"]["f1"], prf(data["span"][key]["all"])
    for kind, recall in data.get("recall_by_type", {}).items():
        yield "recall " + kind, recall, ""
    yield "span.relaxed.cueless", data["span"]["relaxed"]["cueless"]["f1"], prf(data["span"]["relaxed"]["cueless"])
    for kind, share in data["speaker_of_matched"].items():
        yield "speaker of matched " + kind, share, "of the matched statements whose speaker the gold names"


def times(bench, part):
    folder = bench.path("bench", "times", part)
    data = json.loads(bench.score("bench/score_times.py", bench.dossier("times-" + part, os.path.join(folder, "reports.jsonl")), folder, "--json"))
    for key in ("strict", "relaxed", "value"):
        yield key, data[key]["f1"], f"P {data[key]['p']:.3f} R {data[key]['r']:.3f} (of {data['gold']})"


def numbers(bench):
    folder = bench.path("bench", "numbers", "cases")
    data = json.loads(bench.score("bench/score_numbers.py", bench.dossier("numbers", os.path.join(folder, "reports.jsonl")), folder, "--json"))
    for key, row in data.items():
        if isinstance(row, dict) and "case" in row:
            yield key, row["case"], f"of {row['of']}"


def names(bench, part):
    folder = bench.path("bench", "names", part)
    data = json.loads(bench.score("bench/score_names.py", bench.dossier("names-" + part, os.path.join(folder, "reports.jsonl")), folder, "--json"))
    for key in ("three", "PER", "LOC", "ORG"):
        yield key, data[key]["f1"], prf(data[key])


def parted_names(bench, part):
    """Adjectives of places and compounds with an organisation: how many a mention of the close reading touches, and how
    many of its adjectives, demonyms and parts of compounds the annotators marked as such (of any type, on any level)."""
    folder = bench.path("bench", "names", part)
    reports = os.path.join(folder, "reports.jsonl")
    with open(bench.run("annotated-" + part, ["annotate", reports, "--format", "json", "--quiet"]), encoding="utf-8") as file:
        text, at, read = file.read(), 0, []
    while (at := next((i for i in range(at, len(text)) if text[i] == "{"), len(text))) < len(text):
        document, at = json.JSONDecoder().raw_decode(text, at)
        read.append(document.get("mentions", []))
    with open(reports, encoding="utf-8") as a, open(os.path.join(folder, "gold.jsonl"), encoding="utf-8") as b:
        order = [json.loads(line)["id"] for line in a]
        gold = {row["id"]: row["names"] for row in map(json.loads, b)}
    for label in ("LOCderiv", "ORGpart"):
        spans = [(name, mentions) for key, mentions in zip(order, read) for name in gold[key]
                 if name["class"] == label and name["level"] == 1]
        found = sum(any(m["begin"] < n["end_byte"] and n["begin_byte"] < m["end"] for m in mentions) for n, mentions in spans)
        yield f"{label} found", found / len(spans), f"{found}/{len(spans)}"
    touches = lambda m, n: m["begin"] < n["end_byte"] and n["begin_byte"] < m["end"]
    for ending, forms in (("deriv", ("adjective", "demonym")), ("part", ("part",))):
        marked = [any(touches(m, n) for n in gold[key] if n["class"].endswith(ending))
                  for key, mentions in zip(order, read) for m in mentions if m.get("form") in forms]
        if marked:
            yield f"{ending} precision", sum(marked) / len(marked), f"{sum(marked)}/{len(marked)}"


def first_table(text):
    return next(iter(json.loads(text).values()))


JSON_LD = re.compile(rb"(?is)<script[^>]*application/ld\+json[^>]*>.*?</script>")


def without_json_ld(bench, pages):
    """The same pages without their JSON-LD, for what a page without it would give."""
    target = pages + "-plain"
    os.makedirs(os.path.join(target, "reports"), exist_ok=True)
    for file in glob.glob(os.path.join(pages, "reports", "*")):
        with open(file, "rb") as f, open(os.path.join(target, "reports", os.path.basename(file)), "wb") as out:
            out.write(JSON_LD.sub(b"", f.read()))
    return target


def extraction(bench, name, plain=False):
    folder = bench.path("bench", name)
    pages = bench.unpacked(folder)
    answers = bench.extract(name + ("-plain" if plain else ""), without_json_ld(bench, pages) if plain else pages)
    tables = json.loads(bench.score("bench/score_extraction.py", answers, os.path.join(folder, "gold.jsonl"), "--by", "language", "--json"))
    groups = [("", next(iter(tables.values())))]
    groups += [("German ", table) for group, table in tables.items() if name == "extraction-trafilatura" and group.startswith("language de ")]
    for prefix, table in groups:
        for key, value in table.items():
            if isinstance(value, list):
                yield prefix + key, value[0], f"{value[1]}/{value[2]}"
            elif isinstance(value, float):
                yield prefix + key, value, ""


def dates(bench):
    folder = bench.path("bench", "dates")
    table = first_table(bench.score("bench/score_dates.py", bench.extract("dates", bench.unpacked(folder)), os.path.join(folder, "gold.jsonl"), "--json"))
    yield "f1", table["f1"], f"P {table['precision']:.3f} R {table['recall']:.3f}"
    yield "accuracy", table["accuracy"][0], f"{table['accuracy'][1]}/{table['accuracy'][2]}"


def language(bench):
    folder = bench.path("bench", "language")
    answers = bench.extract("language", os.path.join(folder, "reports", "reports.jsonl"))
    data = json.loads(bench.score("bench/score_language.py", answers, os.path.join(folder, "gold.jsonl"), "--json"))
    for group in ("sentence", "word pair"):
        for key in ("de", "en", "as german"):
            if key in data[group]:
                yield f"{group} {key}", data[group][key][0], f"{data[group][key][1]}/{data[group][key][2]}"


def stories(bench):
    folder = bench.path("bench", "stories")
    answers = bench.dossier("bench-stories", os.path.join(folder, "reports", "reports.jsonl"))
    data = json.loads(bench.score("bench/score_stories.py", answers, os.path.join(folder, "gold.jsonl"),
                                  "--reuse", os.path.join(folder, "gold_reuse.jsonl"), "--json"))
    for table in data.values():
        for key, value in table.items():
            yield key, value[0] if isinstance(value, list) else value, f"{value[1]}/{value[2]}" if isinstance(value, list) else ""


# Stories in examples/ with gold in tests/stories. The last three were sealed until the numbers were taken.
OWN_STORIES = ("demonstration", "rueckruf", "prozess", "faehrunglueck", "tarifstreit", "datenleck", "klinik", "fussball",
               "uebernahme", "hochwasser", "koalition", "erdbeben", "bestechung", "quartal", "doping", "bahnunfall", "impfstoff", "grenze",
               "ruecktritt", "waldbrand", "studie")

BENCHMARKS = {
    **{f"story {name}": lambda bench, name=name: story(bench, name) for name in ("d1", "d2", "d3", "d4")},
    **{f"own story {name}": lambda bench, name=name: own_story(bench, name) for name in OWN_STORIES},
    "seeds": seeds,
    "quotes dev": lambda bench: quotes(bench, "dev"),
    "quotes train": lambda bench: quotes(bench, "train"),
    "quotes parliament-dev": lambda bench: quotes(bench, "parliament-dev"),
    "times dolomiten-42": lambda bench: times(bench, "dolomiten-42"),
    "times dolomiten-100": lambda bench: times(bench, "dolomiten-100"),
    "numbers cases": numbers,
    "names germeval-dev": lambda bench: names(bench, "germeval-dev"),
    "names derived": lambda bench: parted_names(bench, "germeval-dev"),
    "names smartdata-train": lambda bench: names(bench, "smartdata-train"),
    "stories": stories,
    **{name: lambda bench, name=name: extraction(bench, name)
       for name in ("extraction-trafilatura", "extraction-fundus", "extraction-scrapinghub")},
    "extraction-fundus-plain": lambda bench: extraction(bench, "extraction-fundus", plain=True),
    "dates": dates,
    "language": language,
}


def number(value):
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("binary")
    p.add_argument("shared")
    p.add_argument("--only", help="comma-separated names of benchmarks, or what they begin with")
    p.add_argument("--json", help="write the numbers to this file, too")
    args = p.parse_args()
    only = args.only.split(",") if args.only else [""]
    for start in only:
        if not any(name.startswith(start) for name in BENCHMARKS):
            p.error(f"no benchmark begins with {start!r}; there are {', '.join(BENCHMARKS)}")
    wanted = [name for name in BENCHMARKS if name.startswith(tuple(only))]
    results, failed = {}, False
    print("| benchmark | metric | value | counts |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(args.binary, args.shared, scratch)
        for name in wanted:
            try:
                for metric, value, note in BENCHMARKS[name](bench):
                    results[f"{name}: {metric}"] = value
                    print(f"| {name} | {metric} | {number(value)} | {note} |", flush=True)
            except Absent as absent:
                print(f"SKIPPED {name}: {absent} is not below {args.shared}", file=sys.stderr)
            except (RuntimeError, subprocess.CalledProcessError, KeyError) as error:
                failed = True
                print(f"FAILED {name}: {error!r} {getattr(error, 'stderr', '') or ''}", file=sys.stderr)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as f:
            json.dump(results, f, indent=1, sort_keys=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
