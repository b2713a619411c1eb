#!/usr/bin/env bash
# The HTML report in a browser. Exit status 77 when there is no Chromium: the test is skipped, unless
# STATVAL_TEST_ALL asks for all tests.
here=$(realpath "$(dirname "$0")")
samples=$(realpath "$(dirname "$0")/../../samples")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/../cli/lib.sh"

if ! PYTHONPATH=$here python3 -c 'import browser, sys; sys.exit(not browser.find())'; then
    echo "There is no Chromium, so that the HTML report was not tried in a browser."
    echo "On Debian: apt-get install chromium; or set CHROMIUM to its path."
    [ -z "${STATVAL_TEST_ALL:-}" ] || exit 1
    exit 77
fi

export STATVAL_REDACT_KEY=0123456789abcdef

# make NAME ARGUMENT...: the reports NAME.html, NAME.json and NAME.csv.
make() {
    expect 1 check --quiet -o "$1.html" -o "$1.json" -o "$1.csv" "${@:2}"
}

cp "$samples/cin/2026/faulty.xml" faulty.xml
make faulty faulty.xml
make redacted --redact faulty.xml
make tables --year 2026 --la E08000099 --previous "$samples/ssda903/2026/faulty/last" \
    --reference postcodes="$samples/ssda903/2026/faulty/postcodes.csv" "$samples/ssda903/2026/faulty/this"

expect 0 summary -o figures.html --year 2026 --la E08000099 --previous "$samples/ssda903/2025/clean/this" \
    "$samples/ssda903/2026/faulty/this"

# A part of the findings is explained, and some are new.
expect 0 accept -o known.csv --reason 'Right as it is: <b>"checked"</b>' --by '=Officer' faulty.json 2885 8525Q
mv known.csv accepted-before.csv
sed 's/2025-05-30/2025-05-29/' faulty.xml >later.xml
make known --accept accepted-before.csv --baseline faulty.json later.xml
expect 0 diff --fail-on never -o changes.html faulty.json known.json

"$here/hostile.sh" xml >hostile.xml
make hostile hostile.xml
mkdir tables
"$here/hostile.sh" csv >tables/header.csv
make hostile-tables --return ssda903 --year 2026 tables

generate --year 2026 --children 13000 --faults 100 >many.xml
expect 1 check --quiet -o many.html many.xml

check "in the browser" env PYTHONDONTWRITEBYTECODE=1 python3 "$here/in_browser.py" "$statval" "$work"
finish
