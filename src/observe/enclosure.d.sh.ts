/** The text of the script, for `sh -c`; the build takes it into the program. */
declare const script: string;
// biome-ignore lint/style/noDefaultExport: a file that is taken in as text has nothing else
export default script;
