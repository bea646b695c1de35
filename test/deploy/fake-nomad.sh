#!/bin/sh
# Answers as `nomad` does of one dispatched job, whose allocations lie in $ALLOCATIONS: a folder each, named by its ID,
# with what `alloc status -json` shows in `status`, and the allocation's own files.
case "$1 $2" in
'job status')
  [ "$4" = proxy-doctor/dispatch-1 ] || { echo "No job(s) with prefix or id \"$4\" found" >&2; exit 1; }
  echo "ID            = $4"
  echo "Name          = $4"
  echo
  echo Evaluations
  echo 'ID                                    Priority  Triggered By  Status    Placement Failures'
  echo '1e5b2bd7-1111-2222-3333-444455556666  50        job-register  complete  false'
  echo
  echo Allocations
  echo 'ID                                    Eval ID                               Node ID   Task Group  Version  Desired  Status'
  for path in "$ALLOCATIONS"/*; do
    [ ! -d "$path" ] || echo "${path##*/}  1e5b2bd7-1111-2222-3333-444455556666  5f6a7b8c  check       0        run      complete"
  done
  ;;
'alloc status') cat "$ALLOCATIONS/$4/status" ;;
'alloc fs') cat "$ALLOCATIONS/$3/$4" ;;
'alloc logs') cat "$ALLOCATIONS/$4/alloc/logs/$5.stderr.0" ;;
*) exit 1 ;;
esac
