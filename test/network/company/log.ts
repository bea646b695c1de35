/** A request that a server of the company's world was asked, or a connection on which it was asked nothing yet. */
export type Asked = {
  /** The server's name. */
  readonly host: string;
  readonly port: number;
  /** The caller, as the server sees it. */
  readonly from: string;
  /** With its query. */
  readonly path: string;
  readonly agent: string;
};

/** What was asked of all servers, in order. */
export type Log = {
  readonly add: (asked: Asked) => void;
  /** Where the log ends now, for `since`. */
  readonly mark: () => number;
  readonly since: (mark: number) => readonly Asked[];
};

export function openLog(): Log {
  const all: Asked[] = [];
  return {
    add: (asked) => {
      all.push(asked);
    },
    mark: () => all.length,
    since: (mark) => all.slice(mark),
  };
}
