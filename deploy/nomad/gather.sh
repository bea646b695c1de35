#!/bin/sh
# Copies the reports of a dispatched job out of Nomad: one file a client, named by the client and its ID, since clients
# whose metadata came through a proxy all have one name. Says which clients have no report, and why.
#
#   sh gather.sh proxy-doctor/dispatch-1700000000-0a1b2c3d reports
#
# Ends with status 1 where a report is missing, 2 where the words are wrong. Needs `nomad` 0.8 or newer, and what that
# needs (NOMAD_ADDR, NOMAD_TOKEN).
set -u

if [ $# -ne 2 ]; then
  echo "usage: gather.sh JOB DIRECTORY" >&2
  exit 2
fi
job=$1
directory=$2
status=$(nomad job status -verbose "$job") || exit 2
mkdir -p "$directory" || exit 2

# The first word of each row of the last table; elsewhere no row begins with an ID.
allocations=$(printf '%s\n' "$status" | sed -n '/^Allocations/,$p' | grep -oE '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
if [ -z "$allocations" ]; then
  echo "$job has no allocations: no client is ready, or none has the raw_exec driver" >&2
  exit 1
fi

kept=0
missing=0
for allocation in $allocations; do
  described=$(nomad alloc status -json "$allocation")
  field() {
    printf '%s\n' "$described" | sed -n "s/^    \"$1\": \"\([A-Za-z0-9._-]*\)\",*\$/\1/p" | sed 1q
  }
  node=$(field NodeID | cut -c 1-8)
  name=$(field NodeName)
  client=${name:+$name-}$node
  partial=$directory/.$client.json
  if nomad alloc fs "$allocation" alloc/data/report.json >"$partial" 2>/dev/null && [ -s "$partial" ]; then
    mv "$partial" "$directory/$client.json"
    kept=$((kept + 1))
    continue
  fi
  rm -f "$partial" "$directory/$client.json"
  missing=$((missing + 1))
  why=$(nomad alloc logs -stderr "$allocation" check 2>/dev/null | tr -cd '[:print:]\n' | tail -n 1)
  echo "$client has no report: ${why:-$(field ClientStatus), allocation $allocation}" >&2
done

echo "$kept reports: proxy-doctor fleet $directory/*.json"
[ "$missing" -eq 0 ]
