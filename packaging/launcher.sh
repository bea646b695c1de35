#!/bin/sh
# Starts whichever of the executables beside it this machine can run, and says so where none can.
say() {
  echo "proxy-doctor: $1" >&2
  exit 2
}

case "$(uname -s) $(uname -m)" in
  'Linux x86_64') machine=x64 ;;
  'Linux aarch64') machine=arm64 ;;
  *) say "there are executables for Linux on x86_64 and aarch64, and this is $(uname -s) on $(uname -m)" ;;
esac

# "glibc 2.23"; another C library does not know the word.
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null) || say 'the executables need glibc 2.17 or newer, and this system has another C library'
minor=${glibc#glibc 2.}
minor=${minor%%[!0-9]*}
if [ "${minor:-0}" -ge 28 ]; then
  old=
elif [ "${minor:-0}" -ge 17 ]; then
  old=-old
else
  say "the executables need glibc 2.17 or newer, and this system has $glibc"
fi

file=$(dirname -- "$(readlink -f -- "$0")")/proxy-doctor-linux-$machine$old
[ -x "$file" ] || say "$file is missing, which is the one for this machine ($glibc, $(uname -m))"
exec "$file" "$@"
