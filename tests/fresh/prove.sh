#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Proof that the README's two commands work on a fresh Debian 12 machine with nothing but git: makes a minimal root
# with debootstrap, clones this repository's HEAD into it, and runs them there. Needs root and the network's package
# mirrors; takes a few minutes.
#
#   tests/fresh/prove.sh [run|test|both]      default both
#
# NODE_EXTRA_CA_CERTS, if set, names a certificate file that the machine's network needs; it is taken along.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
what=${1:-both}
[ "$(id -u)" -eq 0 ] || { echo "needs root for debootstrap and chroot" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "needs the package debootstrap" >&2; exit 2; }

root=$(mktemp -d /tmp/quellenlage-fresh.XXXXXX)
chmod 755 "$root"  # apt downloads as a user of its own
cleanup() {
  umount -q "$root/proc" "$root/dev/pts" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap cleanup EXIT

debootstrap --variant=minbase bookworm "$root" >/dev/null
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -sf pts/ptmx "$root/dev/ptmx"

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
  ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt NPM_CONFIG_CAFILE=/etc/ssl/certs/ca-certificates.crt} "$@"; }

inside apt-get update -qq
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends git ca-certificates >/dev/null
if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then
  cp "$NODE_EXTRA_CA_CERTS" "$root/etc/ssl/certs/ca-certificates.crt"
fi
git clone -q --bare "$repository" "$root/root/quellenlage.git"
inside git clone -q /root/quellenlage.git /root/quellenlage

timed() {  # timed NAME COMMAND...: runs in the clone, says how long it took
  local name=$1 begin=$SECONDS
  shift
  inside sh -c "cd /root/quellenlage && $*"
  echo "fresh machine: $name took $((SECONDS - begin)) s"
}
if [ "$what" != test ]; then
  timed "./dev run" ./dev run examples/bruecke -o dossier.html
  inside test -s /root/quellenlage/dossier.html
  timed "./dev run, second time" ./dev run examples/bruecke -o dossier.html
fi
if [ "$what" != run ]; then
  timed "./dev test" ./dev test
fi
