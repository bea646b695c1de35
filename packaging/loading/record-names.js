// `node record-names.js FOLDER NAMES COMMAND FILE`: writes which texts a command loads, by their names, as JSON. NAMES are
// bound in them, as JSON.
import { writeFileSync } from "node:fs";
import { recorded } from "./recorded.js";

const [folder = "", names = "{}", command = "", file = ""] = process.argv.slice(2);
const { loaded } = await recorded({ folder, names: JSON.parse(names), command });
writeFileSync(file, JSON.stringify(loaded()));
