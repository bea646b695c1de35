import { CERTIFICATES, NAMES, PACKETS } from "./network.ts";
import { tell } from "./tell.ts";

tell(NAMES);
tell(CERTIFICATES);
tell(PACKETS);
