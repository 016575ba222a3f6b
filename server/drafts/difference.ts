// Carries what became other between two documents made of proposals over to the document that stands, whatever people changed in it since.
import { canonicalJson } from '../ingest/canonical.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import type { Span } from '../schema/span.ts';
import { align } from './align.ts';
import { pruneWith } from './prune.ts';

type Item = Record<string, unknown>;
const lists = ['articles', 'entities', 'sources', 'utterances', 'quotes', 'claims', 'assertions'] as const;

const nameOf = (item: Item): string => String(item.id ?? item.key);
const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** What tells the entries of a list within an item apart: their source, article or place, else all of them. */
function entryName(entry: unknown): string {
  if (entry === null || typeof entry !== 'object') return String(entry);
  const { source, article, start, end } = entry as Item;
  if (source !== undefined) return `source ${source}`;
  if (article !== undefined) return `article ${article}`;
  return start === undefined ? canonicalJson(entry) : `${start}–${end}`;
}

const named = (list: unknown): Map<string, unknown> =>
  new Map((Array.isArray(list) ? list : []).map((entry) => [entryName(entry), entry]));

const isSpan = (entry: unknown): entry is Span => typeof (entry as Item | null)?.start === 'number';

/** The list that stands, without what went and with what came; places in their order. */
function mergeList(now: unknown, from: unknown, to: unknown): unknown[] {
  const [stands, before, after] = [named(now), named(from), named(to)];
  for (const [name] of before) if (!after.has(name)) stands.delete(name);
  for (const [name, entry] of after) if (!same(before.get(name), entry)) stands.set(name, entry);
  const merged = [...stands.values()];
  return merged.every(isSpan) ? merged.sort((a, b) => a.start - b.start || a.end - b.end) : merged;
}

/** The item that stands with each member that became other; a member that did not is as it stands. */
function mergeItem(now: Item, from: Item, to: Item): Item {
  const merged: Item = { ...now };
  for (const member of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[member], to[member]];
    if (same(before, after)) continue;
    const isList = Array.isArray(before) || Array.isArray(after);
    const value = isList ? mergeList(now[member], before, after) : after;
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete merged[member];
    else merged[member] = value;
  }
  return merged;
}

/** What is there already says what it says; only its lists take up what they lack. */
function joinItem(now: Item, to: Item): Item {
  const joined: Item = { ...now };
  for (const [member, value] of Object.entries(to)) {
    if (Array.isArray(value)) joined[member] = mergeList(now[member], [], value);
    else if (now[member] === undefined) joined[member] = value;
  }
  return joined;
}

const byName = (items: readonly unknown[]): Map<string, Item> =>
  new Map(items.map((item) => [nameOf(item as Item), item as Item]));

/**
 * `current` with the difference between `from` and `to`: what only `to` has is added, what only `from` has goes, what both
 * have otherwise is changed in what became other. `successors`: as align() has them. What a person took out since stays out. Then goes what nothing refers to.
 */
export function applyDifference(
  current: ClaimsDocument,
  from: ClaimsDocument,
  to: ClaimsDocument,
  successors?: ReadonlyMap<string, string>,
): ClaimsDocument {
  const [before, after] = align(current, from, to, successors);
  const changed: Record<string, unknown> = { ...current };
  const withdrawn = new Set<string>();
  for (const list of lists) {
    const stands = byName(current[list]);
    const [was, is] = [byName(before[list]), byName(after[list])];
    for (const [name, item] of was) {
      const [now, then] = [stands.get(name), is.get(name)];
      if (now === undefined) continue;
      if (then !== undefined) stands.set(name, mergeItem(now, item, then));
      else if (list === 'assertions') stands.delete(name);
      else if (list === 'articles' || list === 'entities') {
        // Others of the document may be about it: whether it goes is told when they are known.
        stands.set(name, mergeItem(now, { mentions: item.mentions }, {}));
        withdrawn.add(name);
      }
    }
    for (const [name, item] of is) {
      if (was.has(name)) continue;
      const now = stands.get(name);
      stands.set(name, now === undefined ? item : joinItem(now, item));
    }
    changed[list] = [...stands.values()];
  }
  // Each list was made of items of its own kind, so the form is that of a document.
  return pruneWith(changed as ClaimsDocument, withdrawn);
}
