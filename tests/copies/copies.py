#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Forty copies of one report with changed headline and lead add one origin, and nothing else changes.

    copies.py BINARY

Adds a report to the strike of tests/relations, then copies of it, each with a headline and a lead of its own. What the
dossier says of the other reports, and between them and the report, must be the same for one report and for forty-one.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

STORY = pathlib.Path(__file__).parent.parent / "relations" / "streik"
BODY = """Vor dem Haupteingang in Orlastadt standen am Mittwoch schon um fünf Uhr die ersten Streikposten. Sie hatten
Feuertonnen aufgestellt und Tee mitgebracht, denn in der Nacht war das Thermometer unter den Gefrierpunkt gefallen.

„Auf meiner Station sind nachts zwei Leute für 34 Kranke da“, sagte die Krankenschwester Maren Tiedge. Sie arbeite seit
elf Jahren im Haus, so wie jetzt sei es nie gewesen.

Klinikchef Rolf Ansbach nannte die Forderungen der Gewerkschaft unbezahlbar. „Wir schreiben im laufenden Jahr einen
Verlust von 7 Millionen Euro“, sagte er am Mittwoch. Der Landkreis lehnte einen Zuschuss ab.

Die GPK fordert 9 Prozent mehr Lohn und eine feste Besetzung der Nachtschichten. Verhandlungsführerin Jutta Krahmer
sagte, ohne ein Angebot werde der Streik in der kommenden Woche ausgeweitet.

Nach Angaben der Klinikleitung sind seit Montag 112 Operationen ausgefallen. Notfälle würden weiter versorgt, hieß es.
"""
LEADS = ["An den Kliniken Orlatal wird weiter gestreikt.", "Tag drei im Arbeitskampf: Ein Ende ist nicht in Sicht.",
         "Die Fronten im Orlatal bleiben verhärtet.", "Wer ins Krankenhaus muss, braucht derzeit Geduld."]
SECOND_SENTENCES = ["Die Stadt wartet ab.", "Am Abend soll es weitergehen.", "Viele Betten bleiben leer."]
COPIES = 40
HEADLINES = ["Streik in den Kliniken geht weiter", "Kein Ende im Arbeitskampf", "Pflegekräfte bleiben im Ausstand",
             "Orlatal: Klinikstreik am dritten Tag"]


def report(number):
    return (f"# {HEADLINES[number % 4]}\n\nOrlastadt, 5. März 2025 - {LEADS[number // 4 % 4]} "
            f"{SECOND_SENTENCES[number // 16 % 3]}\n\n{BODY}")


class Dossier:
    def __init__(self, binary, copies):
        with tempfile.TemporaryDirectory() as folder:
            for path in sorted(STORY.glob("*.txt")):
                (pathlib.Path(folder) / path.name).write_bytes(path.read_bytes())
            for number in range(copies):
                (pathlib.Path(folder) / f"5_{number:02}.txt").write_text(report(number), encoding="utf-8")
            output = subprocess.run([binary, folder, "--format", "json", "--quiet"], capture_output=True, check=True)
        data = json.loads(output.stdout)
        paths = {r["id"]: pathlib.PurePath(r["path"]).stem for r in data["reports"]}
        self.stories = data["stories"]
        self.key, self.is_copy = {}, {}
        for item in data["statements"] + data["figures"]:
            path = paths[item["report"]]
            span = item["content"][0] if "content" in item else item["span"]
            self.is_copy[item["id"]] = path.startswith("5_") and path != "5_00"
            self.key[item["id"]] = (path, span["text"], str(item.get("value")))

    def members(self, claim):
        return tuple(sorted(self.key[m] for m in claim["members"] if not self.is_copy[m]))

    def claims(self):
        """By members outside the copies; a claim of the copies alone would be something new."""
        return sorted((self.members(c), c["kind"], c["status"], c["origins"]) for s in self.stories for c in s["claims"])

    def relations(self):
        return sorted((r["type"], self.key[r["from"]], self.key[r["to"]], r["why"]["rule"]) for s in self.stories
                      for r in s["relations"] if not self.is_copy[r["from"]] and not self.is_copy[r["to"]])

    def origins(self):
        return sum(len(s["origins"]) for s in self.stories)


def check(condition, message):
    if not condition:
        print(f"FAIL: {message}")
        sys.exit(1)


def difference(one, other):
    return [x for x in one if x not in other][:3] + [x for x in other if x not in one][:3]


def main():
    binary = sys.argv[1]
    without, alone, pair, many = (Dossier(binary, copies) for copies in (0, 1, 2, 1 + COPIES))
    check(len(alone.stories) == len(many.stories) == 1, "the copies are not one story with the rest")
    check(alone.origins() == without.origins() + 1, "one report is not one more origin")
    check(many.origins() == alone.origins(), f"copies give {many.origins()} origins instead of {alone.origins()}")
    check(many.relations() == alone.relations(), f"relations changed: {difference(many.relations(), alone.relations())}")
    check(many.claims() == pair.claims(), f"claims changed: {difference(many.claims(), pair.claims())}")
    # Beside the copies, what is told once is now told by several reports of one origin (ADR 11); the rest is as it was.
    findings = [c for c in alone.claims() if c[2] not in ("single", "agrees") or c[3] > 1]
    check([c for c in many.claims() if c[2] not in ("single", "agrees") or c[3] > 1] == findings,
          f"findings changed: {difference(many.claims(), findings)}")
    print(f"{COPIES} copies: {many.origins()} origins, {len(many.claims())} claims, {len(many.relations())} relations, as with one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
