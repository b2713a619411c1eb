# Debian packages that statval needs; sourced by the other scripts.
# shellcheck shell=bash disable=SC2034 # the lists are used by the scripts that source this file

BUILD_PACKAGES=(gcc libc6-dev cmake ninja-build pkg-config libxml2-dev libpcre2-dev libsodium-dev libzip-dev libjansson-dev libxlsxwriter-dev uthash-dev)
TEST_PACKAGES=(g++ libcmocka-dev jq libxml2-utils binutils zip git python3 strace)
CHECK_PACKAGES=(clang clang-format clang-tidy cppcheck shellcheck libclang-rt-14-dev man-db chromium zsh libreoffice-calc-nogui)

say() {
    printf '\n== %s\n' "$*"
}

# install_packages NAME...: installs what is missing, with sudo when not root.
install_packages() {
    local missing=() name as_root=()
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    if [ "${#missing[@]}" -eq 0 ]; then
        return 0
    fi
    say "Installing from Debian: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# build PRESET: configures and builds in build/PRESET.
build() {
    say "Building ($1) in build/$1"
    cmake --preset "$1"
    cmake --build --preset "$1"
}
