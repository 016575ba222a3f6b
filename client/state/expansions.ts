// What each expansion put on the canvas, and what collapsing it takes off: pure functions, no signals.

/** The relations an expansion follows: all, or those of one type and direction. */
export interface Kind {
  readonly type: string;
  readonly direction: 'in' | 'out';
}

/** All pages of one expansion. */
export interface Expansion {
  /** The keys of the nodes that were expanded: of one, or of several in one step. */
  readonly of: readonly string[];
  readonly kind: Kind | undefined;
  /** Keys of the nodes that are on the canvas by it; some of them by other expansions, too. */
  readonly added: ReadonlySet<string>;
  /** How many relations were fetched by now, and how many there are. */
  readonly given: number;
  readonly total: number;
  /** Where the next page begins, and under which evidence filter; null after the last. */
  readonly next: string | null;
  readonly filter: string;
}

const isOf = (one: Expansion, of: readonly string[], kind: Kind | undefined): boolean =>
  one.of.length === of.length &&
  one.of.every((key) => of.includes(key)) &&
  one.kind?.type === kind?.type &&
  one.kind?.direction === kind?.direction;

export const findExpansion = (list: readonly Expansion[], of: readonly string[], kind?: Kind): Expansion | undefined =>
  list.find((one) => isOf(one, of, kind));

/** The node's expansions, those together with others too, the latest first. */
export const expansionsOf = (list: readonly Expansion[], of: string): Expansion[] =>
  list.filter((one) => one.of.includes(of)).reverse();

/** The latest expansion of several nodes in one step, all of them among these. */
export const togetherIn = (list: readonly Expansion[], keys: ReadonlySet<string>): Expansion | undefined =>
  list.findLast(({ of }) => of.length > 1 && of.every((key) => keys.has(key)));

/** A page of an expansion: what it found, and of that what the canvas did not show before. */
export interface Page {
  readonly found: readonly string[];
  readonly fresh: readonly string[];
  readonly given: number;
  readonly total: number;
  readonly next: string | null;
  readonly filter: string;
}

/** The list with one more page of an expansion, which becomes the latest. Found again by it, a node of another stays with both. */
export function withPage(
  list: readonly Expansion[],
  { of, kind }: Pick<Expansion, 'of' | 'kind'>,
  { found, fresh, given, total, next, filter }: Page,
): Expansion[] {
  const before = findExpansion(list, of, kind);
  const shared = found.filter((key) => list.some((one) => one.added.has(key)));
  const added = new Set([...(before?.added ?? []), ...fresh, ...shared]);
  const sum = before?.filter === filter && before.next !== null ? before.given + given : given;
  const now: Expansion = { of, kind, added, given: sum, total, next, filter };
  return [...list.filter((one) => one !== before), now];
}

/**
 * The list without an expansion, and the keys that go with it: what it added, but for what another expansion added or
 * starts from, and what is `inUse`.
 */
export function withoutExpansion(
  list: readonly Expansion[],
  expansion: Expansion,
  inUse: ReadonlySet<string>,
): { rest: Expansion[]; off: Set<string> } {
  const rest = list.filter((one) => one !== expansion);
  const kept = (key: string) => inUse.has(key) || rest.some((one) => one.of.includes(key) || one.added.has(key));
  return { rest, off: new Set([...expansion.added].filter((key) => !kept(key))) };
}

/** The list after somebody put these nodes on the canvas for their own sake: no expansion takes them off. */
export function withClaimed(list: readonly Expansion[], keys: Iterable<string>): readonly Expansion[] {
  const claimed = new Set(keys);
  if (!list.some(({ added }) => [...added].some((key) => claimed.has(key)))) return list;
  return list.map((one) => ({ ...one, added: new Set([...one.added].filter((key) => !claimed.has(key))) }));
}
