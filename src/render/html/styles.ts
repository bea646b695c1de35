import { FINDING_STYLES } from "./styles/findings.ts";
import { PAGE_STYLES } from "./styles/page.ts";
import { PRINT_STYLES } from "./styles/print.ts";
import { TABLE_STYLES } from "./styles/tables.ts";
import { TARGET_STYLES } from "./styles/targets.ts";

/** The page's one style sheet. */
export const STYLES = [PAGE_STYLES, FINDING_STYLES, TABLE_STYLES, TARGET_STYLES, PRINT_STYLES].join("");
