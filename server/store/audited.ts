// The entry in the audit log that goes in with a change, in its own transaction: none for a transaction that wrote nothing.
import { randomUUID } from 'node:crypto';
import { type Action, actionNow } from '../action.ts';
import { whoActs } from '../who.ts';
import type { Parameters } from './engine.ts';

/** Keys and characters that an entry keeps. */
const [mostSubjects, mostText, mostFound] = [20, 2000, 4000];

/** What every change does beside itself, what marks what is derived, and what watches find: by themselves they change nothing. */
const aside: ReadonlySet<string> = new Set([
  ...['write/lock', 'write/turn', 'schema/marker-set', 'write/audit/entry'],
  ...['write/watches/hold', 'write/watches/found'],
]);

const listOf = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

/** Follows what one transaction writes. */
export class Watch {
  readonly #writes = new Map<string, number>();
  readonly #subjects = new Set<string>();
  #text: string | null = null;

  /** A statement that writes, with what it is given; without rows it writes nothing. */
  saw(name: string, parameters: unknown): void {
    if (aside.has(name)) return;
    const given = (parameters ?? {}) as Record<string, unknown>;
    const rows = listOf(given.rows) ?? listOf(given.keys);
    if (rows?.length === 0) return;
    const short = name.replace(/^write\//, '');
    this.#writes.set(short, (this.#writes.get(short) ?? 0) + (rows?.length ?? 1));
    if (typeof given.key === 'string') this.#subject(given.key);
    if (!/^write\/(node\/(articles|entities)|delete-records)$/.test(name)) return;
    for (const row of rows ?? []) {
      const key = typeof row === 'string' ? row : (row as { key?: unknown }).key;
      if (typeof key === 'string') this.#subject(key);
    }
  }

  /** A statement that somebody typed and that changed something. */
  typed(text: string, counters: Readonly<Record<string, unknown>>): void {
    this.#text = text.slice(0, mostText);
    for (const [name, number] of Object.entries(counters)) this.#writes.set(name, Number(number));
  }

  /** The parameters of the entry; undefined where nothing was written, nobody acts, or the action is logged already. */
  entry(action: Action | undefined = actionNow()): Parameters | undefined {
    if (action === undefined || action.isLogged || this.#writes.size === 0) return undefined;
    const { name: who, via, request } = whoActs();
    const on = new Date().toISOString();
    const subjects = [...this.#subjects];
    const { words, address } = action;
    const found = [words, address ?? '', ...subjects, this.#text ?? ''].join('\n').toLowerCase().slice(0, mostFound);
    const writes = JSON.stringify(Object.fromEntries(this.#writes));
    const all = { on, who, via, request, action: words, address, subjects, found, writes, text: this.#text };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
    return { properties: { ...given, entry: `${on}-${randomUUID().slice(0, 8)}` } as Parameters };
  }

  #subject(key: string): void {
    if (this.#subjects.size < mostSubjects) this.#subjects.add(key.slice(0, 300));
  }
}
