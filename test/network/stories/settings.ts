import { CUSTOMIZATIONS, DOCKER_DROP_IN, ENVIRONMENT, NOMAD_DROP_IN, PROXY } from "../company/settings.ts";
import { inAll, onlyLines, replaced } from "./changes.ts";
import { chapter } from "./story.ts";

export const SETTINGS = chapter("settings that are written wrong", [
  {
    name: "in upper case only",
    plan: { files: { services: inAll(onlyLines(/^[A-Z]/), ENVIRONMENT) } },
    says: [
      "misrouted-direct package-mirrors/ubuntu (verified)",
      "uppercase-only-variable HTTP_PROXY (environment) (verified)",
      "uppercase-only-variable HTTPS_PROXY (environment) (verified)",
      "uppercase-only-variable NO_PROXY (environment) (verified)",
      "uppercase-only-variable HTTP_PROXY (/etc/environment:1) (verified)",
      "uppercase-only-variable HTTPS_PROXY (/etc/environment:2) (verified)",
      "uppercase-only-variable NO_PROXY (/etc/environment:3) (verified)",
    ],
  },
  {
    name: "a proxy without scheme",
    on: "nomad-client",
    plan: { files: { "nomad-client": inAll(replaced("http://", ""), ENVIRONMENT) } },
    says: [
      "proxy-scheme-missing https_proxy (environment) (verified)",
      "proxy-scheme-missing http_proxy (/etc/environment:1) (verified)",
    ],
  },
  {
    name: "a proxy named https",
    plan: { files: { services: inAll(replaced(/(HTTPS_PROXY=)http:/g, "$1https:"), DOCKER_DROP_IN) } },
    says: [
      "proxy-unreachable HTTPS_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:3)",
      "proxy-scheme-https HTTPS_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:3) (verified)",
    ],
  },
  {
    name: "the wrong port in the options of the JVM alone",
    plan: { files: { services: inAll(replaced(/(proxyPort=)3128/g, "$13129"), CUSTOMIZATIONS) } },
    says: [
      "proxy-unreachable JVM_OPTS -Dhttps.proxyHost (/etc/circle-installation-customizations:7)",
      "proxies-disagree JVM_OPTS (/etc/circle-installation-customizations:7) (verified)",
    ],
  },
  {
    name: "another proxy in the drop-in of the Docker daemon",
    plan: { files: { services: inAll(replaced("10.0.0.33", "10.0.0.34"), DOCKER_DROP_IN) } },
    says: [
      "proxy-unreachable HTTPS_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:3)",
      "proxies-disagree HTTP_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:2) (verified)",
    ],
  },
  {
    name: "the Docker daemon without its drop-in",
    plan: { files: { services: { [DOCKER_DROP_IN]: null } } },
    says: [
      "misrouted-direct license-server/registry (verified)",
      "misrouted-direct container-registries/docker-hub (verified)",
      "docker-daemon-without-proxy docker-daemon (verified)",
    ],
  },
  {
    name: "the Docker daemon's proxy in a file that systemd ignores",
    on: "nomad-client",
    plan: {
      files: {
        "nomad-client": {
          [DOCKER_DROP_IN]: null,
          "/etc/default/docker": `export http_proxy="${PROXY}"\nexport https_proxy="${PROXY}"\n`,
        },
      },
    },
    says: [
      "misrouted-direct container-registries/docker-hub (verified)",
      "ignored-settings-file http_proxy (/etc/default/docker:1) (verified)",
      "- docker-daemon-without-proxy docker-daemon (verified)",
    ],
  },
  {
    name: "nothing exported from the customizations",
    plan: { files: { services: inAll(replaced("export ", ""), CUSTOMIZATIONS) } },
    says: [
      "unexported-variable http_proxy (/etc/circle-installation-customizations:1) (verified)",
      "misrouted-direct ec2-api/ec2 (verified)",
    ],
  },
  {
    name: "wildcards in the list of exceptions",
    plan: {
      files: {
        services: inAll(
          replaced(
            "s3.amazonaws.com,s3.us-east-1.amazonaws.com",
            "*.s3.amazonaws.com,*.s3.us-east-1.amazonaws.com",
          ),
          ENVIRONMENT,
        ),
      },
    },
    says: [
      "bypass-matches-some-clients no_proxy (environment) (verified)",
      "bypass-matches-some-clients no_proxy (/etc/environment:5) (verified)",
      "avoidable-proxying s3/regional (verified)",
    ],
  },
  {
    name: "blanks in the list of exceptions",
    plan: { files: { services: inAll(replaced(/(?<=no_proxy=.*),/gi, ", "), ENVIRONMENT) } },
    unseen: true,
    says: [
      "no-proxy-spaces no_proxy (environment) (verified)",
      "no-proxy-spaces no_proxy (/etc/environment:5) (verified)",
    ],
  },
  {
    name: "commas in the list of the JVM",
    plan: { files: { services: inAll(replaced("|", ","), CUSTOMIZATIONS) } },
    says: [
      "jvm-bypass-separator JVM_OPTS (/etc/circle-installation-customizations:7) (verified)",
      "- misrouted-to-proxy github-enterprise/web (verified)",
      "- misrouted-to-proxy services-machine/web (verified)",
      "- bypass-missing nomad-clients/10.0.1.50 (verified)",
      "avoidable-proxying s3/regional (verified)",
    ],
  },
  {
    name: "quotes that systemd keeps",
    on: "nomad-client",
    unseen: true,
    plan: {
      files: {
        "nomad-client": inAll(
          replaced(/Environment="(\w+)=(.*)"/g, "Environment=$1=\\x22$2\\x22"),
          NOMAD_DROP_IN,
        ),
      },
    },
    says: [
      "literal-quotes HTTP_PROXY (/etc/systemd/system/nomad.service.d/http-proxy.conf:2) (verified)",
      "literal-quotes NO_PROXY (/etc/systemd/system/nomad.service.d/http-proxy.conf:4) (verified)",
    ],
  },
  {
    name: "a network in the list of exceptions",
    plan: {
      files: {
        services: inAll(
          replaced(/10\.0\.1\.238,(.*),10\.0\.1\.50/g, "10.0.0.0/16,$1"),
          ENVIRONMENT,
          CUSTOMIZATIONS,
        ),
      },
    },
    unseen: true,
    says: [
      "bypass-matches-some-clients no_proxy (environment) (verified)",
      "bypass-matches-some-clients no_proxy (/etc/environment:5) (verified)",
      "bypass-matches-some-clients no_proxy (/etc/circle-installation-customizations:5) (verified)",
    ],
  },
  {
    name: "the lower case set to nothing",
    plan: { files: { services: inAll(replaced(/^(https?_proxy)=.*$/gm, '$1=""'), ENVIRONMENT) } },
    says: [
      "misrouted-direct ec2-api/ec2 (verified)",
      "misrouted-direct package-mirrors/ubuntu (verified)",
      "empty-lowercase-variable http_proxy (environment) (verified)",
      "empty-lowercase-variable https_proxy (environment) (verified)",
      "empty-lowercase-variable http_proxy (/etc/environment:1) (verified)",
      "empty-lowercase-variable https_proxy (/etc/environment:3) (verified)",
    ],
  },
  {
    name: "two spellings that contradict each other",
    plan: {
      files: { services: inAll(replaced(/^(https?_proxy=.*)10\.0\.0\.33/gm, "$110.0.0.99"), ENVIRONMENT) },
    },
    says: [
      "proxy-unreachable https_proxy (environment)",
      "proxies-disagree https_proxy (environment) (verified)",
      "conflicting-case HTTP_PROXY (environment) (verified)",
      "conflicting-case HTTPS_PROXY (environment) (verified)",
      "conflicting-case HTTP_PROXY (/etc/environment:2) (verified)",
      "conflicting-case HTTPS_PROXY (/etc/environment:4) (verified)",
    ],
  },
  {
    name: "the Docker daemon runs with what its drop-in said before",
    plan: {
      files: { services: inAll(replaced("10.0.0.33", "10.0.0.99"), DOCKER_DROP_IN) },
      last: async ({ machines: { services } }) => {
        services.touched();
        const text = services.read(DOCKER_DROP_IN).replaceAll("10.0.0.99", "10.0.0.33");
        services.write({ [DOCKER_DROP_IN]: text });
        return async () => undefined;
      },
    },
    byHand: ({ machines }) => machines.services.restart(),
    says: ["proxy-unreachable HTTPS_PROXY (dockerd (process))", "stale-process docker-daemon"],
  },
]);
