#!/usr/bin/env bash
# Files made to harm the reader, and values made to harm whoever reads the report.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 3 >a.xml
sed 1,2d a.xml >body.xml
only="--rules=8925"

# within TEXT: the return with TEXT as the first element below the first child's identifiers.
within() {
    sed -n '1,/<LAchildID>/p' a.xml
    printf '%b\n' "$1"
    sed '1,/<LAchildID>/d' a.xml
}

# identifier TEXT: the return with TEXT in place of the first identifier.
identifier() {
    sed -n '1,/<LAchildID>/p' a.xml | sed '$d'
    printf '<LAchildID>%b</LAchildID>\n' "$1"
    sed '1,/<LAchildID>/d' a.xml
}

# Document types: entity bombs, files and addresses from outside, harmless ones too.
doctype() {
    { printf '<?xml version="1.0"?>\n%s\n' "$1" && cat "${2:-body.xml}"; } >odd.xml
    refuses 3 "DOCTYPE" check odd.xml
    refuses 3 "DOCTYPE" check --return cin --year 2026 odd.xml
}
echo 'secret content' >secret.txt
doctype '<!DOCTYPE Message>'
doctype '<!DOCTYPE Message []>'
doctype '<!DOCTYPE Message SYSTEM "secret.txt">'
doctype '<!DOCTYPE Message PUBLIC "-//A//B" "http://127.0.0.1:9/x.dtd">'
doctype "<!DOCTYPE Message [<!ENTITY x SYSTEM 'file://$work/secret.txt'>]>"
doctype "<!DOCTYPE Message [<!ENTITY % x SYSTEM 'file://$work/secret.txt'> %x;]>"
doctype '<!DOCTYPE Message [<!ATTLIST Message a CDATA "x">]>'
bomb='<!DOCTYPE Message [<!ENTITY a0 "aaaaaaaaaa">'
for number in {1..12}; do
    name="&a$((number - 1));"
    bomb+="<!ENTITY a$number \"$name$name$name$name$name$name$name$name$name$name\">"
done
within '&a12;' | sed 1,2d >using.xml
doctype "$bomb]>"
doctype "$bomb]>" using.xml
doctype "<!DOCTYPE Message [<!ENTITY a12 SYSTEM 'file://$work/secret.txt'>]>" using.xml
check "the file was read" lacks err secret
{ printf '\xff\xfe' && printf '<!DOCTYPE Message><Message/>' | iconv -t UTF-16LE; } >odd.xml
refuses 3 "DOCTYPE" check odd.xml
within '<!DOCTYPE Message>' >odd.xml
refuses 3 "" check odd.xml
{ echo '<?xml version="1.0"?>' && printf '<!--%s-->' "$(letters 70000)" && echo '<!DOCTYPE Message>' &&
    cat body.xml; } >odd.xml
refuses 3 "" check odd.xml

# Entities that nobody declared, and those that XML has.
for entity in '&nbsp;' '&a12;' '&#0;' '&#27;' '&#x1b;' '&#xD800;' '&#xFFFE;' '&#x110000;' '&#99999999999;' \
    '&#;' '&#x;' '&' '&;' 'a & b' '<' ']]>'; do
    identifier "$entity" >odd.xml
    refuses 3 "well-formed" check odd.xml
done
{ header 2026 && wrong '&lt;&amp;&gt;&quot;&apos;&#65;&#x42;<![CDATA[<&]]><!-- x --><?x y?>' && footer; } >odd.xml
expect 1 check $only --format json odd.xml
json '.findings[0].subject == "<&>\"\u0027AB<&"'

# Depth: 40 levels, 100,000 levels; as deep as a return may be.
levels() {
    letters "$1" | sed 's/A/<a>/g'
    [ "${2:-}" = open ] || letters "$1" | sed 's|A|</a>|g'
}
within "$(levels 40)" >odd.xml
refuses 3 "levels deep" check odd.xml
within "$(levels 40 open)" >odd.xml
refuses 3 "levels deep" check odd.xml
within "$(levels 20)" >odd.xml
expect 1 check --quiet $only odd.xml
{ header 2026 && levels 100000; } >odd.xml
refuses 3 "levels deep" check odd.xml
levels 100000 open >odd.xml
refuses 3 "" check odd.xml
{ printf '<Message>' && levels 100000; } >odd.xml
refuses 3 "" check odd.xml
refuses 3 "levels deep" check --return cin --year 2026 odd.xml

# The root is the outermost element, whatever stands below it.
long=$(letters 600)
{ printf '<Envelope><%s><b/></%s>' "$long" "$long" && cat body.xml && echo '</Envelope>'; } >odd.xml
refuses 3 "root element is Envelope" check odd.xml
{ printf '<Message><%s><b/></%s>' "$long" "$long" && sed '1s/<Message>//' body.xml; } >odd.xml
expect 1 check --quiet odd.xml

# Values of any length: up to 64 KB they are kept, a longer one is refused with its line.
identifier "$(letters 1000)" >odd.xml
expect 0 check --quiet $only odd.xml
identifier "$(letters 65536)" >odd.xml
expect 0 check --quiet $only odd.xml
for length in 65537 1000000; do
    identifier "$(letters $length)" >odd.xml
    refuses 3 "line 22: the value of LAchildID is longer than 64 KB" check odd.xml
