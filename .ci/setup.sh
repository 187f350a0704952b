#!/bin/sh
# Sets up what `make run` needs; with the argument `test`, the test tools as well.
# Installs Debian packages without questions where it may, else prints the one command that does and goes on.
# A second call finds everything in place and costs a fraction of a second.
set -eu
cd "$(dirname "$0")/.."

lists=.ci/packages-run.txt
[ "${1:-}" != test ] || lists="$lists .ci/packages-test.txt"
python=${PYTHON:-python3}

say() { printf 'setup: %s\n' "$*" >&2; }

# From Debian 13 on, some libraries are called NAMEt64.
missing_packages() {
    # shellcheck disable=SC2086 # two file names
    wanted=$(sed 's/#.*//' $lists)
    # shellcheck disable=SC2016,SC2046,SC2086 # dpkg's variables; one word a package
    here=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $wanted $(printf '%st64 ' $wanted) 2>/dev/null |
        sed -n 's/^.i  *//p')
    for package in $wanted; do
        printf '%s\n' "$here" | grep -qxF -e "$package" -e "${package}t64" || printf '%s ' "$package"
    done
}

install_packages() {
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        may=
    elif sudo -n true 2>/dev/null; then
        may='sudo -n'
    else
        say "to install what Debian leaves out, run:"
        say "    sudo apt-get install --no-install-recommends $missing"
        return 0
    fi
    say "installing $missing"
    case " $missing" in *" ola "*)
        # Its package starts a server on every interface at once and at each boot; the tests start their own.
        if [ -d /run/systemd/system ]; then
            $may systemctl mask --quiet olad.service || true
            say "olad.service is masked; \`systemctl unmask olad\` makes it a service"
        fi ;;
    esac
    # shellcheck disable=SC2086 # `sudo -n` and the list are several words
    if ! { $may env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
        $may env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 \
            install -y --no-install-recommends $missing >/dev/null </dev/null; }; then
        say "could not install them; going on without. The command is:"
        say "    apt-get install --no-install-recommends $missing"
    fi
}

make_venv() {
    if [ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null; then
        return 0
    fi
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "$python is not a Python 3.11 or newer; name one: make setup PYTHON=python3.12"
        exit 1
    fi
    if ! "$python" -m venv --clear .venv >/dev/null 2>&1; then
        say "$python cannot make a virtual environment; on Debian: sudo apt-get install python3-venv"
        exit 1
    fi
}

install_python() {
    stamp=.venv/.showctl-setup
    now=$(cat pyproject.toml .ci/constraints.txt .ci/setup.sh | cksum; .venv/bin/python -VV; pwd)
    [ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || return 0
    say "installing Python packages into .venv"
    # By the environment, so that the pins hold for the build's own dependencies too (newer pips read the second).
    PIP_CONSTRAINT=.ci/constraints.txt PIP_BUILD_CONSTRAINT=.ci/constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 \
        .venv/bin/python -m pip install -qq --no-input -e '.[dev]'
    printf '%s\n' "$now" >"$stamp"
}

if command -v dpkg-query >/dev/null; then
    install_packages
elif [ "$(uname -s)" = Linux ]; then
    say "not a Debian: install what stands for the packages named in $lists"
fi
make_venv
install_python
