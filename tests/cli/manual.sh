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
complete_line statval rules -f ""
same out <(printf 'csv\nmarkdown\ntext\n')
complete_line statval diff --format ""
same out <(printf 'html\njson\ntext\n')
complete_line statval check --fail-on ""
same out <(printf 'error\nnever\nquery\n')
complete_line statval rules --fail-on ""
offers_not query
complete_line statval check --return ""
offers cin
complete_line statval explain 892
offers 8925
complete_line statval check --rules '88*,-892'
offers '88*,-8925'
complete_line statval check --year ""
same out <(echo)

mkdir -p folder
touch return.xml
for words in "check ret" "check -o ret" "check --redact ret" "check --baseline = ret" "diff return.xml ret" \
    "reference build postcodes ret" "check --reference gravity = ret"; do
    # shellcheck disable=SC2086 # several words
    complete_line statval $words
    offers return.xml
done
complete_line statval check --plugin-dir ""
offers folder
offers_not return.xml
complete_line statval reference ""
same out <(echo build)
complete_line statval reference build po
same out <(echo postcodes)
complete_line statval plugins ret
offers_not return.xml
check "bash is not told what completes statval" grep -qx 'complete -F _statval statval' "$root/completion/statval.bash"

# What is offered is accepted: formats, and kinds of reference data by one return or another.
generate --year 2026 --children 3 >a.xml
for command in rules summary; do
    complete_line statval "$command" --format ""
    mapfile -t formats <out
    arguments=()
    [ "$command" = rules ] || arguments=(a.xml)
    for format in "${formats[@]}"; do
        expect 0 "$command" --format "$format" "${arguments[@]}"
    done
done
samples=("$root"/samples/{cin/2026/clean.xml,sen2/2026/clean,ssda903/2026/clean/this,yj/2026/clean.zip})
check "a sample is gone" ls -d "${samples[@]}" >told
echo x >nothing.csv
for command in check summary; do
    complete_line statval "$command" --reference ""
    mapfile -t kinds <out
    check "kinds of $command: ${kinds[*]}" test "${#kinds[@]}" -ge 5
    for kind in "${kinds[@]}" nosuch=; do
        for sample in "${samples[@]}"; do
            run "$command" --reference "${kind}nothing.csv" --year 2026 "$sample"
            grep -q 'knows no reference data' err || echo "$command $kind"
        done
    done
done >known
for kind in "${kinds[@]}"; do
    check "summary knows no $kind" grep -qx "summary $kind" known
done
for kind in postcodes providers establishments gravity localcodes; do
    check "check does not offer $kind, or does not know it" grep -qx "check $kind=" known
done
check "population is not offered" grep -qx "summary population=" known
check "anything is known" test -z "$(grep nosuch known)"

# Zsh, where it is there.
if ! command -v zsh >zsh_path; then
    echo "There is no zsh, so that its completion was not tried."
    check "zsh is needed for all tests" test -z "${STATVAL_TEST_ALL:-}"
    finish
fi
check "zsh does not read it" zsh -n "$root/completion/_statval"
cat >complete.zsh <<'END'
# complete.zsh PROGRAMS COMPLETION: types each line of standard input into another zsh, with a tab
# behind it, and prints what that shows, with the line as it is then between "=<" and ">=".
zmodload zsh/zpty
zpty shell zsh -f -i
tell() { zpty -w shell "$1"; }
until_seen() {
    local text
    while zpty -r shell text; do
        print -r -- "${text//$'\r'/}"
        [[ $text != *$1* ]] || return 0
    done
}
tell "PATH=$1:\$PATH; PS1=; fpath=($2 \$fpath); LISTMAX=1000; stty cols 200"
tell "autoload -Uz compinit; compinit -u -d $PWD/dump"
tell 'show() { zle -I; print -r -- "=<$BUFFER>="; BUFFER=; }; zle -N show; bindkey "^T" show'
tell 'print ready-${:-now}'
until_seen ready-now >/dev/null
while IFS= read -r line; do
    print -r -- "? $line"
    zpty -w -n shell "$line"$'\t\x14'
    until_seen '>='
done
END
cat >wanted <<'END'
statval che|=<statval check >=
statval |reference
statval check --fail|=<statval check --fail-on=>=
statval check --f|--format
statval check --fail-on=q|=<statval check --fail-on=query >=
statval check --fail-on q|=<statval check --fail-on query >=
statval check -f sar|=<statval check -f sarif >=
statval check --format |gitlab
statval rules --format m|=<statval rules --format markdown >=
statval rules --return c|=<statval rules --return cin >=
statval explain 892|8925
statval check --rules 8840,-YJ-15|YJ-155
statval check --reference gra|=<statval check --reference gravity=>=
statval check --reference gravity=ret|=<statval check --reference gravity=return.xml >=
statval summary --reference pop|=<statval summary --reference population=>=
statval check --quiet ret|=<statval check --quiet return.xml >=
statval check --plugin-dir f|=<statval check --plugin-dir folder/>=
statval reference b|=<statval reference build >=
END
cut -d'|' -f1 wanted >lines
timeout 60 zsh -f complete.zsh "$(dirname "$statval")" "$root/completion" <lines >shown 2>err
while IFS='|' read -r line text; do
    awk -v line="? $line" '/^[?] / { wanted = $0 == line; next } wanted' shown >answer
    check "zsh: \"$line\" does not give \"$text\": $(head -c 300 answer)" grep -qF -- "$text" answer
done <wanted

finish
