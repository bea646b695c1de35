import { METADATA } from "./metadata.ts";
import { tell } from "./tell.ts";

tell(METADATA);
