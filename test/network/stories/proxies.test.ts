import { FILTERS, PROXIES } from "./proxies.ts";
import { tell } from "./tell.ts";

tell(PROXIES);
tell(FILTERS);
