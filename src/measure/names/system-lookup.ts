import type { Network } from "../network.ts";
import { startHelper } from "./helper.ts";
import {
  type HelperStarter,
  type Listener,
  type LookupProcess,
  startLookups,
  type Told,
} from "./lookup-process.ts";
import { type SharedName, sharedName } from "./shared-name.ts";

/** A process and the names that hold its threads, whether or not somebody still waits for them. */
type Room = { readonly process: LookupProcess; readonly names: Map<string, SharedName> };

/** 256 cost a process 15 ms and 3 MB more than 64 do; fewer where the system does not give it the threads. */
const NAMES_AT_ONCE = [256, 32, 4];

/**
 * The system's resolver in processes that can be killed: one, and another whenever all threads are held by names
 * that get no answer. The first starts with the first name; a name that several ask for at once is looked up once;
 * a process is killed when nobody waits for any of its names. Where one cannot be started or dies, its names fail
 * with an error that has no code: that is a fault of ours, and says nothing about the resolver.
 */
export function systemLookup(start: HelperStarter = startHelper): Pick<Network, "lookup" | "close"> {
  const rooms = new Set<Room>();
  const sizes = [...NAMES_AT_ONCE];

  const open = (): Room => {
    const names: Room["names"] = new Map();
    const told = (told: Told) => {
      const name = names.get(told.host);
      if (told.servers !== undefined && told.servers.length > 0) name?.hear(told.servers);
      if (told.addresses === undefined && told.code === undefined) return;
      names.delete(told.host);
      name?.settle(told.addresses ?? resolverError(told));
    };
    const ended: Listener["ended"] = ({ why, starved }) => {
      rooms.delete(room);
      if (starved && sizes.length > 1) {
        if (sizes[0] === process.namesAtOnce) sizes.shift();
        for (const name of names.values()) house(name);
      } else fail(room, why);
    };
    const process = startLookups(sizes[0] ?? 1, { told, ended }, start);
    const room = { process, names };
    rooms.add(room);
    return room;
  };

  const house = (name: SharedName) => {
    try {
      const room = [...rooms].find(({ process, names }) => names.size < process.namesAtOnce) ?? open();
      room.names.set(name.host, name);
      room.process.ask(name.host);
    } catch (error) {
      name.settle(helperError(name.host, String(error)));
    }
  };

  const roomOf = (host: string) => [...rooms].find(({ names }) => names.has(host));

  const letGo = (host: string) => {
    const room = roomOf(host);
    if (room === undefined || ![...room.names.values()].every((name) => name.isAbandoned())) return;
    rooms.delete(room);
    room.process.kill();
  };

  return {
    lookup: async (host, signal, hear = () => undefined) => {
      signal.throwIfAborted();
      const known = roomOf(host)?.names.get(host);
      const name = known ?? sharedName(host, () => letGo(host));
      const end = name.join(signal, hear);
      if (known === undefined) house(name);
      return end;
    },
    close: () => {
      for (const room of rooms) {
        rooms.delete(room);
        room.process.kill();
        fail(room, "it was closed");
      }
    },
  };
}

function fail({ names }: Room, why: string): void {
  for (const { host, settle } of names.values()) settle(helperError(host, why));
}

function helperError(host: string, why: string): Error {
  return new Error(`the process that looks up ${host} failed: ${why}`);
}

/** `servers` is what the failure is named by, besides its code. */
function resolverError({ host, code, errno, servers }: Told): Error {
  return Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, errno, servers });
}
