import {
  CUSTOMIZATIONS,
  DOCKER_DROP_IN,
  ENVIRONMENT,
  NOMAD_DROP_IN,
  REPLICATED_CONF,
  REPLICATED_DEFAULTS,
} from "../company/settings.ts";
import { chapter } from "./story.ts";

/** What the page has a Services machine be given, and a Nomad client (`page`: "Service Machine Proxy Configuration"). */
const OF_THE_PAGE = `HTTP_PROXY=<proxy-ip:port>
HTTPS_PROXY=<proxy-ip:port>
NO_PROXY=169.254.169.254,<circleci-service-ip>,127.0.0.1,localhost,ghe.example.com
JVM_OPTS="-Dhttp.proxyHost=<ip> -Dhttp.proxyPort=<port> -Dhttps.proxyHost=<proxy-ip> -Dhttps.proxyPort=3128 -Dhttp.nonProxyHosts=169.254.169.254|<circleci-service-ip>|127.0.0.1|localhost|ghe.example.com"
`;
const FILLED_IN = OF_THE_PAGE.replaceAll("<proxy-ip:port>", "10.0.0.33:3128")
  .replaceAll("<circleci-service-ip>", "10.0.1.238")
  .replaceAll(/<(?:proxy-)?ip>/g, "10.0.0.33")
  .replaceAll("<port>", "3128");

const NOTHING_ELSE = {
  [ENVIRONMENT]: "",
  [REPLICATED_DEFAULTS]: null,
  [DOCKER_DROP_IN]: null,
  [NOMAD_DROP_IN]: null,
};
const servicesWith = (address: string, text: string) => ({
  ...NOTHING_ELSE,
  [REPLICATED_CONF]: `{"HttpProxy": "http://${address}"}\n`,
  [CUSTOMIZATIONS]: text,
});

