#!/usr/bin/env bash
# Man pages and completion: made from the same tables as the help, and they work.
root=$(realpath "$(dirname "$0")/../..")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

options_of() { # options_of COMMAND: the long options that its help lists
    "$statval" "$1" --help | sed -n '/^Options:/,$p' | grep -o '^ *\(-., \)\?--[a-z-]*' | grep -o -- '--[a-z-]*' | sort
}

mapfile -t commands < <("$statval" --help | sed -n '/^Commands:/,/^$/p' | sed '1d;/^$/d' | awk '{ print $1 }')
check "commands: ${commands[*]}" test ${#commands[@]} -ge 7

for command in "${commands[@]}"; do
    page=$root/docs/man/statval-$command.1
    check "$command has no page" test -s "$page"
    sed -n '/^\.SH OPTIONS/,/^\.SH \(FORMATS\|EXIT\|EXAMPLES\|SEE\)/p' "$page" |
        grep -A1 --no-group-separator '^\.TP' | sed 's/\\-/-/g; s/\\f[BRI]/ /g' | grep -o -- '--[a-z-]*' | sort >in_page
    options_of "$command" >in_help
    same in_page in_help
    check "$command is not on the page of all" grep -q "statval\\\\-$command" "$root/docs/man/statval.1"
done

# Bash: what completing a line offers.
complete_line() { # complete_line WORD...: the last is being typed
    (
        PATH=$(dirname "$statval"):$PATH
        # shellcheck source=/dev/null
        . "$root/completion/statval.bash"
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _statval
        printf '%s\n' "${COMPREPLY[@]}"
    ) 2>/dev/null | sort >out
}
offers() {
    check "not offered: $1: $(paste -sd' ' out)" grep -qxF -- "$1" out
}
offers_not() {
    check "offered: $1" test -z "$(grep -xF -- "$1" out)"
}
complete_line statval ""
for command in "${commands[@]}" help version; do
    offers "$command"
done
for command in "${commands[@]}"; do
    complete_line statval "$command" --
    options_of "$command" >in_help
    same out in_help
done
complete_line statval check --format ""
for format in text json html sarif gitlab; do
    offers "$format"
done
complete_line statval check --format = js
offers json
offers_not html
complete_line statval rules --format ""
offers markdown
offers_not sarif
complete_line statval check --fail-on ""
same out <(printf 'error\nnever\nquery\n')
complete_line statval check --return ""
offers cin
complete_line statval explain 892
offers 8925
complete_line statval check --reference ""
offers postcodes=
touch return.xml
complete_line statval check ret
offers return.xml
complete_line statval check -o ret
offers return.xml
complete_line statval reference ""
same out <(echo build)

# Zsh, where it is there.
if command -v zsh >zsh_path; then
    check "zsh does not read it" zsh -n "$root/completion/_statval"
    cat >complete.zsh <<'END'
# Types a line with a tab behind it into another zsh, and prints what it shows.
zmodload zsh/zpty
zpty shell "PATH=$1:$PATH zsh -f -i"
zpty -w shell "PS1= ; fpath=($2 \$fpath); autoload -Uz compinit; compinit -u -d $PWD/dump; LISTMAX=1000; stty cols 200; echo ready-${:-now}"
while zpty -r shell line; do [[ $line == *ready-now* ]] && break; done
zpty -w -n shell "$3"$'\t\t'
sleep 1
zpty -w shell ''
for ((i = 0; i < 60; i++)); do
    zpty -r -t shell line && print -r -- "$line" || sleep 0.02
done
END
    zsh_shows() { # zsh_shows LINE WORD...
        timeout 20 zsh -f complete.zsh "$(dirname "$statval")" "$root/completion" "$1" >shown 2>err </dev/null
        for word in "${@:2}"; do
            check "zsh: $1 does not show $word" grep -q -- "$word" shown
        done
    }
    zsh_shows "statval " check explain reference
    zsh_shows "statval check --f" --fail-on --format
    zsh_shows "statval check --format " sarif junit
    zsh_shows "statval check --reference " postcodes gravity
else
    echo "There is no zsh, so that its completion was not tried."
    check "zsh is needed for all tests" test -z "${STATVAL_TEST_ALL:-}"
fi

finish
