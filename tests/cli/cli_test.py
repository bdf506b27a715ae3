#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The program as a user runs it: verbs, formats, exit codes, messages, and the same bytes under every circumstance.

    cli_test.py QUELLENLAGE EXAMPLES
"""
import base64
import csv
import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

BINARY, EXAMPLES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
REPORTS = {
    "nord.txt": "Streik im Hafen Rothsiel\n\nRothsiel (dpa) - Im Hafen Rothsiel haben rund 1.200 Beschäftigte die Arbeit niedergelegt.\n\n"
                "„Wir gehen erst zurück, wenn verhandelt wird“, sagte Gewerkschaftssprecherin Mara Lüttke.\n",
    "sued.html": "<!doctype html><html lang=de><head><title>Hafenstreik</title></head><body><article><h1>Hafen steht still</h1>"
                 "<p>Nach Angaben der Gewerkschaft sind 1.500 Besch&auml;ftigte im Ausstand. Die Reederei wies das zur&uuml;ck.</p>"
                 "<p>Der Sprecher der Reederei erkl&auml;rte, es seien h&ouml;chstens 900 gewesen.</p></article></body></html>",
    "meldungen.jsonl": json.dumps({"id": "m-1", "title": "Züge fallen aus", "outlet": "Bote", "published": "2025-03-04T08:00",
                                   "text": "Wegen des Sturms fallen 40 Züge aus, teilte die Bahn am Dienstag mit."}, ensure_ascii=False) + "\n"
                       + json.dumps({"id": "m-2", "title": "Bahn: Betrieb läuft wieder", "text": "Der Betrieb laufe wieder, sagte eine Sprecherin."}) + "\n",
}


def run(*arguments, **options):
    return subprocess.run([BINARY, *arguments], check=False, capture_output=True, **options)


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        os.mkdir(os.path.join(self.folder, "berichte"))
        for name, text in REPORTS.items():
            with open(os.path.join(self.folder, "berichte", name), "w", encoding="utf-8") as f:
                f.write(text)

    def run_here(self, *arguments, **options):
        return run(*arguments, cwd=self.folder, **options)

    def dossier(self, *arguments, **options):
        made = self.run_here(*(arguments or ["berichte"]), "--format", "json", "--quiet", **options)
        self.assertEqual(made.returncode, 0, made.stderr)
        return made.stdout

    def test_help_and_version(self):
        shown = run("--help")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("Beispiele:", shown.stdout.decode())
        self.assertIn("Examples:", run("--help", "--lang", "en").stdout.decode())
        self.assertRegex(run("--version").stdout.decode(), r"quellenlage \d+\.\d+\.\d+")

    def test_usage_errors(self):
        for arguments in ([], ["--colour"], ["berichte", "--format", "pdf"], ["berichte", "-o", "x.pdf"], ["explain", "q1"], ["verify"],
                          ["berichte", "--threads", "0"], ["berichte", "--lang", "fr"]):
            failed = self.run_here(*arguments)
            self.assertEqual(failed.returncode, 2, arguments)
            self.assertEqual(failed.stdout, b"", arguments)
            self.assertIn(b"quellenlage: ", failed.stderr, arguments)

    def test_dossier_in_three_formats(self):
        self.assertEqual(json.loads(self.dossier())["format"], "quellenlage-dossier")
        self.assertEqual(self.dossier("dossier", "berichte"), self.dossier())
        text = self.run_here("berichte").stdout.decode()
        self.assertTrue(text.startswith("4 Berichte"), text)
        page = self.run_here("berichte", "-o", "seite.html")
        self.assertIn("seite.html geschrieben", page.stdout.decode())
        with open(os.path.join(self.folder, "seite.html"), encoding="utf-8") as f:
            self.assertTrue(f.read().lower().startswith("<!doctype html>"))
        self.assertEqual(self.run_here("berichte", "-o", "d.json", "--quiet").stdout, b"")
        self.assertTrue(os.path.exists(os.path.join(self.folder, "d.json")))

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as f:
            f.write(text)

    def news(self, name, *arguments, against="d.json"):
        done = self.run_here("new", name, "--against", against, "--format", "json", *arguments)
        return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr.decode()

    def make_flood_dossier(self):
        os.mkdir(os.path.join(self.folder, "flut"))
        self.write("flut/eins.txt", "Radio Tal, 2. Juni 2025\n\nFlut im Lautertal: Zwei Menschen sterben\n\nBei der Flut im Lautertal sind zwei "
                   "Menschen ums Leben gekommen, teilte die Polizei mit.\n\nLandrätin Mara Kolb wies den Vorwurf zurück, die Bevölkerung sei zu spät "
                   "vor der Flut im Lautertal gewarnt worden.\n")
        self.write("flut/zwei.txt", "Lauterbote, 2. Juni 2025\n\nZwei Tote nach der Flut im Lautertal\n\nNach der Flut im Lautertal hat die Polizei zwei "
                   "Tote gezählt. Etwa 30 Menschen werden nach der Flut vermisst.\n")
        self.assertEqual(self.run_here("flut", "-o", "d.json", "--quiet").returncode, 0)

    def test_new_finds_an_update(self):
        self.make_flood_dossier()
        self.write("neu.txt", "Lauterbote, 4. Juni 2025\n\nVier Tote nach der Flut im Lautertal\n\nDie Zahl der Toten nach der Flut im Lautertal ist "
                   "auf vier gestiegen, teilte die Polizei am Mittwoch mit.\n")
        code, found, _ = self.news("neu.txt")
        self.assertEqual(code, 10)
        self.assertEqual(found["format"], "quellenlage-news")
        self.assertEqual([(r["path"], r["related"]) for r in found["reports"]], [("neu.txt", True)])
        updates = [n for n in found["news"] if n["type"] == "updates"]
        self.assertTrue(updates, found)
        with open(os.path.join(self.folder, "d.json"), encoding="utf-8") as f:
            known = {x["id"]: x for x in json.load(f)["figures"]}
        self.assertEqual(updates[0]["item"]["path"], "neu.txt")
        self.assertEqual(known[updates[0]["other"]["id"]]["value"], 2)
        self.assertTrue(updates[0]["why"]["rule"].startswith("compare.figure."))
        with open(os.path.join(self.folder, "neu.txt"), "rb") as f:
            span = updates[0]["item"]["spans"][0]
            self.assertEqual(f.read()[span["begin"]:span["end"]].decode(), span["text"])
        shown = self.run_here("new", "neu.txt", "--against", "d.json")
        self.assertEqual(shown.returncode, 10)
        self.assertIn("Neuerer Stand", shown.stdout.decode())
        self.assertIn("Updates", self.run_here("new", "neu.txt", "--against", "d.json", "--lang", "en").stdout.decode())

    def test_new_finds_an_admission(self):
        self.make_flood_dossier()
        self.write("neu.txt", "Radio Tal, 5. Juni 2025\n\nNach der Flut im Lautertal: Landrätin räumt Fehler ein\n\nLandrätin Mara Kolb räumte ein, "
                   "dass die Bevölkerung im Lautertal zu spät vor der Flut gewarnt wurde.\n")
        code, found, _ = self.news("neu.txt")
        self.assertEqual(code, 10)
        self.assertIn("confirms", [n["type"] for n in found["news"]])

    def test_new_with_nothing_new(self):
        self.make_flood_dossier()
        code, found, _ = self.news("flut/eins.txt")
        self.assertEqual((code, found["reports"], found["news"]), (0, [], []))
        shutil.copy(os.path.join(self.folder, "flut/eins.txt"), os.path.join(self.folder, "kopie.txt"))
        self.assertEqual(self.news("kopie.txt")[0], 0)
        self.write("anders.txt", "Kreisbote, 3. Juni 2025\n\nHandball: Hollstedt gewinnt das Pokalspiel\n\nTrainerin Ute Lind sagte, die Mannschaft habe "
                   "verdient gewonnen.\n")
        code, found, _ = self.news("anders.txt")
        self.assertEqual((code, [r["related"] for r in found["reports"]], found["news"]), (0, [False], []))

    def test_new_says_what_is_wrong(self):
        self.make_flood_dossier()
        self.assertEqual(self.run_here("new", "flut/eins.txt", "--against", "nichts.json").returncode, 5)
        self.assertEqual(self.run_here("new", "flut/eins.txt").returncode, 2)
        self.assertEqual(self.run_here("new", "--against", "d.json").returncode, 2)
        os.remove(os.path.join(self.folder, "flut/zwei.txt"))
        code, _, said = self.news("flut/eins.txt")
        self.assertEqual(code, 1)
        self.assertIn("[news.source_missing]", said)
        elsewhere = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, elsewhere)
        report = os.path.join(self.folder, "flut/eins.txt")
        moved = run("new", report, "--against", os.path.join(self.folder, "d.json"), "--root", self.folder, cwd=elsewhere)
        self.assertIn("[news.source_missing]", moved.stderr.decode())
        self.assertNotIn("eins.txt: is a report", moved.stderr.decode())

    def test_explain_covers_every_kind_of_finding(self):
        self.make_flood_dossier()
        with open(os.path.join(self.folder, "d.json"), encoding="utf-8") as f:
            dossier = json.load(f)
        ids = [x["id"] for section in ("reports", "actors", "times", "statements", "figures", "stories", "topics") for x in dossier[section]]
        ids += [c["id"] for s in dossier["stories"] for c in s["claims"]]
        for item in ids:
            shown = self.run_here("explain", item, "--dossier", "d.json")
            self.assertEqual(shown.returncode, 0, item)
            lines = shown.stdout.decode().splitlines()
            self.assertEqual(lines[0], item)
            self.assertGreater(len(lines), 1, item)

    def test_summary_fits_into_80_columns(self):
        for line in run(EXAMPLES).stdout.decode().splitlines():
            self.assertLessEqual(len(line), 80, line)

    def test_input_errors_do_not_stop_the_others(self):
        made = self.run_here("berichte", "fehlt.txt", "--format", "json")
        self.assertEqual(made.returncode, 1)
        self.assertEqual(len(json.loads(made.stdout)["reports"]), 4)
        self.assertIn(b"fehlt.txt", made.stderr)
        codes = [d["code"] for d in json.loads(made.stdout)["diagnostics"] if d["path"] == "fehlt.txt"]
        self.assertEqual(codes, ["file.unreadable"])

    def test_unwritable_output(self):
        for target in ("nirgends/d.json", "/dev/full"):
            failed = self.run_here("berichte", "-o", target, "--format", "json")
            self.assertEqual(failed.returncode, 4, target)
            self.assertIn(target.encode(), failed.stderr)

    def test_failed_output_keeps_the_old_file(self):
        path = os.path.join(self.folder, "d.json")
        self.dossier()
        with open(path, "w", encoding="utf-8") as f:
            f.write("alt")
        os.mkdir(path + ".part")
        self.assertEqual(self.run_here("berichte", "-o", "d.json").returncode, 4)
        with open(path, encoding="utf-8") as f:
            self.assertEqual(f.read(), "alt")

    def test_views(self):
        for verb in ("figures", "claims", "statements"):
            shown = self.run_here(verb, "berichte")
            self.assertEqual(shown.returncode, 0, verb)
            sections = [verb, "ledger"] if verb == "figures" else [verb]
            self.assertEqual(list(json.loads(self.run_here(verb, "berichte", "--format", "json").stdout)), sections)

    def test_figures_ledger(self):
        table = self.run_here("figures", "berichte").stdout.decode()
        self.assertRegex(table, r"(?m)^  \S.*1\.200 Beschäftigte.* f\d+$")
        for line in table.splitlines():
            self.assertLessEqual(len(line), 80, line)
        cells = list(csv.DictReader(io.StringIO(self.run_here("figures", "berichte", "--format", "csv").stdout.decode(), newline="")))
        row = next(r for r in cells if r["text"].endswith("1.200 Beschäftigte"))
        self.assertEqual((row["value"], row["hedge"], row["path"]), ("1200", "about", "berichte/nord.txt"))
        ledger = json.loads(self.run_here("figures", "berichte", "--format", "json").stdout)
        figures = ledger["figures"]
        self.assertEqual({v["id"] for m in ledger["ledger"] for v in m["values"]}, {f["id"] for f in figures})
        self.assertEqual({r["id"] for r in cells}, {f["id"] for f in figures})
        self.assertEqual(self.run_here("figures", "berichte", "-o", "zahlen.csv").returncode, 0)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "zahlen.csv")))
        wrong = self.run_here("claims", "berichte", "--format", "html")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("möglich sind: text, csv, json", wrong.stderr.decode())

    def test_ledger_of_the_examples(self):
        """Every form has the same rows in the same order; times ascend, corrections stand last, copies name their original."""
        for story in sorted(os.listdir(EXAMPLES)):
            folder = os.path.join(EXAMPLES, story)
            if not os.path.isdir(folder):
                continue
            table = run("figures", folder).stdout.decode().splitlines()
            cells = list(csv.DictReader(io.StringIO(run("figures", folder, "--format", "csv").stdout.decode(), newline="")))
            ledger = json.loads(run("figures", folder, "--format", "json").stdout)
            published = {r["id"]: (r["published"] or {}).get("earliest") for r in json.loads(run(folder, "--format", "json").stdout)["reports"]}
            values = [v for m in ledger["ledger"] for v in m["values"]]
            shown = [re.search(r"(f\d+)( = f\d+)?$", line) for line in table if line.startswith("  ")]
            self.assertEqual([m.group(1) for m in shown], [v["id"] for v in values], story)
            self.assertEqual([r["id"] for r in cells], [v["id"] for v in values], story)
            self.assertLessEqual(max(map(len, table)), 80, story)
            self.assertTrue(any(v["same_as"] for v in values) or story == "bruecke", story)
            for measure in ledger["ledger"]:
                rows = measure["values"]
                order = [(v["corrects"], not time, time or "") for v in rows
                         for time in [(v["as_of"] or {}).get("earliest") or published[v["report"]]]]
                self.assertEqual(order, sorted(order), (story, measure["measure"]))
                for i, value in enumerate(rows):
                    if value["same_as"]:
                        first = next(v for v in rows[:i] if v["id"] == value["same_as"])
                        self.assertEqual([first[k] for k in ("value", "min", "max", "hedge")], [value[k] for k in ("value", "min", "max", "hedge")])

    def test_extract(self):
        lines = [json.loads(line) for line in self.run_here("extract", "berichte").stdout.splitlines()]
        self.assertEqual([x["id"] for x in lines], ["m-1", "m-2", "nord.txt", "sued.html"])
        self.assertEqual(list(lines[0]), ["id", "title", "authors", "published", "modified", "outlet", "agencies", "language", "url",
                                          "section", "licence", "paywall", "found_in", "tables", "text"])
        self.assertEqual(lines[0]["found_in"]["title"], "container")
        self.assertEqual(lines[3]["found_in"]["title"], "heading")
        self.assertEqual((lines[0]["title"], lines[0]["outlet"]), ("Züge fallen aus", "Bote"))
        self.assertIn("1.500 Beschäftigte", lines[3]["text"])
        self.assertNotIn("<p>", lines[3]["text"])

    def test_annotate(self):
        note = json.loads(self.run_here("annotate", "berichte/nord.txt").stdout)
        words = [t["text"] for s in note["sentences"] for t in s["tokens"]]
        self.assertIn("Hafen", words)

    def test_annotate_as_conllu(self):
        shown = self.run_here("annotate", "berichte/nord.txt", "--format", "conllu").stdout.decode()
        rows = [line.split("\t") for line in shown.splitlines() if line and not line.startswith("#")]
        self.assertEqual({len(row) for row in rows}, {10})
        self.assertIn("Hafen", [row[1] for row in rows])
        self.assertTrue(shown.endswith("\n\n"), "a sentence ends with an empty line")
        self.assertEqual(self.run_here("annotate", "berichte/nord.txt", "-o", "nord.conllu").returncode, 0)
        with open(os.path.join(self.folder, "nord.conllu"), encoding="utf-8") as f:
            self.assertEqual(f.read(), shown)

    def test_verify(self):
        with open(os.path.join(self.folder, "d.json"), "wb") as f:
            f.write(self.dossier())
        good = self.run_here("verify", "d.json")
        self.assertEqual(good.returncode, 0, good.stdout)
        away = run("verify", os.path.join(self.folder, "d.json"), "--root", self.folder, cwd="/")
        self.assertEqual(away.returncode, 0, away.stdout)
        with open(os.path.join(self.folder, "berichte", "nord.txt"), "r+b") as f:
            f.write(b"Strick")
        bad = self.run_here("verify", "d.json")
        self.assertEqual(bad.returncode, 3)
        self.assertIn(b"berichte/nord.txt", bad.stdout)
        self.assertEqual(self.run_here("verify", "fehlt.json").returncode, 5)

    def test_explain(self):
        with open(os.path.join(self.folder, "d.json"), "wb") as f:
            f.write(self.dossier())
        data = json.loads(self.dossier())
        self.assertTrue(data["statements"], "no statement to explain")
        statement = data["statements"][0]
        shown = self.run_here("explain", statement["id"], "--dossier", "d.json")
        self.assertEqual(shown.returncode, 0, shown.stderr)
        for words in (statement["content"][0]["text"], statement["rule"], str(statement["content"][0]["begin"])):
            self.assertIn(words, shown.stdout.decode())
        self.assertEqual(self.run_here("explain", statement["id"], "berichte").stdout, shown.stdout)
        self.assertEqual(self.run_here("explain", "q999", "--dossier", "d.json").returncode, 5)

    def test_standard_input(self):
        made = self.run_here("extract", "-", input=REPORTS["nord.txt"].encode())
        self.assertIn("1.200 Beschäftigte", json.loads(made.stdout)["text"])

    def test_same_bytes_always(self):
        files = [os.path.join("berichte", name) for name in REPORTS]
        reference = self.dossier(*files)
        self.assertEqual(reference, self.dossier(*reversed(files)), "order of the paths shows")
        for threads in ("1", "2", "7"):
            self.assertEqual(reference, self.dossier(*files, "--threads", threads), f"{threads} threads show")
        for variables in ({"LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8"}, {"TZ": "Pacific/Auckland"}, {"TZ": "America/Lima"}):
            self.assertEqual(reference, self.dossier(*files, env={**os.environ, **variables}), f"{variables} show")

    def containers(self):
        """A folder with one file of every container format, all about one story."""
        folder = os.path.join(self.folder, "gemischt")
        os.mkdir(folder)
        text = "Nach Angaben der Feuerwehr wurden {} Menschen verletzt. „Wir helfen“, sagte Sprecherin Mara Lüttke.".format
        html = "<html><head><title>Brand</title></head><body><article><h1>Brand in Rothsiel</h1><p>" + text(12) + "</p><p>" + text(13) + "</p></article></body></html>"
        http = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html).encode()
        record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: " + str(len(http)).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(zipfile.ZipInfo("innen/a.txt"), "Brand in Rothsiel\n\n" + text(14) + "\n")
            archive.writestr(zipfile.ZipInfo("innen/b.jsonl"), json.dumps({"id": "z", "title": "Brand", "text": text(15)}) + "\n")
        files = {
            "a.warc.gz": gzip.compress(record, mtime=0) + gzip.compress(record, mtime=0),
            "b.xml": ("<rss><channel><title>Bote</title><item><title>Brand &amp;amp; Rauch</title><guid>g</guid><pubDate>Fri, 07 Mar 2025 09:05:00 +0100</pubDate>"
                      "<description>&lt;p&gt;" + text(16) + "&lt;/p&gt;&lt;p&gt;Ende der M&amp;uuml;hsal.&lt;/p&gt;</description></item></channel></rss>").encode(),
            "c.eml": ("Message-ID: <m>\nSubject: Brand\nDate: Fri, 07 Mar 2025 09:05:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                      "Content-Transfer-Encoding: base64\n\n" + base64.b64encode((text(17) + "\n").encode()).decode()).encode(),
            "d.zip": packed.getvalue(),
            "e.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Bote", "items": [
                {"id": "j", "title": "Brand", "content_html": "<p>" + text(18) + "</p>", "date_published": "2025-03-08T10:00:00Z"}]}).encode(),
            "f.opml": b"<opml><body><outline xmlUrl='b.xml'/></body></opml>",
            "g.xml": ("<newsItem guid='urn:1' version='2'><itemMeta><provider qcode='nprov:nag'/><versionCreated>2025-03-07T10:00:00+01:00</versionCreated></itemMeta>"
                      "<contentMeta><headline>Brand</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>" + text(19)
                      + "</p></body.content></body></nitf></inlineXML></contentSet></newsItem>").encode(),
        }
        for name, content in files.items():
            with open(os.path.join(folder, name), "wb") as f:
                f.write(content)
        return "gemischt"

    def test_containers_verify_and_keep_the_contract(self):
        folder = self.containers()
        data = json.loads(self.dossier(folder))
        self.assertEqual([r["given_id"] for r in data["reports"]], [None, None, "g", "m", None, "z", "j", "urn:1:2"])
        for report in data["reports"]:
            self.assertTrue(report["source"]["container"], report["path"])
            self.assertIsNotNone(report["source"]["record"])
        self.assertEqual(data["reports"][4]["path"], "gemischt/d.zip/innen/a.txt")
        with open(os.path.join(self.folder, "d.json"), "wb") as f:
            f.write(self.dossier(folder))
        checked = self.run_here("verify", "d.json")
        self.assertEqual(checked.returncode, 0, checked.stdout.decode())
        contract = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "contract", "check_dossier.py")
        kept = subprocess.run([sys.executable, contract, os.path.join(self.folder, "d.json")], capture_output=True, check=False)
        self.assertEqual(kept.returncode, 0, kept.stdout.decode())
        with open(os.path.join(self.folder, folder, "b.xml"), "r+b") as f:
            changed = f.read().replace(b"<guid>g</guid>", b"<guid>gg</guid>")
            f.seek(0)
            f.write(changed)
        moved = self.run_here("verify", "d.json")
        self.assertEqual(moved.returncode, 3, "a record that lies elsewhere in its container")

    def test_containers_are_deterministic(self):
        folder = self.containers()
        reference = self.dossier(folder, "--threads", "1")
        self.assertEqual(reference, self.dossier(folder, "--threads", "5"))
        self.assertEqual(reference, self.dossier(folder, env={**os.environ, "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"}))

    def test_limit_since_and_map(self):
        folder = self.containers()
        names = lambda *options: [json.loads(line)["id"] for line in self.run_here("extract", folder, *options).stdout.splitlines()]
        self.assertEqual(len(names("--limit", "3")), 3)
        self.assertEqual(names("--since", "2025-03-08", "--limit", "9"), ["a.warc.gz#0", "a.warc.gz#1", "a.txt#0", "z", "j"])
        with open(os.path.join(self.folder, "x.jsonl"), "w", encoding="utf-8") as f:
            f.write(json.dumps({"nr": "7", "inhalt": "Die Feuerwehr zählte 20 Verletzte.", "kopf": "Brand"}) + "\n")
        self.assertEqual(self.run_here("extract", "x.jsonl").stdout, b"")
        with open(os.path.join(self.folder, "x.json"), "wb") as f:
            f.write(self.dossier("x.jsonl", "--map", "text=inhalt,id=nr", "--map", "title=kopf"))
        self.assertEqual(self.run_here("verify", "x.json").returncode, 0)
        for wrong in (["--map", "text"], ["--map", "farbe=x"], ["--since", "gestern"], ["--since", "2025-02-30"], ["--limit", "0"]):
            self.assertEqual(self.run_here("extract", folder, *wrong).returncode, 2, wrong)

    def test_many_reports_with_many_threads(self):
        path = os.path.join(self.folder, "viele.jsonl")
        with open(path, "w", encoding="utf-8") as f:
            for i in range(1500):
                f.write(json.dumps({"id": f"v{i}", "title": f"Meldung {i}", "text": f"Die Stadt zählt {i + 2} Baustellen, sagte Bürgermeisterin Rike Moor am Montag. Bericht Nummer {i * 7919}."}) + "\n")
        self.assertEqual(self.dossier("viele.jsonl", "--threads", "1"), self.dossier("viele.jsonl", "--threads", "5"))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
