#!/usr/bin/env bash
# A return of which every value means harm to whoever reads a report on it: hostile.sh xml|csv
set -euo pipefail

# shellcheck disable=SC2016 # nothing is to be expanded
texts=(
    '<script>harm=1</script>' '"><img src=x onerror=harm=1>' '</script><script>harm=1</script>'
    '<!--<script>' ']]>' '</bdi></table><h1>' "' onclick='harm=1" 'javascript:harm=1' '=1+1' '@SUM(A1)'
    $'two\nlines' '\u003cscript\u003e' '&lt;b&gt;' '&amp;amp;' $'\xe2\x80\xaegnp.exe' $'a\xe2\x80\xa8b\xe2\x80\xa9c'
    $'\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d (1)' $'\xf0\x9d\x94\xb8' '{{harm=1}}' '${harm=1}' '%s%n'
    "$(head -c 10000 /dev/zero | tr '\0' W)" "$(printf '<b>%.0s' {1..1000})"
)

escaped() {
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/\]\]>/]]\&gt;/g' <<<"$1"
}

as_xml() {
    local text
    echo '<?xml version="1.0" encoding="UTF-8"?><Message><Header><CollectionDetails>'
    echo '<Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>'
    echo '</CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header><Children>'
    for text in "${texts[@]}"; do
        text=$(escaped "$text")
        echo "<Child><ChildIdentifiers><LAchildID>$text</LAchildID><UPN>$text</UPN>"
        echo "<PersonBirthDate>$text</PersonBirthDate><Sex>$text</Sex></ChildIdentifiers>"
        echo "<ChildCharacteristics><Ethnicity>$text</Ethnicity></ChildCharacteristics><CINdetails>"
        echo "<CINreferralDate>2025-05-05</CINreferralDate><ReferralSource>$text</ReferralSource>"
        echo "<PrimaryNeedCode>$text</PrimaryNeedCode></CINdetails></Child>"
    done
    echo '</Children></Message>'
}

as_csv() {
    local text
    printf 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n'
    for text in "${texts[@]}"; do
        text=\"${text//\"/\"\"}\"
        printf '%s,%s,%s,%s,%s,%s,%s\r\n' "$text" "$text" "$text" "$text" "$text" "$text" "$text"
    done
}

"as_$1"
