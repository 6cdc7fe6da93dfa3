#!/usr/bin/env bash
# Makes this tree ready to run, test and build: system packages, .venv, both console scripts.
#
# Safe to run at any time. With nothing to do it takes a fraction of a second, so every make target
# runs it first. PYTHON=path chooses the interpreter (3.11 or newer) that .venv is made with.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv="$root/.venv"
stamp="$venv/.setup-stamp"
requirements="$root/requirements/requirements.txt"

say() { printf 'setup: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Two make targets started at once in one tree must not both fill .venv.
if command -v flock >/dev/null; then
    exec 9<"${BASH_SOURCE[0]}"
    flock 9
fi

# --- System packages ----------------------------------------------------------------------------
# Each is looked for by what it provides, not by name: a library that came another way is as good.

shared_libraries() {
    cat <<'END'
libGL.so.1              libgl1
libEGL.so.1             libegl1
libxkbcommon.so.0       libxkbcommon0
libfontconfig.so.1      libfontconfig1
libdbus-1.so.3          libdbus-1-3
libglib-2.0.so.0        libglib2.0-0
libgssapi_krb5.so.2     libgssapi-krb5-2
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libX11-xcb.so.1         libx11-xcb1
END
}

# Prints the first interpreter that is new enough, and fails if there is none.
find_python() {
    local candidate
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

has_postgresql() {
    local initdb version
    for initdb in $(command -v initdb || true) /usr/lib/postgresql/*/bin/initdb; do
        [ -x "$initdb" ] && [ -x "$(dirname "$initdb")/postgres" ] || continue
        version=$("$initdb" --version | grep -oE '[0-9]+' | head -n 1)
        [ "$version" -ge 15 ] && return
    done
    return 1
}

has_fonts() {
    compgen -G '/usr/share/fonts/truetype/dejavu/*.ttf' >/dev/null \
        || { command -v fc-list >/dev/null && [ -n "$(fc-list | head -n 1)" ]; }
}

missing_packages() {
    local cache library package python
    cache=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    while read -r library package; do
        [[ $cache == *"$library "* ]] || echo "$package"
    done < <(shared_libraries)
    has_fonts || echo fonts-dejavu-core
    # A real window needs a display, and a window manager for focus and dialogs; jwm is a 4 MB one.
    command -v Xvfb >/dev/null || echo xvfb
    command -v xauth >/dev/null || echo xauth
    command -v jwm >/dev/null || echo jwm
    # A real keychain, for the tests of the vault.
    command -v gnome-keyring-daemon >/dev/null || echo gnome-keyring
    command -v dbus-run-session >/dev/null || echo dbus
    # What a laptop writes is recorded call by call, for the tests of power cuts.
    command -v strace >/dev/null || echo strace
    has_postgresql || echo postgresql
    # Debian ships Python without the part that `python3 -m venv` needs.
    if ! python=$(find_python) || ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        printf '%s\n' python3 python3-venv
    fi
}

# Runs apt-get, through the command given first if there is one. It must not ask: nobody may be there.
apt_install() {
    "$@" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null >&2
    "$@" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "${packages[@]}" </dev/null >&2
}

install_packages() {
    local packages by_hand
    [ "$(uname -s)" = Linux ] || return 0
    mapfile -t packages < <(missing_packages)
    [ ${#packages[@]} -gt 0 ] || return 0
    by_hand="sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}"
    command -v apt-get >/dev/null || die "please install what Debian calls: ${packages[*]}"
    if [ "$(id -u)" -eq 0 ]; then
        say "installing ${packages[*]}"
        apt_install
    elif sudo -n true 2>/dev/null; then
        say "installing ${packages[*]}"
        apt_install sudo -n
    else
        die "system packages are missing; please run: $by_hand"
    fi
    mapfile -t packages < <(missing_packages)
    [ ${#packages[@]} -eq 0 ] || die "still missing after installing: ${packages[*]}"
}

# --- Python packages ----------------------------------------------------------------------------

# What .venv depends on. The place is part of it: scripts in a .venv name their interpreter by path.
fingerprint() {
    {
        echo "$root"
        cat "$requirements" "$root/pyproject.toml" "${BASH_SOURCE[0]}"
    } | sha256sum
}

is_usable() {
    [ -x "$venv/bin/erap-desktop" ] && [ -x "$venv/bin/erap-central" ] && "$venv/bin/python" -c ''
}

install_python() {
    local wanted python
    wanted=$(fingerprint)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && is_usable; then
        return
    fi
    rm -f "$stamp"
    python=$(find_python) || die "no Python 3.11 or newer was found; name one with PYTHON=path"
    # None yet, made in another place (the tree was moved or copied), or with a Python that is gone.
    if ! grep -qsF "$venv/bin/python" "$venv/bin/pip" || ! "$venv/bin/python" -c '' 2>/dev/null; then
        say "making .venv with $python"
        "$python" -m venv --clear "$venv"
    fi
    say "installing Python packages, each checked against its hash"
    pip install --require-hashes -r "$requirements"
    # --no-deps and --no-build-isolation: nothing but what the hashes above cover.
    pip install --no-deps --no-build-isolation --editable "$root"
    echo "$wanted" >"$stamp"
}

pip() {
    "$venv/bin/python" -m pip -qq --disable-pip-version-check --no-input "$@"
}

install_packages
install_python
