#!/usr/bin/env bash
# The jobs of docs/ci, as far as they can be run without their services: their commands, with samples
# as the extracts, and git hooks in a repository.
readers=$(realpath "$(dirname "$0")")
root=$(realpath "$(dirname "$0")/../..")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
ci=$root/docs/ci
export STATVAL_REDACT_KEY=0123456789abcdef

# Programs that would change the machine, or take long, only say that they were called. "cmake
# --build" leaves the program that is tested.
mkdir bin
printf '#!/bin/sh\nexec "%s" "$@"\n' "$statval" >statval.sh
chmod +x statval.sh
cat >bin/cmake <<END
#!/bin/sh
echo "cmake \$*" >>"$work/calls"
[ "\$1" != --build ] || { mkdir -p "\$2/bin" && cp "$work/statval.sh" "\$2/bin/statval"; }
END
printf '#!/bin/sh\necho "apt-get $*" >>"%s/calls"\n' "$work" >bin/apt-get
printf '#!/bin/sh\necho ok installed\n' >bin/dpkg-query
chmod +x bin/*
plain_path=$PATH
PATH=$work/bin:$PATH

# commands_of FILE NAME: the commands of a step, into the file "step".
commands_of() {
    checks=$((checks + 1))
    python3 "$readers/ci_steps.py" "$ci/$1" "$2" >step 2>told || complain "$1 has no $2: $(<told)"
}

# reads FILE...: the reports that a job hands over say what the JSON report does.
reads() {
    checks=$((checks + 1))
    "$statval" check --redact --format json extracts/cin.xml >report.json
    python3 "$readers/ci_reader.py" report.json "$@" >told || complain "$(head -c 500 told)"
}

# extracts SAMPLE: what the job's script for the extracts makes.
extracts() {
    # shellcheck disable=SC2016 # parameters of that script
    printf '#!/bin/sh\nmkdir -p "$1" && cp "%s" "$1/cin.xml"\n' "$1" >make-extracts
    chmod +x make-extracts
}

# step STATUS: runs the commands as the services do; they must end with that status.
step() {
    status=0
    bash --noprofile --norc -eo pipefail step >out 2>err || status=$?
    check "exit status $status, not $1: $(cat step): $(head -c 300 err)" test $status -eq "$1"
}

faulty=$root/samples/cin/2026/faulty.xml
clean=$root/samples/cin/2026/clean.xml
mkdir job
cd job || exit 2

# GitHub Actions.
mkdir -p statval/scripts
cp "$root/scripts/packages.sh" statval/scripts
export GITHUB_PATH=$work/github-path
commands_of github-actions.yml "Build statval"
step 0
check "statval is not built without tests: $(head -n 1 ../calls)" \
    has ../calls "cmake -S statval -B statval/build/ci -G Ninja -DSTATVAL_TESTS=OFF"
built=$(<"$GITHUB_PATH")
check "the path that later steps have is $built" test -x "$built/statval"
PATH=$built:$PATH
for sample in "$faulty 1" "$clean 0"; do
    extracts "${sample% *}"
    commands_of github-actions.yml "Make the extracts"
    step 0
    rm -f statval.sarif
    commands_of github-actions.yml "Check the extracts"
    step "${sample##* }"
    cp out statval.github.txt
    reads statval.sarif statval.github.txt
done
STATVAL_REDACT_KEY='' step 5
check "the upload is of another file" has "$ci/github-actions.yml" "sarif_file: statval.sarif"

# GitLab.
rm -rf statval
mkdir -p origin/scripts
cp "$root/scripts/packages.sh" origin/scripts
identity=(-c user.name=Test -c user.email=test@localhost -c init.defaultBranch=main)
git "${identity[@]}" init -q origin
git -C origin add .
git -C origin "${identity[@]}" commit -q -m "A version"
export STATVAL_REPOSITORY=file://$PWD/origin STATVAL_REF=main
PATH=$work/bin:$plain_path
for sample in "$faulty 1" "$clean 0"; do
    rm -rf statval extracts statval.*
    extracts "${sample% *}"
    commands_of gitlab-ci.yml before_script
    cp step before
    commands_of gitlab-ci.yml script
    cat before step >both
    mv both step
    step "${sample##* }"
    reads statval.junit.xml statval.gitlab.json
    check "values are in the log" lacks out 1000005
done
check "packages: $(cat ../calls)" has ../calls "apt-get install -y -q --no-install-recommends ca-certificates git"
for file in statval.junit.xml statval.gitlab.json; do
    check "$file is no report of the job" grep -q "^      [a-z]*: $file$" "$ci/gitlab-ci.yml"
done

# The hook: what is staged counts.
PATH=$built:$plain_path
git "${identity[@]}" init -q repository
cd repository || exit 2
cp "$ci/pre-commit" .git/hooks/pre-commit
commit() {
    git add -A
    git "${identity[@]}" commit -q -m "$1" >../out 2>../err
}
echo text >other.txt
check "a commit without extracts: $(cat ../err)" commit none
mkdir extracts
cp "$clean" extracts/clean.xml
check "a clean extract: $(cat ../err)" commit clean
cp "$faulty" extracts/faulty.xml
check "a faulty extract was committed" test "$(commit faulty && echo yes)" = ""
check "the hook does not say what is wrong: $(cat ../err)" has ../err "faulty.xml: 130 errors, 34 queries"
check "the hook does not say how to go on" has ../err "Not committed."
echo nothing >extracts/faulty.xml
check "a file that is no return was committed" test "$(commit broken && echo yes)" = ""
cp "$clean" extracts/faulty.xml
git add -A
cp "$faulty" extracts/faulty.xml
check "what is not staged is checked" git "${identity[@]}" commit -q -m staged 2>../err
git checkout -q -- extracts
git config statval.options "--rules 88*"
sed -i 's/>false</>maybe</' extracts/clean.xml
check "options are not used" test "$(commit options && echo yes)" = ""
git config statval.folder elsewhere
check "another folder: $(cat ../err)" commit elsewhere
git rm -rq extracts
git config statval.folder extracts
git config --unset statval.options
check "the last extract cannot go: $(cat ../err)" commit gone
cd .. || exit 2

# The framework's: it calls the entry with the files behind it.
entry=$(sed -n 's/^ *entry: //p' "$ci/README.md")
pattern=$(sed -n 's/^ *files: //p' "$ci/README.md")
check "the pattern $pattern" test "$(printf '%s\n' extracts/a.xml extracts/b/c.xml extracts/a.csv a.xml | grep -cE "$pattern")" -eq 2
mkdir files
cp "$clean" files/a.xml
cp "$clean" files/b.xml
echo "$entry files/a.xml files/b.xml" >step
step 0
cp "$faulty" files/b.xml
step 1

# What README.md promises beyond what ci_formats.sh tests.
cp "$faulty" cin.xml
# shellcheck disable=SC2016 # backquotes of Markdown
sed -n 's/.*`\(statval check -o statval.sarif[^`]*\)`.*/\1/p' "$ci/README.md" >step
check "the example is missing" test -s step
step 1
check "the example prints no annotations" grep -q '^::error ' out
check "the example writes no files" test -s statval.sarif -a -s statval.junit.xml
unset STATVAL_REDACT_KEY
for home in one two; do
    mkdir $home
    HOME=$PWD/$home statval check --quiet -o $home.sarif cin.xml
    jq -r '.runs[0].results[].partialFingerprints[]' $home.sarif | sort >$home.ids
done
check "two homes give the same ids" test -z "$(comm -12 one.ids two.ids)"

cd "$work" || exit 2
finish
