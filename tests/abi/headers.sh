#!/usr/bin/env bash
# The public headers compile alone, without a warning: headers.sh INCLUDE_FOLDER CC [CXX]
set -uo pipefail
include=$1
cc=$2
cxx=${3:-}
failures=0

# compiles TEXT COMMAND...: the compiler must accept the text, silently.
compiles() {
    local said
    if ! said=$(printf '%b' "$1" | "${@:2}" -Wall -Wextra -pedantic -Werror -fsyntax-only \
        -I "$include" - 2>&1) || [ -n "$said" ]; then
        printf 'does not compile (%s):\n%b%s\n' "${*:2}" "$1" "$said" >&2
        failures=$((failures + 1))
    fi
}

as_c() {
    compiles "$1" "$cc" -std=c11 "${@:2}" -x c
}

as_cxx() {
    compiles "$1" "$cxx" -std=c++17 "${@:2}" -x c++
}

for header in date record plugin; do
    as_c "#include <statval/$header.h>\n"
    as_c "#include <statval/$header.h>\n#include <statval/$header.h>\n"
done
as_c '#include <statval/plugin.h>\n#include <statval/record.h>\n#include <statval/date.h>\n'
as_c '#include <statval/rule.h>\n' -DSTATVAL_PLUGIN_ID=test
as_c '#include <statval/rule.h>\n#include <statval/rule.h>\n' -DSTATVAL_PLUGIN_ID=test
as_c '#include <statval/rule.h>\n' -DSTATVAL_PLUGIN_ID=test -DSTATVAL_STATIC_PLUGINS

if [ -z "$cxx" ]; then
    echo "There is no C++ compiler: the headers were compiled as C only." >&2
else
    for header in date record plugin; do
        as_cxx "#include <statval/$header.h>\n"
    done
    as_cxx '#include <statval/plugin.h>\nstatic_assert(sizeof(sv_value) == 8, "two numbers");\n'
    as_cxx '#include <statval/date.h>\nint main() { return sv_day_of(1970, 1, 1); }\n'
fi
[ "$failures" -eq 0 ]
