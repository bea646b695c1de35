# The same as proxy-doctor.nomad.hcl for Nomad 0.8 to 1.1, which CircleCI Server 2 brings: a batch job of which no two
# tasks run on one client, and as many as there are clients. Set `count` and `datacenters` by `nomad node status` first.
#
#   nomad job run proxy-doctor-before-1.2.nomad.hcl
#   nomad job dispatch -meta file=/opt/proxy-doctor/proxy-doctor -meta services=10.0.1.238 \
#     -meta arguments='--ghe ghe.example.com --region us-east-1' proxy-doctor
#   sh gather.sh proxy-doctor/dispatch-1700000000-0a1b2c3d reports

job "proxy-doctor" {
  type        = "batch"
  datacenters = ["us-east-1"]

  # Each dispatch is a job of its own, so all clients are checked each time.
  parameterized {
    payload       = "forbidden"
    meta_required = ["file", "services"]
    meta_optional = ["sha256", "arguments"]
  }

  constraint {
    attribute = "${attr.kernel.name}"
    value     = "linux"
  }

  constraint {
    operator = "distinct_hosts"
    value    = "true"
  }

  group "check" {
    # As many as there are clients: fewer leave some out, and one too many checks a client a second time.
    count = 8

    # A client that could not be checked is to be seen, not tried for ever, nor another one in its place.
    restart {
      attempts = 0
      mode     = "fail"
    }

    reschedule {
      attempts  = 0
      unlimited = false
    }

    task "check" {
      # With the settings files, processes and network of the client, and with its agent's environment, as CircleCI's
      # own tasks are run. `exec` would show it an /etc of its own.
      driver = "raw_exec"

      config {
        command = "/bin/sh"
        args    = ["local/check.sh"]
      }

      template {
        destination = "local/check.sh"
        perms       = "755"
        data        = <<EOT
#!/bin/sh
# NOMAD_META_FILE is a path on this client, or an address that is asked directly, past the proxy: whether this
# client's settings are right is not known yet.
set -f
program="$NOMAD_META_FILE"
case "$program" in
http://* | https://*)
  if [ -z "$NOMAD_META_SHA256" ]; then
    echo "proxy-doctor: what comes from $program runs as root: name its sum too, -meta sha256=..." >&2
    exit 2
  fi
  program="$NOMAD_TASK_DIR/proxy-doctor"
  curl --noproxy '*' --fail --silent --show-error --max-time 300 --output "$program" "$NOMAD_META_FILE" || exit 2
  echo "$NOMAD_META_SHA256  $program" | sha256sum --check --quiet >&2 || exit 2
  chmod 755 "$program"
  ;;
esac

# shellcheck disable=SC2086
"$program" check --role nomad-client --services "$NOMAD_META_SERVICES" \
  --format json --output "$NOMAD_ALLOC_DIR/data/report.json" $NOMAD_META_ARGUMENTS
status=$?
# Something is wrong on this client: the report says what, and the task has done its work.
[ "$status" -ne 1 ] || status=0
exit "$status"
EOT
      }

      resources {
        cpu    = 100
        memory = 384
      }
    }
  }
}
