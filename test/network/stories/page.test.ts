import { PAGE } from "./page.ts";
import { tell } from "./tell.ts";

tell(PAGE);
