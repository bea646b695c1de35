// `node record-text.js FOLDER NAMES COMMAND TEXT`: writes the texts that a command loads, as one. NAMES are bound in them,
// as JSON.
import { writeFileSync } from "node:fs";
import { textsIn } from "./built.js";
import { joined } from "./joined.js";
import { recorded } from "./recorded.js";

const [folder = "", names = "{}", command = "", text = ""] = process.argv.slice(2);
const bound = JSON.parse(names);
const { loaded } = await recorded({ folder, names: bound, command });
const { textOf } = textsIn(folder);
writeFileSync(text, joined(new Map(loaded().map((name) => [name, textOf(name)])), Object.keys(bound)));
