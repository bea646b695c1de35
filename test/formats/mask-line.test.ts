import { expect, test } from "vitest";
import { maskLine } from "../../src/formats/mask-line.ts";
import type { Loader } from "../../src/model/setting.ts";

test.each([
  ['export NO_PROXY="10.0.1.238, localhost"', 'export NO_PROXY="10.0.1.238, localhost"'],
  ["NO_PROXY=10.0.1.238,localhost", "NO_PROXY=10.0.1.238,localhost"],
  [
    'Environment="HTTP_PROXY=http://a:Zq7x@p:1" "NO_PROXY=a, b"',
    'Environment="HTTP_PROXY=http://a:***@p:1" "NO_PROXY=a, b"',
  ],
  [
    "Environment=HTTP_PROXY=http://p:1 NO_PROXY=a TOKEN=Zq7x",
    "Environment=HTTP_PROXY=http://p:1 NO_PROXY=a ***=***",
  ],
  [
    'REPLICATED_OPTS="-e HTTP_PROXY=http://p:1 -eNO_PROXY=a -e KEY=Zq7x --key=Zq8x"',
    'REPLICATED_OPTS="-e HTTP_PROXY=http://p:1 -eNO_PROXY=a -e ***=*** ***=***"',
  ],
  [
    String.raw`REPLICATED_OPTS='-e HTTP_PROXY=\"http://a:Zq7x@p:1\" -e KEY=\"Zq8x\"'`,
    String.raw`REPLICATED_OPTS='-e HTTP_PROXY=\"http://a:***@p:1\" -e ***=\"***\"'`,
  ],
  ["export AWS_SECRET_ACCESS_KEY=Zq7x/Zq8+Zq9== NO_PROXY=a", "export ***=***== NO_PROXY=a"],
  [
    '{"LicenseKey": "Zq7x", "HttpProxy": "http://a:Zq8x@p:1", "n": 5}',
    '{"***": "***", "HttpProxy": "http://a:***@p:1", "***": ***}',
  ],
  [
    'export JVM_OPTS="-Dhttp.nonProxyHosts=a|b -Dpass=Zq7x" # Zq8x',
    'export JVM_OPTS="-Dhttp.nonProxyHosts=a|b -Dpass=***" # ***',
  ],
  ["JVM_OPTS=-Dhttp.nonProxyHosts=a -Dpass=Zq7x Zq8x", "JVM_OPTS=-Dhttp.nonProxyHosts=a -Dpass=*** ***"],
  [
    '{"auths": {"h": {"auth": "Zq7x"}}, "proxies": {"default": {"httpProxy": "http://a:Zq8x@p:1", "noProxy": "a, b"}}}',
    '{"***": {"***": {"***": "***"}}, "proxies": {"default": {"httpProxy": "http://a:***@p:1", "noProxy": "a, b"}}}',
  ],
  [
    '{"proxies": {"http-proxy": "http://a:Zq7x@p:1", "no-proxy": "a"}, "registry-proxy-token": "Zq8x"}',
    '{"proxies": {"http-proxy": "http://a:***@p:1", "no-proxy": "a"}, "***": "***"}',
  ],
  ['Defaults env_keep += "http_proxy Zq7x"', 'Defaults env_keep += "http_proxy ***"'],
  ["# Zq7x", "# ***"],
  ["[Service]", "[Service]"],
  ["export NO_PROXY no_proxy", "export NO_PROXY no_proxy"],
  [
    `1.) echo '{"HttpProxy": "http://us:Zq7x@10.0.0.33:3128"}' | sudo tee  /etc/replicated.conf`,
    `1.) echo '{"HttpProxy": "http://us:***@10.0.0.33:3128"}' | sudo tee  /etc/replicated.conf`,
  ],
  ["2.) (cat <<'EOF'", "2.) (cat <<'EOF'"],
  ["2. HTTP_PROXY=http://us:Zq7x@h:1", "2. HTTP_PROXY=http://us:***@h:1"],
  ["EOF", "EOF"],
  [
    ") | sudo tee -a /etc/circle-installation-customizations",
    ") | sudo tee -a /etc/circle-installation-customizations",
  ],
  [
    "3.) sudo service replicated-ui stop; sudo service Zq7x start",
    "3.) sudo service replicated-ui stop; sudo service *** start",
  ],
  ["sudo systemctl restart replicated\\*", "sudo systemctl restart replicated\\*"],
  ["echo 'DB_PASSWORD=Zq7x' | sudo tee -a /etc/environment", "echo '***=***' | sudo tee -a /etc/environment"],
  ["sudo tee /home/Zq7x/etc/a", "sudo tee ***"],
  ["echo 12345 1. 77", "echo *** *** ***"],
  ["", ""],
])("%s", (line, masked) => expect(maskLine(line)).toBe(masked));

