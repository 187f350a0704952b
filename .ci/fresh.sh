#!/bin/sh
# Proves `make run` and `make test` where nothing is there: a clean clone of HEAD in a Debian 12 made by debootstrap,
# with git, make, python3 and pip added, an empty HOME and no display. Needs root and debootstrap; ends with nothing
# left but the cached base system. The way to the package registries (apt's and pip's settings, certificates) is
# taken from this machine when it runs.
set -eu
cd "$(dirname "$0")/.."

if [ "${1:-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "fresh: needs root, for a chroot" >&2; exit 1; }
    command -v debootstrap >/dev/null || { echo "fresh: apt-get install debootstrap" >&2; exit 1; }
    root=$(mktemp -d "${TMPDIR:-/var/tmp}/showctl-fresh.XXXXXX")
    # All mounts are in a namespace of the inner process, and its death ends every process in there; so by the time
    # of this trap there is nothing left to unmount, and nothing of the machine's own is below the folder.
    trap 'rm -rf --one-file-system "$root"' EXIT
    trap 'kill -KILL "$inner" && wait "$inner"; exit 130' INT TERM HUP
    unshare --mount --propagation private --pid --fork --kill-child --ipc --uts .ci/fresh.sh inside "$root" &
    inner=$!
    wait "$inner"
    exit
fi

root=$2
started=$(date +%s)
say() { printf 'fresh: %4s s  %s\n' "$(($(date +%s) - started))" "$*"; }

# 1. The base system, kept for the next time
cache=${XDG_CACHE_HOME:-$HOME/.cache}/showctl
mkdir -p "$cache"
base=$cache/bookworm-base.tar
# shellcheck source=/dev/null
host=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
if [ ! -f "$base" ]; then
    mirror=
    [ "$host" != bookworm ] ||
        mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | head -n 1)
    say "debootstrap"
    debootstrap --variant=minbase --include=git,make,python3,python3-pip bookworm "$root" "${mirror:-}" >"$cache/debootstrap.log" ||
        { tail "$cache/debootstrap.log"; exit 1; }
    tar -C "$root" --one-file-system -cf "$base.part" .
    mv "$base.part" "$base"
else
    say "unpacking the base system"
    tar -C "$root" -xf "$base"
fi
chmod 755 "$root" # it was a temporary folder: let in the users that apt and OLA change to

# 2. The way to the registries, as this machine has it
[ "$host" != bookworm ] || {
    rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
    cp -a /etc/apt/sources.list* "$root/etc/apt/"
}
apt-config dump | grep '^Acquire::' | grep -v '^Acquire::\(IndexTargets\|Changelogs\|CompressionTypes\)' \
    >"$root/etc/apt/apt.conf.d/99host" || true
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
pip_settings=$(python3 -m pip config list)
{
    echo '[global]'
    printf '%s\n' "$pip_settings" | sed -n "s/^global\.\([^=]*\)='\(.*\)'\$/\1 = \2/p" | sed 's/\\n/ /g'
} >"$root/etc/pip.conf"

# 3. Mounts: gone with this process
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
# Folders that pip's settings name; an index's pages lead to files beside it.
printf '%s\n' "$pip_settings" | tr " '" '\n\n' | sed 's,^file://,,; s,\\n.*,,; s,/simple/*$,,' | sort -u |
    while read -r path; do
        case $path in /*) ;; *) continue ;; esac
        [ -d "$path" ] || continue
        mkdir -p "$root$path"
        mount --bind -o ro "$path" "$root$path"
    done

# 4. The two commands, each with nothing but a bare environment and the settings above
git bundle create --quiet "$root/tmp/showctl.bundle" HEAD "$(git rev-parse --abbrev-ref HEAD)"
bare() {
    # shellcheck disable=SC2046 # one word a setting; none has blanks within, or it stays behind
    chroot "$root" /usr/bin/env -i HOME=/home/fresh PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        LANG=C.UTF-8 TERM=dumb CI=true \
        $(env | grep -i -E '^(PIP_[A-Z_]*|https?_proxy|no_proxy|SSL_CERT_FILE|REQUESTS_CA_BUNDLE)=[^ ]*$') \
        sh -c "$1" </dev/null
}
result=0
step() {
    say "$1"
    bare "cd /home/fresh/showctl && $1" || { say "$1 FAILED ($?)"; result=1; }
}
bare 'mkdir /home/fresh && cd /home/fresh && git clone --quiet /tmp/showctl.bundle showctl'
step 'make run'
step 'make test'
bare 'cd /home/fresh/showctl && git status --short' | grep . && { say "the clone is not clean any more"; result=1; }
[ "$result" = 0 ] && say "passed" || say "FAILED"
exit "$result"
