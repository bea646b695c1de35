// Started as a process or a thread, runs the part of the program that is named first on its command line.
import { isPart, PARTS } from "./parts.js";

const name = process.argv[2];
if (isPart(name)) PARTS[name]();
