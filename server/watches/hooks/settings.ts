// What the operator lets web hooks be, and how often and how long one is tried.
export interface HookSettings {
  /** Host names, "*.example.org" for those below one; or any. */
  hosts: 'any' | readonly string[];
  /** Whether private, loopback and other local addresses, and any port, may be asked. */
  isPrivateAllowed: boolean;
  /** Seals addresses and the secrets that sign. */
  secret: string;
}

export interface HookTimes {
  /** Milliseconds for one attempt, from the name's resolution to the answer's head. */
  timeoutMs: number;
  /** Milliseconds before the second attempt, the third, and so on; after as many failures more it is given up. */
  waits: readonly number[];
  /** Milliseconds after which an attempt of a server that does not tell how it went counts as none. */
  leaseMs: number;
}

const [minute, hour] = [60_000, 3_600_000];

export const hookTimes: HookTimes = {
  timeoutMs: 10_000,
  waits: [10_000, 30_000, minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour],
  leaseMs: 30_000,
};
