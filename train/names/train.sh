#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# train.sh DATA BENCH: rebuilds the look-up tables and the name tagger in models/de from the folders with the source
# data (gazetteers/, lexicon-de/, wordfreq/) and with the corpora (names/germeval-train, names/germeval-dev). The word
# classes come from the Python package spacy-lookups-data (MIT), which is fetched by name for the run.
set -eu
data=$1
bench=$2
cd "$(dirname "$0")/../.."
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
python3 -m pip download --quiet --no-deps --dest "$packages" spacy-lookups-data==1.0.5
python3 -m zipfile -e "$packages"/spacy_lookups_data-1.0.5-*.whl "$packages"
python3 train/names/build_gazetteer.py "$data" lexicons/de "$packages" models/de
cmake --preset release -DQL_TRAIN=ON >/dev/null
cmake --build --preset release --target train_names
build/release/train_names models/de/names.bin "$bench/names/germeval-train"
build/release/train_names --check models/de/names.bin "$bench/names/germeval-dev"
