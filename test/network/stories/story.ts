import type { Company } from "../company/company.ts";
import type { MachineName } from "../company/places.ts";
import type { Plan } from "../company/plan.ts";
import type { Ways } from "../company/ways.ts";

/** Something that goes wrong in the company, and what the program is to say of it. */
export type Story = {
  readonly name: string;
  /** Where the program is run; the Services machine, where nothing else is said. */
  readonly on?: MachineName;
  /** In what the company differs from a healthy one. */
  readonly plan: Plan;
  /** More words for the program. */
  readonly words?: readonly string[];
  /** Findings, as `said` has them. */
  readonly says: readonly string[];
  /** What the administrator does by hand, where no fix can. */
  readonly byHand?: (company: Company) => Promise<void>;
  /** What is still found when that is done and the verified fixes are made; nothing, where nothing else is said. */
  readonly leaves?: readonly string[];
  /** That none of the calls shows it, since those that would are of other programs. */
  readonly unseen?: true;
  /** Calls that go another way than the right one, even so. */
  readonly except?: Ways;
};

/** Stories about one thing. */
export type Chapter = { readonly about: string; readonly stories: readonly Story[] };

/** Makes a chapter of stories. */
export function chapter(about: string, stories: readonly Story[]): Chapter {
  return { about, stories };
}
