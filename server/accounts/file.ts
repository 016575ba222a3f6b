// The accounts file on disk: read when it changed, replaced whole and under a lock, so that several servers share it.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../errors.ts';
import { type AccountsDocument, AccountsUnavailable, nobody, parseAccounts } from './form.ts';
import { withLock } from './lock.ts';

interface Seen {
  /** Inode, time and size: a file put in the place of another differs in one of them. */
  stamp: string;
  document: AccountsDocument;
}

const none = 'none';

export class AccountsFile {
  readonly path: string;
  #seen: Seen | undefined;
  /** The change before: those of one process wait for one another without asking the disk. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** As it is now; nobody where there is no file. Not to be changed. Errors: AccountsUnavailable. */
  async read(): Promise<AccountsDocument> {
    return this.#told(async () => {
      const stamp = await this.#stamp();
      if (this.#seen?.stamp === stamp) return this.#seen.document;
      const document = stamp === none ? nobody() : parseAccounts(this.path, await readFile(this.path, 'utf8'));
      // Of a time before the reading: where it was replaced in between, the next look finds another stamp.
      this.#seen = { stamp, document };
      return document;
    });
  }

  /** Changes it; what throws changes nothing. Errors: those of the change; AccountsUnavailable. */
  change<T>(work: (document: AccountsDocument) => T): Promise<T> {
    const done = this.#last.then(() =>
      this.#told(async () => {
        await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
        return withLock(`${this.path}.lock`, async () => {
          const document = structuredClone(await this.read());
          const result = work(document);
          await this.#replace(document);
          return result;
        });
      }),
    );
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #stamp(): Promise<string> {
    try {
      const { ino, mtimeNs, size } = await stat(this.path, { bigint: true });
      return `${ino} ${mtimeNs} ${size}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return none;
      throw error;
    }
  }

  /** On the disk before its name is: a crash leaves the one or the other whole. */
  async #replace(document: AccountsDocument): Promise<void> {
    const beside = `${this.path}.${randomUUID()}`;
    try {
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(`${JSON.stringify(document, null, 1)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, this.path);
    } catch (error) {
      await unlink(beside).catch(() => undefined);
      throw error;
    }
    const folder = await open(dirname(this.path), 'r');
    await folder.sync().finally(() => folder.close());
  }

  async #told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError || (error as NodeJS.ErrnoException).code === undefined) throw error;
      const { code, message } = error as NodeJS.ErrnoException;
      const reason =
        code === 'ENOSPC' ? 'cannot be written: the disk is full.' : `cannot be read or written: ${message}.`;
      throw new AccountsUnavailable(this.path, reason, error);
    }
  }
}
