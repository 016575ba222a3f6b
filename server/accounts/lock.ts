// A lock beside a file, so that several processes change it one after the other; left by a crash, it is broken.
import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** A change takes milliseconds: whoever holds the lock for longer has died. */
const staleMs = 15_000;
const patienceMs = 30_000;

const code = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
const absent = (error: unknown): undefined => {
  if (code(error) === 'ENOENT') return undefined;
  throw error;
};

/** Takes away a lock that has gone stale. One that another process took meanwhile is put back. */
async function breakStale(path: string): Promise<void> {
  const [found, holder] = await Promise.all([stat(path).catch(absent), readFile(path, 'utf8').catch(absent)]);
  if (found === undefined || Date.now() - found.mtimeMs < staleMs) return;
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    return absent(error);
  }
  if ((await readFile(aside, 'utf8')) !== holder) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

/** Does the work while no other process holds the lock. Errors: the system's; ETIMEDOUT where it is never free. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(token).finally(() => file.close());
      break;
    } catch (error) {
      if (code(error) !== 'EEXIST') throw error;
    }
    if (Date.now() > until) throw Object.assign(new Error(`${path} is held by another process`), { code: 'ETIMEDOUT' });
    await breakStale(path);
    await setTimeout(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    // Not one that another process took after this one was thought dead.
    if ((await readFile(path, 'utf8').catch(() => '')) === token) await unlink(path).catch(() => undefined);
  }
}
