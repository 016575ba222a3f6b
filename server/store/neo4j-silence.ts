// Notices a Neo4j that neither answers nor closes its connections: frozen, or behind a network that swallows everything.
import { connect, isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';

/** Bolt's greeting with a version of 5 and three blanks; whoever speaks Bolt answers it with four bytes. */
const greeting = Buffer.from('6060b01700080805000000000000000000000000', 'hex');
const boltPort = 7687;

/** Whether whoever listens at a bolt:// address greets back within the time, on a connection of its own. */
export function greets(uri: string, ms: number): Promise<boolean> {
  const { protocol, hostname, port } = new URL(uri);
  const to = { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || boltPort) };
  const servername = isIP(to.host) === 0 ? to.host : '';
  // Nothing is told or believed on it: whose certificate it is does not matter.
  const socket = protocol.includes('+') ? connectTls({ ...to, servername, rejectUnauthorized: false }) : connect(to);
  return new Promise<boolean>((resolve) => {
    const done = (isThere: boolean): void => {
      resolve(isThere);
      socket.destroy();
    };
    socket.setTimeout(ms, () => done(false));
    for (const event of ['data', 'secureConnect']) socket.once(event, () => done(true));
    // Whoever refuses an encrypted connection answers.
    socket.once('error', ({ code }: NodeJS.ErrnoException) => done(/^ERR_(SSL|TLS)/.test(code ?? '')));
    socket.once('close', () => done(false));
    socket.write(greeting);
  });
}

export interface SilenceOptions {
  /** Asks whether the database answers anybody; may take as long as it likes. */
  ask(): Promise<boolean>;
  /** After so many milliseconds without an answer it is asked, and again after each such time. */
  lookMs: number;
  /** Milliseconds for which nobody gets an answer until it is taken for gone. */
  patienceMs: number;
  /** Called then, before those who wait are told: connections of before are of no use. */
  onSilent(): void;
}

/** Thrown to all who wait when the database is taken for gone. */
export class Silent extends Error {}

export class Silence {
  readonly #options: SilenceOptions;
  readonly #waiting = new Set<(error: Silent) => void>();
  #isLooking = false;

  constructor(options: SilenceOptions) {
    this.#options = options;
  }

  /** Its outcome; Silent where the database falls silent meanwhile. What is slow in one that answers is waited for. */
  during<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject);
      work.then(resolve, reject).finally(() => this.#waiting.delete(reject));
      if (!this.#isLooking) void this.#look();
    });
  }

  async #look(): Promise<void> {
    const { lookMs, onSilent } = this.#options;
    this.#isLooking = true;
    while (this.#waiting.size > 0) {
      const asked = [...this.#waiting];
      await wait(lookMs, undefined, { ref: false });
      // Only who has waited all the while shows anything.
      const isWaiting = (): boolean => asked.some((one) => this.#waiting.has(one));
      if (!isWaiting() || !(await this.#isSilent(isWaiting))) continue;
      onSilent();
      for (const tell of this.#waiting) tell(new Silent('The database is silent.'));
      this.#waiting.clear();
    }
    this.#isLooking = false;
  }

  async #isSilent(isWaiting: () => boolean): Promise<boolean> {
    const { ask, patienceMs } = this.#options;
    for (const began = Date.now(); Date.now() - began < patienceMs; ) {
      if ((await ask()) || !isWaiting()) return false;
      await wait(200, undefined, { ref: false });
    }
    return isWaiting();
  }
}
