import type { Role } from "../model/installation.ts";
import { Secret } from "../model/secret.ts";
import type { Known } from "./bypass-hosts.ts";
import { cloudConfig } from "./forms/cloud-init.ts";
import { terraformVariables, userDataResource } from "./forms/terraform.ts";
import { type MachineFile, machineFile } from "./machine-file.ts";
import { type ProxySettings, settingsFor } from "./proxy-settings.ts";
import { type HttpProxy, shownUrlOf, urlOf } from "./proxy-url.ts";
import type { Form } from "./recipe.ts";
import { RECIPES } from "./recipes.ts";

/** The installation that files are for, its proxy, and the forms that are wanted: all, where none is named. */
export type Order = Known & { readonly proxy: HttpProxy; readonly forms: readonly Form[] };

/** A file that was generated. */
export type GeneratedFile = {
  readonly form: Form;
  /** Where it lies on the machine, or its bare name where it is for whoever starts the machine. */
  readonly path: string;
  /** Who reads it and what to restart then. */
  readonly comment: string;
  /** Its text as it is to be written, the proxy's login in it. */
  readonly content: Secret;
  /** The same, the password masked. */
  readonly shown: string;
  /** The permissions that it wants: 0600 where it holds a login. */
  readonly mode: 0o600 | 0o644;
};

/** The forms that a role has. */
export function formsOf(role: Role): readonly Form[] {
  const forms = RECIPES[role].map(({ form }) => form);
  return [
    ...new Set<Form>([...forms, ...(role === "workstation" ? [] : (["cloud-init", "terraform"] as const))]),
  ];
}

/** The settings files of a role, complete, in the order of its table; each path once. */
export function generate(order: Order): readonly GeneratedFile[] {
  const { proxy } = order;
  const written = draftsOf(order, settingsFor(order, proxy, urlOf(proxy)));
  const shown = draftsOf(order, settingsFor(order, proxy, shownUrlOf(proxy)));
  return written.map(({ form, path, comment, text, mode }, at) => {
    return { form, path, comment, content: new Secret(text), shown: shown[at]?.text ?? "", mode };
  });
}

type Draft = Omit<MachineFile, "atFirstStart">;

function draftsOf({ installation: { role }, forms }: Order, settings: ProxySettings): readonly Draft[] {
  const isWanted = ({ form }: Pick<Draft, "form">) => forms.length === 0 || forms.includes(form);
  const all = RECIPES[role].map((recipe) => machineFile(recipe, settings));
  const drafts = [...oncePerPath(all.filter(isWanted)), ...startingDrafts(role, oncePerPath(all), settings)];
  return drafts.filter(isWanted);
}

/** Of two files for one path the first holds what the second does. */
function oncePerPath(files: readonly MachineFile[]): readonly MachineFile[] {
  return files.filter(({ path }, at) => files.findIndex((each) => each.path === path) === at);
}

/** What gives a machine its files when it is started. */
function startingDrafts(
  role: Role,
  files: readonly MachineFile[],
  settings: ProxySettings,
): readonly Draft[] {
  if (role === "workstation") return [];
  const userData = cloudConfig(files);
  const holdsLogin = settings.hasLogin;
  const common = { mode: holdsLogin ? 0o600 : 0o644, holdsLogin } as const;
  return [
    {
      ...common,
      form: "cloud-init",
      path: "cloud-init.yaml",
      comment: "cloud-init takes this as user data on the first start of a machine.",
      text: userData,
    },
    {
      ...common,
      form: "terraform",
      path: "user-data.tf",
      comment: "Terraform gives new machines the same user data.",
      text: userDataResource(role, userData),
    },
    {
      ...common,
      form: "terraform",
      path: "proxy.auto.tfvars",
      comment: "CircleCI's own Terraform, enterprise-setup, takes its proxy variables from this.",
      text: terraformVariables(settings),
    },
  ];
}
