import { HEALTHY } from "./healthy.ts";
import { tell } from "./tell.ts";

tell(HEALTHY);
