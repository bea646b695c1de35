/** Seconds of the processor that some work takes, which others' work does not lengthen. */
export function processorSeconds(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}