test.each<[Loader, string, string]>([
  [
    "apt-conf",
    'Acquire::http::Proxy "http://a:Zq7x@h:1/"; // Zq8x',
    'Acquire::http::Proxy "http://a:***@h:1/"; // ***',
  ],
  ["apt-conf", "Acquire::https::Proxy http://a:Zq7x@h:1/;", "Acquire::https::Proxy http://a:***@h:1/;"],
  [
    "apt-conf",
    'Acquire { http { Proxy "http://a:Zq7x@h:1"; Proxy::b.example "DIRECT"; } }',
    'Acquire { http { Proxy "http://a:***@h:1"; Proxy::b.example "DIRECT"; } }',
  ],
  ["apt-conf", 'Acquire::http::Proxy "http://a:Zq7x Zq8x@h', 'Acquire::http::Proxy "http://a:*** ***@h'],
  ["apt-conf", 'Acquire::http::Proxy-Auto-Detect "/Zq7x";', 'Acquire::http::*** "***";'],
  ["apt-conf", "#clear Acquire::http::Proxy;", "#clear Acquire::http::Proxy;"],
  ["wgetrc", "https-proxy = http://a:Zq7x@h:1", "https-proxy = http://a:***@h:1"],
  ["wgetrc", "no_proxy=a, b", "no_proxy=a, b"],
  ["wgetrc", "proxy_password = Zq7x", "*** = ***"],
  ["curlrc", 'proxy = "http://a:Zq\\"7x@h:1" # Zq8x', 'proxy = "http://a:***\\***@h:1" # ***'],
  ["curlrc", "-xhttp://a:Zq7x@h:1", "-xhttp://a:***@h:1"],
  ["curlrc", "-x a:Zq7x@h:1", "-x a:***@h:1"],
  ["curlrc", "--proxy http://a:Zq7x@h:1 Zq8x", "--proxy http://a:***@h:1 ***"],
  ["curlrc", "noproxy: a,b", "noproxy: a,b"],
  ["curlrc", "proxy-user = a:Zq7x", "*** = ***:***"],
  ["curlrc", "-U a:Zq7x", "*** ***:***"],
  ["git-config", "proxy = http://a:Zq7x@h:1 ; Zq8x", "proxy = http://a:***@h:1 ; ***"],
  ["git-config", '[http "https://a:Zq7x@h/"] proxy = "h:1"', '[http "https://a:***@h/"] proxy = "h:1"'],
  ["git-config", "[http]", "[http]"],
  ["git-config", "\textraHeader = Zq7x", "\t*** = ***"],
  ["aws-config", "http_proxy = http://a:Zq7x@h:1", "http_proxy = http://a:***@h:1"],
  ["aws-config", "proxies: {'http': 'http://a:Zq7x@h:1'}", "proxies: {'http': ***://***:***@h:1'}"],
  ["aws-config", "aws_secret_access_key = Zq7x", "*** = ***"],
  ["aws-config", "[profile Zq7x]", "[profile ***]"],
])("%s: %s", (loader, line, masked) => expect(maskLine(line, loader)).toBe(masked));
