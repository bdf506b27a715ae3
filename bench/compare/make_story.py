#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes an invented story of many reports, for the speed of the comparison (bench/compare/README.md).

    make_story.py FOLDER [REPORTS] [--figures N]

REPORTS files (default 200): a flood whose toll grows, with speakers who repeat, deny and admit, in changing words.
With --figures N one file instead, whose N figures all count houses. The same arguments write the same bytes.
"""
import os
import random
import sys

PLACES = ["Lauterbach", "Niederlauter", "Mühlheim an der Lauter", "Oberlauter", "Sandau"]
SPEAKERS = ["Landrätin Mara Kolb", "Polizeisprecher Jens Thon", "Einsatzleiterin Ute Renz", "Innenminister Olaf Brandt",
            "Bürgermeister Tim Saller", "Verbandschef Karl Ohm"]
VERBS = ["sagte", "erklärte", "betonte", "teilte mit", "berichtete"]
CLAIMS = ["die Bevölkerung sei rechtzeitig gewarnt worden", "der Damm habe dem Druck standgehalten",
          "die Talsperre sei zu spät geöffnet worden", "die Suche nach Vermissten gehe weiter",
          "die Brücke bleibe bis Monatsende gesperrt", "Spenden würden unbürokratisch verteilt",
          "die Warnung sei über die App verschickt worden", "es fehle an Sandsäcken und Pumpen",
          "die Schulen blieben die ganze Woche geschlossen", "das Trinkwasser müsse abgekocht werden"]
DENIED = ["die Bevölkerung zu spät gewarnt zu haben", "die Talsperre zu spät geöffnet zu haben", "Hinweise auf den Dammbruch verschwiegen zu haben"]


def sentence(chance, day):
    place, speaker, verb, claim = (chance.choice(x) for x in (PLACES, SPEAKERS, VERBS, CLAIMS))
    dead, missing, people = day + chance.randint(0, 2), max(0, 40 - 3 * day), 1200 + 90 * day + chance.randint(0, 40)
    kinds = [f"„{claim[0].upper() + claim[1:]}“, {verb.split()[0]} {speaker}.",
             f"In {place} sind {dead} Menschen ums Leben gekommen, sagte {speaker}.",
             f"Nach Angaben der Polizei werden noch {missing} Menschen vermisst.",
             f"Rund {people} Anwohner mussten in {place} ihre Häuser verlassen.",
             f"{speaker} wies den Vorwurf zurück, {chance.choice(DENIED)}.",
             f"{speaker} räumte ein, dass {claim}.",
             f"Den Schaden bezifferte {speaker} auf {30 + 2 * day} Millionen Euro.",
             f"Im Einsatz waren {chance.randint(300, 900)} Helfer aus {place}."]
    return chance.choice(kinds)


def report(chance, number):
    day = 2 + number % 12
    body = "\n\n".join(" ".join(sentence(chance, day) for _ in range(3)) for _ in range(5))
    return f"Bote {number}, {day}. Juni 2025\n\nHochwasser an der Lauter: {day} Tote, viele Vermisste\n\n{body}\n"


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    folder = arguments[0]
    os.makedirs(folder, exist_ok=True)
    if "--figures" in sys.argv:
        count = int(sys.argv[sys.argv.index("--figures") + 1])
        with open(os.path.join(folder, "liste.txt"), "w", encoding="utf-8") as f:
            f.write("Bote, 2. Juni 2025\n\nSchäden nach der Flut\n\n")
            f.writelines(f"In Ort {i} wurden {100 + i * 7 % 997} Häuser beschädigt.\n\n" for i in range(count))
        return
    chance = random.Random(7)
    for number in range(int(arguments[1]) if len(arguments) > 1 else 200):
        with open(os.path.join(folder, f"{number:04}.txt"), "w", encoding="utf-8") as f:
            f.write(report(chance, number))


if __name__ == "__main__":
    main()
