#!/bin/sh
# Runs a command in a network of its own: there is no way out of it, and every address in it is this machine's,
# so that whoever is called is the recorder. Names are asked of 127.0.0.1, and only there. Whatever the command
# has started ends with it, where the system lets a process space be made too. Ends with status 71 where such a
# network cannot be made. Runs as a file, and as the text of `sh -c`.
#
# Linux only; unshare is util-linux's, ip is iproute2's. Who is not root needs user namespaces, which some
# systems forbid.
cannot=71

inside='
cannot=71
{
  ip link set lo up && ip route add local 0.0.0.0/0 dev lo
} || exit "$cannot"
ip -6 route add local ::/0 dev lo 2>/dev/null
# A caller that has hung up would keep its own port for a minute, and the recorder may be about to listen there.
echo 0 2>/dev/null >/proc/sys/net/ipv4/tcp_max_tw_buckets

files=$(mktemp -d) || exit "$cannot"
printf "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n" >"$files/resolv.conf"
printf "hosts: files dns\n" >"$files/nsswitch.conf"
printf "127.0.0.1 localhost\n::1 localhost\n" >"$files/hosts"
for name in resolv.conf nsswitch.conf hosts; do
  [ ! -e "/etc/$name" ] || mount --bind "$files/$name" "/etc/$name" || exit "$cannot"
done
rm -rf "$files"
[ ! -d /run/nscd ] || mount -t tmpfs none /run/nscd || exit "$cannot"
exec "$@"
'

spaces='--net --mount'
[ "$(id -u)" = 0 ] || spaces="--user --map-root-user $spaces"
# shellcheck disable=SC2086
unshare $spaces sh -c : 2>/dev/null || exit "$cannot"
processes='--pid --fork --kill-child --mount-proc'
# shellcheck disable=SC2086
unshare $spaces $processes sh -c : 2>/dev/null && spaces="$spaces $processes"
# shellcheck disable=SC2086
exec unshare $spaces -- sh -c "$inside" enclosure "$@"