export const PAGE = chapter("the page's own snippets", [
  {
    name: "on the Services machine, as they stand",
    plan: { files: { services: servicesWith("<proxy-ip:port>", OF_THE_PAGE) } },
    says: [
      "placeholder-left-in HTTP_PROXY (/etc/circle-installation-customizations:1)",
      "- unexported-variable HTTP_PROXY (/etc/circle-installation-customizations:1) (unmeasured)",
      "- proxy-scheme-missing HTTP_PROXY (/etc/circle-installation-customizations:1)",
      "- uppercase-only-variable HTTP_PROXY (/etc/circle-installation-customizations:1)",
      "- uppercase-only-variable HTTPS_PROXY (/etc/circle-installation-customizations:2)",
      "- bypass-missing nomad-clients/10.0.1.50",
      "placeholder-left-in NO_PROXY (/etc/circle-installation-customizations:3) (verified)",
      "- uppercase-only-variable NO_PROXY (/etc/circle-installation-customizations:3) (verified)",
      "placeholder-left-in JVM_OPTS (/etc/circle-installation-customizations:4)",
      "placeholder-left-in HttpProxy (/etc/replicated.conf:1)",
      "- proxy-unreachable HTTPS_PROXY (/etc/replicated.conf:1)",
      "unquoted-value HTTP_PROXY (/etc/circle-installation-customizations:1) (verified)",
    ],
    leaves: [
      "placeholder-left-in HTTP_PROXY (/etc/circle-installation-customizations:1)",
      "- bypass-missing nomad-clients/10.0.1.50",
      "placeholder-left-in JVM_OPTS (/etc/circle-installation-customizations:5)",
      "placeholder-left-in HttpProxy (/etc/replicated.conf:1)",
      "- proxy-unreachable HTTPS_PROXY (/etc/replicated.conf:1)",
      "unexported-variable JVM_OPTS (/etc/circle-installation-customizations:5) (unmeasured)",
      "proxy-scheme-missing HTTP_PROXY (/etc/circle-installation-customizations:1)",
      "uppercase-only-variable HTTP_PROXY (/etc/circle-installation-customizations:1)",
      "uppercase-only-variable HTTPS_PROXY (/etc/circle-installation-customizations:2)",
    ],
    except: {
      "apt > us-east-1.ec2.archive.ubuntu.com": "lost",
      "docker-daemon > registry-1.docker.io": "lost",
      "jvm-services > ec2.us-east-1.amazonaws.com": "lost",
      "replicated > api.replicated.com": "lost",
      "shell-commands > get.replicated.com": "lost",
    },
  },
  {
    name: "on the Services machine, filled in",
    plan: { files: { services: servicesWith("10.0.0.33:3128", FILLED_IN) } },
    says: [
      "unexported-variable HTTP_PROXY (/etc/circle-installation-customizations:1) (unmeasured)",
      "- bypass-missing nomad-clients/10.0.1.50 (unmeasured)",
      "proxy-scheme-missing HTTP_PROXY (/etc/circle-installation-customizations:1) (verified)",
      "misrouted-direct license-server/get",
      "misrouted-direct license-server/registry (verified)",
      "misrouted-direct ec2-api/ec2",
      "misrouted-direct container-registries/docker-hub (verified)",
      "misrouted-direct package-mirrors/ubuntu",
      "docker-daemon-without-proxy docker-daemon (verified)",
      "uppercase-only-variable HTTP_PROXY (/etc/circle-installation-customizations:1) (unmeasured)",
      "uppercase-only-variable HTTPS_PROXY (/etc/circle-installation-customizations:2) (unmeasured)",
      "uppercase-only-variable NO_PROXY (/etc/circle-installation-customizations:3) (unmeasured)",
    ],
    leaves: [
      "unexported-variable HTTP_PROXY (/etc/circle-installation-customizations:1) (unmeasured)",
      "- bypass-missing nomad-clients/10.0.1.50 (unmeasured)",
      "misrouted-direct license-server/get",
      "misrouted-direct ec2-api/ec2",
      "misrouted-direct package-mirrors/ubuntu",
      "uppercase-only-variable HTTP_PROXY (/etc/circle-installation-customizations:1) (unmeasured)",
      "uppercase-only-variable HTTPS_PROXY (/etc/circle-installation-customizations:2) (unmeasured)",
      "uppercase-only-variable NO_PROXY (/etc/circle-installation-customizations:3) (unmeasured)",
    ],
    except: {
      "apt > us-east-1.ec2.archive.ubuntu.com": "lost",
      "jvm-services > ec2.us-east-1.amazonaws.com": "lost",
      "shell-commands > get.replicated.com": "lost",
    },
  },
  {
    name: "on a Nomad client, as they stand",
    on: "nomad-client",
    plan: { files: { "nomad-client": { ...NOTHING_ELSE, [ENVIRONMENT]: OF_THE_PAGE } } },
    says: [
      "placeholder-left-in NO_PROXY (environment) (verified)",
      "placeholder-left-in HTTPS_PROXY (environment)",
      "placeholder-left-in JVM_OPTS (environment)",
      "placeholder-left-in HTTP_PROXY (/etc/environment:1)",
      "placeholder-left-in NO_PROXY (/etc/environment:3) (verified)",
      "- bypass-missing nomad-clients/10.0.1.50",
      "placeholder-left-in JVM_OPTS (/etc/environment:4)",
      "unquoted-value HTTP_PROXY (/etc/environment:1) (verified)",
      "proxy-scheme-missing HTTPS_PROXY (environment)",
      "proxy-scheme-missing HTTP_PROXY (/etc/environment:1)",
      "target-unreachable container-registries/docker-hub",
      "target-unreachable package-mirrors/ubuntu",
      "uppercase-only-variable HTTP_PROXY (environment)",
      "uppercase-only-variable HTTPS_PROXY (environment)",
      "uppercase-only-variable NO_PROXY (environment) (verified)",
      "uppercase-only-variable HTTP_PROXY (/etc/environment:1)",
      "uppercase-only-variable HTTPS_PROXY (/etc/environment:2)",
      "uppercase-only-variable NO_PROXY (/etc/environment:3) (verified)",
    ],
    leaves: [
      "placeholder-left-in HTTPS_PROXY (environment)",
      "placeholder-left-in JVM_OPTS (environment)",
      "placeholder-left-in HTTP_PROXY (/etc/environment:1)",
      "placeholder-left-in JVM_OPTS (/etc/environment:5)",
      "- bypass-missing nomad-clients/10.0.1.50",
      "proxy-scheme-missing HTTPS_PROXY (environment)",
      "proxy-scheme-missing HTTP_PROXY (/etc/environment:1)",
      "target-unreachable container-registries/docker-hub",
      "target-unreachable package-mirrors/ubuntu",
      "uppercase-only-variable HTTP_PROXY (environment)",
      "uppercase-only-variable HTTPS_PROXY (environment)",
      "uppercase-only-variable HTTP_PROXY (/etc/environment:1)",
      "uppercase-only-variable HTTPS_PROXY (/etc/environment:2)",
    ],
    except: {
      "apt > us-east-1.ec2.archive.ubuntu.com": "lost",
      "aws-commands > acme-circleci.s3.us-east-1.amazonaws.com": "lost",
      "docker-daemon > registry-1.docker.io": "lost",
      "nomad-client-jvm > acme-circleci.s3.us-east-1.amazonaws.com": "lost",
      "shell-commands > acme-circleci.s3.us-east-1.amazonaws.com": "lost",
    },
  },
  {
    name: "on a Nomad client, filled in",
    on: "nomad-client",
    plan: { files: { "nomad-client": { ...NOTHING_ELSE, [ENVIRONMENT]: FILLED_IN } } },
    says: [
      "proxy-scheme-missing HTTPS_PROXY (environment) (verified)",
      "proxy-scheme-missing HTTP_PROXY (/etc/environment:1) (verified)",
      "misrouted-direct container-registries/docker-hub (verified)",
      "misrouted-direct package-mirrors/ubuntu (verified)",
      "bypass-missing nomad-clients/10.0.1.50 (verified)",
      "docker-daemon-without-proxy docker-daemon (verified)",
      "uppercase-only-variable HTTP_PROXY (environment) (verified)",
      "uppercase-only-variable HTTPS_PROXY (environment) (verified)",
      "uppercase-only-variable NO_PROXY (environment) (verified)",
      "uppercase-only-variable HTTP_PROXY (/etc/environment:1) (verified)",
      "uppercase-only-variable HTTPS_PROXY (/etc/environment:2) (verified)",
      "uppercase-only-variable NO_PROXY (/etc/environment:3) (verified)",
      "avoidable-proxying s3/regional (verified)",
    ],
  },
]);
