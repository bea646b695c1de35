import { printed, runEach, type Subject } from "./subject.ts";

/** The installed curl; names of a case's settings that begin with `--` are its options. */
export async function curlProgram(): Promise<Subject> {
  const version = await printed(["curl", "--version"], /^curl (\S+)/);
  return runEach("curl", version, ({ environment, url }) => {
    const options = Object.entries(environment).filter(([name]) => name.startsWith("--"));
    return ["curl", "-sk", "-m", "4", "-o", "/dev/null", ...options.flat(), url];
  });
}
