import { SETTINGS } from "./settings.ts";
import { tell } from "./tell.ts";

tell(SETTINGS);
