# Sourced by the scripts in tools: what they need from the machine. Speaks on standard error.

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$1"
    exit "${2:-1}"
}

need_dotnet() {
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    [ -n "${HOME:-}" ] || export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-${TMPDIR:-/tmp}/dotnet-home}"
    command -v dotnet >/dev/null || die "The .NET 10 SDK is needed: dotnet was not found (https://dotnet.microsoft.com/download)."
    local sdks
    sdks=$(dotnet --list-sdks 2>/dev/null || true)
    grep -q '^10\.' <<<"$sdks" || die "The .NET 10 SDK is needed; dotnet has only: $(tr '\n' ' ' <<<"${sdks:-no SDK}")"
}

has_mosquitto() { [ -n "$(PATH="$PATH:/usr/sbin:/usr/local/sbin" type -p mosquitto)" ]; }
has_tmux() { type -p tmux >/dev/null; }
has_libmosquitto1() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -q 'libmosquitto\.so\.1 '; }
has_python3-jsonschema() { /usr/bin/python3 -c 'import jsonschema' 2>/dev/null; }
has_weasyprint() { type -p weasyprint >/dev/null; }
has_fonts-wqy-microhei() { fc-list 2>/dev/null | grep -qi "WenQuanYi Micro Hei"; }
has_poppler-utils() { type -p pdftotext >/dev/null; }

# need_packages NAME...: Debian packages, each with its own has_NAME above. What is there already, from wherever, is left alone.
need_packages() {
    local missing=() package as_root=()
    for package in "$@"; do
        "has_$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    command -v apt-get >/dev/null || die "Missing: ${missing[*]} (names of Debian packages). There is no apt-get here: please install them."
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || die "Missing: ${missing[*]}. Please run: sudo apt-get install ${missing[*]}"
        as_root=(sudo -n)
    fi
    say "Installing the Debian packages ${missing[*]} ..."
    local log
    log=$(mktemp)
    if ! install_packages "${missing[@]}" >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        die "apt-get could not install ${missing[*]}."
    fi
    rm -f "$log"
}

install_packages() {
    local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
    "${install[@]}" || { "${as_root[@]}" apt-get update && "${install[@]}"; }
}

# build PROJECT: errors only, and no build server stays behind.
build() {
    local log status=0
    log=$(mktemp)
    dotnet build "$1" --nologo -v q -clp:ErrorsOnly -nodeReuse:false -p:UseSharedCompilation=false >"$log" 2>&1 || status=$?
    [ $status -eq 0 ] || sort -u "$log" >&2
    rm -f "$log"
    return $status
}

# run_tool FOLDER ARGUMENT...: builds tools/FOLDER where something has changed since the last time, and becomes it.
run_tool() {
    local folder=$root/tools/$1 program=$root/tools/$1/bin/Debug/net10.0/Tools.$1.dll stamp=$root/tools/$1/obj/built started
    if ! [ -f "$program" ] || ! [ -f "$stamp" ] || [ -n "$(find "$root/Firmware" "$root/boards" "$root/tools" "$root"/Directory.* \
        \( -name bin -o -name obj \) -prune -o -newer "$stamp" -print -quit)" ]; then
        say "Building ..."
        started=$(mktemp)
        build "$folder/$1.csproj" || die "The build failed."
        mv "$started" "$stamp"
    fi
    shift
    exec dotnet "$program" "$@"
}
