/** What is asked of a place of the file system. */
export type Asked = (place: string) => Promise<boolean>;

/** The same question, which is asked of each path but once, by whoever asks first. */
export function onceForEach<T>(find: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const found = new Map<string, Promise<T>>();
  return (path) => {
    const answer = found.get(path) ?? find(path);
    found.set(path, answer);
    return answer;
  };
}
