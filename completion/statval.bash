# Bash completion for statval: commands, options, the values that options take, rule codes.
# Made by scripts/update-docs from the tables of commands and options, and from
# completion/statval.bash.in.
# shellcheck shell=bash

# The options of a command, as its help lists them.
_statval_options() {
    case $1 in
    check) echo "--return --year --period --la --previous --reference --each --as-portal --strict --today --rules --accept --baseline --config --fail-on --format --output --redact --no-redact --jobs --max-size --color --progress --quiet --profile --plugin-dir --help" ;;
    summary) echo "--return --year --period --la --previous --reference --today --config --list --flag --format --output --redact --max-size --color --progress --plugin-dir --help" ;;
    diff) echo "--fail-on --format --output --help" ;;
    accept) echo "--today --reason --by --expires --output --help" ;;
    rules) echo "--return --year --format --plugin-dir --help" ;;
    explain) echo "--plugin-dir --help" ;;
    plugins) echo "--plugin-dir --help" ;;
    reference) echo "--output --edition --progress --help" ;;
    esac
}

# The value of an option. Fails when the option takes none, or is not one of ours.
_statval_value() {
    local program=$1 command=$2 option=$3 word=$4
    case $command in
    check)
        case $option in
        -r | --return) _statval_offer "$(_statval_catalogue "$program" 1)" "$word" ;;
        -y | --year) COMPREPLY=() ;;
        --period) COMPREPLY=() ;;
        --la) COMPREPLY=() ;;
        -p | --previous) _statval_files -f "$word" ;;
        --reference) _statval_reference "postcodes providers establishments gravity localcodes" "$word" ;;
        --today) COMPREPLY=() ;;
        --rules) _statval_list "$(_statval_catalogue "$program" 2)" "$word" ;;
        --accept) _statval_files -f "$word" ;;
        --baseline) _statval_files -f "$word" ;;
        --config) _statval_files -f "$word" ;;
        --fail-on) _statval_offer "error query never" "$word" ;;
        -f | --format) _statval_offer "text json jsonl csv html xlsx sarif junit github gitlab" "$word" ;;
        -o | --output) _statval_files -f "$word" ;;
        -j | --jobs) COMPREPLY=() ;;
        --max-size) COMPREPLY=() ;;
        --color) _statval_offer "auto always never" "$word" ;;
        --progress) _statval_offer "auto always never" "$word" ;;
        --plugin-dir) _statval_files -d "$word" ;;
        *) return 1 ;;
        esac
        ;;
    summary)
        case $option in
        -r | --return) _statval_offer "$(_statval_catalogue "$program" 1)" "$word" ;;
        -y | --year) COMPREPLY=() ;;
        --period) COMPREPLY=() ;;
        --la) COMPREPLY=() ;;
        -p | --previous) _statval_files -f "$word" ;;
        --reference) _statval_reference "population figures postcodes providers establishments gravity localcodes" "$word" ;;
        --today) COMPREPLY=() ;;
        --config) _statval_files -f "$word" ;;
        --list) COMPREPLY=() ;;
        --flag) COMPREPLY=() ;;
        -f | --format) _statval_offer "text json csv html xlsx" "$word" ;;
        -o | --output) _statval_files -f "$word" ;;
        --max-size) COMPREPLY=() ;;
        --color) _statval_offer "auto always never" "$word" ;;
        --progress) _statval_offer "auto always never" "$word" ;;
        --plugin-dir) _statval_files -d "$word" ;;
        *) return 1 ;;
        esac
        ;;
    diff)
        case $option in
        --fail-on) _statval_offer "error query never" "$word" ;;
        -f | --format) _statval_offer "text json html" "$word" ;;
        -o | --output) _statval_files -f "$word" ;;
        *) return 1 ;;
        esac
        ;;
    accept)
        case $option in
        --today) COMPREPLY=() ;;
        --reason) COMPREPLY=() ;;
        --by) COMPREPLY=() ;;
        --expires) COMPREPLY=() ;;
        -o | --output) _statval_files -f "$word" ;;
        *) return 1 ;;
        esac
        ;;
    rules)
        case $option in
        -r | --return) _statval_offer "$(_statval_catalogue "$program" 1)" "$word" ;;
        -y | --year) COMPREPLY=() ;;
        -f | --format) _statval_offer "text csv markdown" "$word" ;;
        --plugin-dir) _statval_files -d "$word" ;;
        *) return 1 ;;
        esac
        ;;
    explain)
        case $option in
        --plugin-dir) _statval_files -d "$word" ;;
        *) return 1 ;;
        esac
        ;;
    plugins)
        case $option in
        --plugin-dir) _statval_files -d "$word" ;;
        *) return 1 ;;
        esac
        ;;
    reference)
        case $option in
        -o | --output) _statval_files -f "$word" ;;
        --edition) COMPREPLY=() ;;
        --progress) _statval_offer "auto always never" "$word" ;;
        *) return 1 ;;
        esac
        ;;
    *) return 1 ;;
    esac
}

# What the arguments of a command are.
_statval_arguments() {
    case $1 in
    check) echo files ;;
    summary) echo files ;;
    diff) echo files ;;
    accept) echo files ;;
    rules) echo none ;;
    explain) echo rules ;;
    plugins) echo none ;;
    reference) echo reference ;;
    esac
}

_statval_commands="check summary diff accept rules explain plugins reference help version --help --version"

# What statval itself knows, in a column of its catalogue: 1 returns, 2 codes of rules.
_statval_catalogue() {
    "$1" rules --format csv 2>/dev/null | cut -d, -f"$2" | grep -vx -e return -e code | sort -u
}

# Offers words, and a space behind the one that is chosen.
_statval_offer() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# The same for the last word of a list with commas between; "-" before it leaves it out.
_statval_list() {
    local before=
    [[ $2 != *,* ]] || before=${2%,*},
    [[ ${2##*,} != -* ]] || before+=-
    compopt -o nospace 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${2#"$before"}")
}

# Offers files, or with -d folders only.
_statval_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

# A kind of reference data, with "=" behind it.
_statval_reference() {
    compopt -o nospace 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -W "${1// /= }=" -- "$2")
}

_statval() {
    local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]}
    local option=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        _statval_offer "$_statval_commands" "$word"
        return
    fi
    # Bash takes --format=csv for three words.
    local sign=0
    if [ "$word" = = ]; then
        word=
        sign=$COMP_CWORD
    elif [ "$option" = = ]; then
        sign=$((COMP_CWORD - 1))
    fi
    if [ "$sign" -ge 3 ] && [ "${COMP_WORDS[sign - 2]}" = --reference ]; then
        _statval_files -f "$word"
        return
    fi
    if [ "$sign" -ge 1 ]; then
        option=${COMP_WORDS[sign - 1]}
    fi
    if _statval_value "$program" "$command" "$option" "$word"; then
        return
    fi
    case $(_statval_arguments "$command"),$word in
    *,-*) _statval_offer "$(_statval_options "$command")" "$word" ;;
    files,*) _statval_files -f "$word" ;;
    reference,*)
        case $COMP_CWORD in
        2) _statval_offer "build" "$word" ;;
        3) _statval_offer "postcodes" "$word" ;;
        *) _statval_files -f "$word" ;;
        esac
        ;;
    rules,*) _statval_offer "$(_statval_catalogue "$program" 2)" "$word" ;;
    esac
}

complete -F _statval statval
