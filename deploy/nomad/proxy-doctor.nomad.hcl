# Checks every Nomad client of a cluster and leaves a report in each allocation. Nomad 1.2 or newer, since older
# ones have no sysbatch: proxy-doctor-before-1.2.nomad.hcl is for them. docs/deploy.md says how both are used.
#
#   nomad job run proxy-doctor.nomad.hcl
#   nomad job dispatch -meta file=/opt/proxy-doctor/proxy-doctor -meta services=10.0.1.238 \
#     -meta arguments='--ghe ghe.example.com --region us-east-1' proxy-doctor
#   sh gather.sh proxy-doctor/dispatch-1700000000-0a1b2c3d reports

variable "datacenters" {
  description = "Those of the clients, as `nomad node status` names them; CircleCI's own files name the region."
  type        = list(string)
  default     = ["us-east-1"]
}

job "proxy-doctor" {
  type        = "sysbatch"
  datacenters = var.datacenters

  # Each dispatch is a job of its own, so all clients are checked each time; a sysbatch job that is run again is not.
  parameterized {
    payload       = "forbidden"
    meta_required = ["file", "services"]
    meta_optional = ["sha256", "arguments"]
  }

  constraint {
    attribute = "${attr.kernel.name}"
    value     = "linux"
  }

  group "check" {
    # A client that could not be checked is to be seen, not tried for ever. A `reschedule` block is not allowed here.
    restart {
      attempts = 0
      mode     = "fail"
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

      # Nomad 1.7 and newer hold raw_exec to its memory.
      resources {
        cpu    = 100
        memory = 384
      }
    }
  }
}
