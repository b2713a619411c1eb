#!/usr/bin/env bash
# The program and its plugins are built so that a fault in them is hard to make use of.
#   hardening.sh PROGRAM PLUGIN...
set -u
failed=0

# says OPTION REGEX: whether readelf says so of $file.
says() {
    grep -Eq "$2" <<<"$(readelf -W "$1" "$file")"
}

complain() {
    echo "$file: $1" >&2
    failed=1
}

for file in "$@"; do
    says -h 'Type: +DYN' || complain "its addresses are not chosen anew for each run"
    says -l GNU_RELRO || complain "the tables of the linker can be written to (RELRO)"
    says -d 'BIND_NOW|FLAGS.*NOW' || complain "its functions are looked up late (BIND_NOW)"
    says -l 'GNU_STACK.* RW +0x' || complain "its stack can be executed"
    ! says -l ' RWE ' || complain "a segment can be written to and executed"
done
# A plugin may have no function with an array, and then it has neither.
file=$1
says -d 'FLAGS_1.*PIE' || complain "it is not position-independent"
says --dyn-syms __stack_chk_fail || complain "its stack is not protected"
says --dyn-syms '__[a-z]+_chk@' || complain "it uses no checked functions of the C library (FORTIFY)"

exit "$failed"
