import { TRUST } from "../../../src/decide/trust/index.ts";
import { machineStores } from "../../../src/decide/trust/machine-stores.ts";
import type { ClientName } from "../../../src/model/client.ts";
import type { SeenTrustStore, TrustStoreId } from "../../../src/model/trust.ts";
import type { TrustCase } from "../../conformance/trust/cases.ts";
import { environment } from "../clients/table.ts";

/**
 * The stores that a client trusts by its model, of those that there are; each list is one that it may be, and there is
 * none where nobody can tell.
 */
export function trustedBy(
  client: ClientName,
  one: TrustCase,
  version: string,
  seen: readonly SeenTrustStore[],
  all: readonly TrustStoreId[],
): readonly (readonly TrustStoreId[])[] {
  const variables = environment({ ...one.environment, ...one.options });
  const choice = TRUST[client].choose(variables, machineStores(seen), version);
  const known = (ids: readonly TrustStoreId[]) => all.filter((id) => ids.includes(id));
  if ("takes" in choice) return [all];
  if ("stores" in choice) return [known(choice.stores)];
  return "oneOf" in choice ? choice.oneOf.map((id) => known([id])) : [];
}
