# Bash completion for statval: commands, options, the values that options take, rule codes.
# shellcheck shell=bash

# The options of a command, as its help lists them.
_statval_options() {
    case $1 in
    check) echo "--return --year --period --la --previous --reference --each --as-portal --strict --today
                 --rules --accept --baseline --fail-on --format --output --jobs --max-size --color --progress --plugin-dir
                 --redact --no-redact --quiet --help" ;;
    diff) echo "--fail-on --format --help" ;;
    accept) echo "--output --reason --by --expires --today --help" ;;
    rules) echo "--return --year --format --plugin-dir --help" ;;
    explain) echo "--color --plugin-dir --help" ;;
    plugins) echo "--plugin-dir --help" ;;
    reference) echo "--output --edition --progress --help" ;;
    esac
}

# What statval itself knows, in a column of its catalogue: 1 returns, 2 codes of rules.
_statval_catalogue() {
    "$1" rules --format csv 2>/dev/null | cut -d, -f"$2" | grep -vx -e return -e code | sort -u
}

# Offers words, and a space behind the one that is chosen.
_statval_offer() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# Offers files, or with -d folders only.
_statval_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

# A kind of reference data, with "=" behind it.
_statval_reference() {
    compopt -o nospace 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -W "postcodes= providers= establishments= gravity= localcodes=" -- "$1")
}

# The value of an option. Fails when the option takes none, or is not one of ours.
_statval_value() {
    local program=$1 command=$2 option=$3 word=$4
    case $option in
    -r | --return) _statval_offer "$(_statval_catalogue "$program" 1)" "$word" ;;
    --rules) _statval_offer "$(_statval_catalogue "$program" 2)" "$word" ;;
    --fail-on) _statval_offer "error query never" "$word" ;;
    --color | --progress) _statval_offer "auto always never" "$word" ;;
    -f | --format)
        if [ "$command" = rules ]; then
            _statval_offer "text csv markdown" "$word"
        elif [ "$command" = diff ]; then
            _statval_offer "text json" "$word"
        else
            _statval_offer "text json jsonl csv html sarif junit github gitlab" "$word"
        fi
        ;;
    --reference) _statval_reference "$word" ;;
    -o | --output | -p | --previous | --accept | --baseline) _statval_files -f "$word" ;;
    --plugin-dir) _statval_files -d "$word" ;;
    -y | --year | --period | --la | --today | -j | --jobs | --max-size | --edition | --reason | --by | --expires) COMPREPLY=() ;;
    *) return 1 ;;
    esac
}

_statval() {
    local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]}
    local option=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        _statval_offer "check diff accept rules explain plugins reference help version --help --version" "$word"
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
    case $command,$word in
    *,-*) _statval_offer "$(_statval_options "$command")" "$word" ;;
    check,* | diff,* | accept,*) _statval_files -f "$word" ;;
    reference,*)
        case $COMP_CWORD in
        2) _statval_offer "build" "$word" ;;
        3) _statval_offer "postcodes" "$word" ;;
        *) _statval_files -f "$word" ;;
        esac
        ;;
    explain,*) _statval_offer "$(_statval_catalogue "$program" 2)" "$word" ;;
    esac
}

complete -F _statval statval
