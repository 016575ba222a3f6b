// The way to a Neo4j: its driver and sessions, what is done when it falls silent, and whose writes a read waits for.
import neo4j, { type BookmarkManager, type Driver, type Session } from 'neo4j-driver';
import { EngineUnavailable } from '../errors.ts';
import { seenNow } from '../seen.ts';
import type { Log } from './engine.ts';
import { type Address, isOfAnother, neo4jError } from './neo4j-errors.ts';
import { greets, Silence } from './neo4j-silence.ts';
import { isSupported, oldestNeo4j } from './neo4j-version.ts';

export interface Neo4jSettings {
  kind: 'neo4j';
  /** bolt:// or neo4j://, with +s or +ssc for encryption. */
  uri: string;
  user?: string | undefined;
  /** Without one no credentials are sent. */
  password?: string | undefined;
  /** The home database of the user if absent. */
  database?: string | undefined;
  /** Milliseconds for each read; 30,000 if absent. A transaction that writes has ten times as long. */
  deadlineMs?: number;
  /** Megabytes of a typed statement's rows that may wait in this process; no limit if absent. */
  queryMemoryMb?: number;
}

// Short, so that a Neo4j that is down is told within seconds: the driver tries once more after one, and opens new
// connections by itself when it is back.
const connectMs = 3000;
/** Milliseconds after which nothing is tried again. */
export const retryMs = 800;
/** After so long without an answer it is asked whether it answers at all, and after so long of silence it is taken for gone. */
const [lookMs, silentMs] = [3000, 15_000];
const fetchSize = 1000;
/** Who signs in where no user is set. */
const ownUser = 'neo4j';

export class Neo4jSessions {
  readonly #settings: Neo4jSettings;
  readonly #silence: Silence;
  readonly #onSilent: () => void;
  #driver: Driver;
  /**
   * Through neo4j:// whoever answers a read may lag behind whoever took the last write: each read waits for what this
   * process has written. At bolt:// there is one machine only.
   */
  #bookmarks: BookmarkManager | undefined;

  /** `onSilent` is called when the database has been silent for so long that its connections are given up. */
  constructor(settings: Neo4jSettings, onSilent: () => void) {
    this.#settings = settings;
    this.#onSilent = onSilent;
    this.#driver = driverOf(settings);
    this.#silence = new Silence({
      // Of a cluster the driver knows whom else to ask.
      ask: async () => this.isRouted || (await greets(settings.uri, connectMs)),
      lookMs,
      patienceMs: silentMs,
      onSilent: () => this.#connectAnew(),
    });
    this.#forget();
  }

  /** Asks the database who it is and gives its version. Errors: EngineUnavailable that names the variable to check. */
  async greet(log?: Log): Promise<string> {
    const { uri, database } = this.#settings;
    try {
      const { agent, address } = await this.#driver.getServerInfo(database === undefined ? {} : { database });
      const version = agent?.replace(/^Neo4j\//, '') ?? 'unknown';
      if (!isSupported(version)) {
        throw new EngineUnavailable(`Neo4j at ${uri} is version ${version}.`, {
          detail: `Hearsay needs Neo4j ${oldestNeo4j} or later: upgrade it, or unset NEO4J_URI to use the embedded engine.`,
        });
      }
      log?.info({ address, version }, 'Connected to Neo4j');
      return version;
    } catch (error) {
      await this.close();
      throw neo4jError(error, this.#address());
    }
  }

  /** Another one after its connections were given up: what began on the one before must not be committed. */
  get connection(): object {
    return this.#driver;
  }

  /** What it gives, or Silent where the database does not answer at all meanwhile. */
  answered<T>(asked: Promise<T>): Promise<T> {
    return this.#silence.during(asked);
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  /** The error in the words of Hearsay, with the address to check. */
  told(error: unknown): unknown {
    if (isOfAnother(error)) this.#forget();
    return neo4jError(error, this.#address());
  }

  /** What was written is not to be waited for: nothing was, or the database is not the one in which it was. */
  #forget(): void {
    this.#bookmarks = this.isRouted ? neo4j.bookmarkManager() : undefined;
    const seen = seenNow();
    if (seen !== undefined) seen.given = [];
  }

  /** Whether the driver finds out which member of a cluster to ask. */
  get isRouted(): boolean {
    return this.#settings.uri.startsWith('neo4j');
  }

  /** Its connections wait for what does not come; when it is back, nothing of theirs may go on. */
  #connectAnew(): void {
    this.#onSilent();
    const before = this.#driver;
    this.#driver = driverOf(this.#settings);
    void before.close().catch(() => {});
  }

  #address(): Address {
    const { uri, user = ownUser, database } = this.#settings;
    return { uri, user, database };
  }

  /** A session that the caller closes. */
  open(
    mode: 'READ' | 'WRITE',
    { notifications = 'OFF', rows = fetchSize }: { notifications?: 'OFF' | 'INFORMATION'; rows?: number } = {},
  ): Session {
    const { database } = this.#settings;
    const bookmarkManager = this.#bookmarks;
    return this.#driver.session({
      defaultAccessMode: mode,
      fetchSize: rows,
      notificationFilter: { minimumSeverityLevel: notifications },
      ...(bookmarkManager === undefined ? {} : { bookmarkManager, bookmarks: [...(seenNow()?.given ?? [])] }),
      ...(database === undefined ? {} : { database }),
    });
  }

  /**
   * Works with a session that is closed after it. Errors: EngineUnavailable where the database has gone or is silent;
   * once more is tried where it is another than the one that was written to.
   */
  async with<T>(
    mode: 'READ' | 'WRITE',
    work: (session: Session) => Promise<T>,
    isAgain = this.#bookmarks === undefined,
  ): Promise<T> {
    const driver = this.#driver;
    const session = this.open(mode);
    const seen = seenNow();
    try {
      const done = await this.#silence.during(work(session));
      if (mode === 'WRITE' && seen !== undefined && this.#bookmarks !== undefined) seen.made = session.lastBookmarks();
      return done;
    } catch (error) {
      const told = this.told(error);
      // Nothing was run of it.
      if (isOfAnother(error) && !isAgain) return await this.with(mode, work, true);
      throw told;
    } finally {
      // A connection that broke cannot be closed politely, and a silent one not at all; the error above is the one that counts.
      const closed = session.close().catch(() => {});
      // Of connections that were given up nobody learns when they are closed.
      if (this.#driver === driver) await this.#silence.during(closed).catch(() => {});
    }
  }
}

function driverOf({ uri, user = ownUser, password }: Neo4jSettings): Driver {
  const credentials = password === undefined ? undefined : neo4j.auth.basic(user, password);
  return neo4j.driver(uri, credentials, {
    connectionTimeout: connectMs,
    // Longer: it is also the wait for a free connection when many ask at once.
    connectionAcquisitionTimeout: 10_000,
    maxTransactionRetryTime: retryMs,
    fetchSize,
    useBigInt: true,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}
