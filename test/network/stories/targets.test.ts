import { TARGETS } from "./targets.ts";
import { tell } from "./tell.ts";

tell(TARGETS);
