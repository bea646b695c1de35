import { domainToUnicode } from "node:url";

/** A name as others are compared with it: in lower case, letters as they are read, however they are encoded. */
export function canonical(name: string): string {
  const lower = decoded(name).toLowerCase();
  return lower.includes("xn--") ? lower.split(".").map(asRead).join(".") : lower;
}

/** Without percent-encoding, where it is one. */
export function decoded(text: string): string {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

function asRead(label: string): string {
  return label.startsWith("xn--") ? domainToUnicode(label) || label : label;
}

/** Domains that everybody has to do with: what CircleCI Server calls, and what its documents name. */
const PUBLIC_DOMAINS = [
  ...["circleci.com", "replicated.com", "replicatedhq.com", "github.com", "githubusercontent.com"],
  ...["docker.io", "docker.com", "quay.io", "ubuntu.com", "debian.org", "canonical.com", "hashicorp.com"],
  ...["localhost", "localdomain", "metadata.google.internal"],
];

/** Ends of names that name nobody. */
const COMMON_LABELS: ReadonlySet<string> = new Set(
  [
    "com net org edu gov int info biz io dev app cloud corp internal intranet private local lan home arpa",
    "localhost localdomain localhost4 localhost6",
  ].flatMap((line) => line.split(" ")),
);

/** Words of settings and of messages that are no host of anyone's, whatever host is called so. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  [
    "http https ftp socks socks4 socks5 pac proxy noproxy all none no true false direct default defaults env",
    "export set acquire environment host port url user password ip git root options timeout error the of",
  ].flatMap((line) => line.split(" ")),
);

const AWS = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|(?:compute|ec2)\.internal|compute-1\.internal|amazonaws)$/;

/** Labels of AWS's own names: its services, its regions, what stands between them. */
const AWS_LABEL =
  /^(?:amazonaws|aws|com|cn|internal|compute(?:-1)?|s3(?:-[\w-]+)?|ec2|ec2messages|sts|sqs|sns|iam|kms|ssm|ssmmessages|dkr|ecr|api|elb|rds|logs|monitoring|autoscaling|elasticloadbalancing|cloudformation|email|dynamodb|secretsmanager|execute-api|vpce|dualstack|fips|(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central){1,2}-\d)$/;

/** Whether a name, canonical and without dots at its ends, is everybody's. */
export function isPublicName(name: string): boolean {
  if (PUBLIC_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`))) return true;
  const labels = name.split(".");
  if (isAwsName(name)) return labels.every((label) => AWS_LABEL.test(label));
  return labels.every(
    (label) => COMMON_LABELS.has(label) || (labels.length === 1 && COMMON_WORDS.has(label)),
  );
}

/** Whether a label of a name that is not everybody's stays all the same. */
export function isPublicLabel(label: string, name: string): boolean {
  return isAwsName(name) ? AWS_LABEL.test(label) : COMMON_LABELS.has(label);
}

/** Whether a name, canonical, is below AWS's own. */
export function isAwsName(name: string): boolean {
  return AWS.test(name);
}