done
{ sed -n '1,/<LAchildID>/p' a.xml | sed '$d' && printf '<LAchildID><![CDATA[' && letters 1000000 &&
    echo ']]></LAchildID>' && sed '1,/<LAchildID>/d' a.xml; } >odd.xml
refuses 3 "LAchildID" check odd.xml
# It stops at once, wherever in a value the parser is.
for odd in "&amp;" "&#65;" "<![CDATA[A]]>" "<!-- -->A" "<?p?>A"; do
    identifier "$(letters 65536)$odd" >odd.xml
    refuses 3 "longer than 64 KB" check odd.xml
done
within "$(printf '<UPN>%s</UPN>' "$(seq 200000 | tr '\n' ' ')")" >odd.xml
refuses 3 "the value of UPN is longer" check odd.xml

# What is not part of the return is passed over, however long, and told once.
for odd in "<Odd>$(letters 1000000)</Odd>" "<Odd a='$(letters 1000000)'/>" \
    "<Odd>$(printf '<a/>%.0s' {1..50000})</Odd>"; do
    within "$odd" >odd.xml
    expect 1 check $only --format json odd.xml
    json '.findings | length == 1 and .[0].stage == "schema" and .[0].locations[0].line == 23'
    json '.findings[0].message | length < 600 and contains("Odd")'
done
for odd in "<!--$(letters 1000000)-->" "<?odd $(letters 1000000)?>"; do
    within "$odd" >odd.xml
    expect 0 check --quiet $only odd.xml
done
for odd in "<!--$(letters 1000000)-->" "<?odd $(letters 1000000)?>"; do
    { printf '<?xml version="1.0"?>\n%s\n' "$odd" && cat body.xml; } >odd.xml
    expect 0 check --quiet $only odd.xml
    { printf '<Message>\n%s\n' "$odd" && sed 1d body.xml; } >odd.xml
    expect 0 check --quiet $only odd.xml
done
within "<$(letters 1000000)/>" >odd.xml
run check --quiet $only odd.xml
check "a name of a megabyte: status $status" test $status -eq 3 -o $status -eq 1
within "<Odd $(seq -f 'a%.0f=""' 10000 | tr '\n' ' ')/>" >odd.xml
expect 1 check --quiet $only odd.xml
within "<Odd $(seq -f 'xmlns:a%.0f="u"' 10000 | tr '\n' ' ')/>" >odd.xml
expect 1 check --quiet $only odd.xml

# A long name with letters of two bytes stays what it is, or is cut between letters.
for letter in é ä€ 𝔸; do
    within "<é$(letters 600 | sed "s/A/$letter/g")/>" >odd.xml
    for format in json jsonl csv text; do
        expect 1 check $only --format $format odd.xml
        check "the $format report is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy out
    done
    within "<$(letters 600 | sed "s/A/$letter/g")>" >odd.xml
    refuses 3 "" check odd.xml
    check "the error is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy err
done

# Bytes that no text has.
for bytes in '\0' 'a\0b' '\x01' '\x1b[31m' '\x80' '\xff' '\xfe' '\xc3' '\xe2\x82' '\xc0\x80' '\xc1\xbf' \
    '\xe0\x80\x80' '\xed\xa0\x80' '\xf4\x90\x80\x80' '\xf8\x88\x80\x80\x80' '\xef\xbf\xbe'; do
    for place in LAchildID SoftwareCode; do
        sed "0,/<$place>/s//<$place>MARK/" a.xml >marked.xml
        { sed '/MARK/,$d' marked.xml && printf '%b' "<$place>$bytes</$place>\n" &&
            sed '1,/MARK/d' marked.xml; } >odd.xml
        refuses 3 "well-formed" check odd.xml
    done
    within "<!-- $bytes -->" >odd.xml
    refuses 3 "well-formed" check odd.xml
done
# The most common of them has a remedy, which is told.
identifier 'Caf\xe9' >odd.xml
refuses 3 "UTF-8" check odd.xml

# Nothing that a file holds can control the terminal, whether it is checked or refused.
for odd in '&#x9b;31m' '&#x85;' '&#x7f;' '&#xa;second line' '&#x9;' '&#xd;' '\xc2\x9b31m' '\xc2\x85' '\x7f'; do
    odd=$(printf '%b' "$odd")
    { header 2026 && child "A${odd}B" "$(plan 2025-06-10 2025-06-02 "N${odd}G")" && footer; } >odd.xml
    expect 1 check --rules=8925,8905 --color never odd.xml
    tr -d '\n' <out >plain
    check "a control character was printed: $(cat -v out | grep 'child A')" lacks_controls plain
    header 2026 "SEN${odd}2" >odd.xml
    footer >>odd.xml
    refuses 3 "SEN" check odd.xml
done
for odd in '\x1b[31m' 'x\ny' 'x\ty' '\x9b31m' '\xc2\x9b31m' '\x07' 'a\0b'; do
    { printf '%b\n' "<?xml version=\"1.0\" encoding=\"$odd\"?>" && cat body.xml; } >odd.xml
    refuses 3 "" check odd.xml
done

finish
