// Changes to an article's document, item by item: what the form changes and what is added with it.
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import type { DocumentPart, PartChange } from '../../../server/schema/changes.ts';
import type { Assertion, Claim } from '../../../server/schema/claim.ts';
import type { Span } from '../../../server/schema/span.ts';
import { type Chosen, type ClaimForm, claimContent, filled, madeEntities } from './claim-form.ts';
import { claimOf } from './of-document.ts';

type Value = NonNullable<PartChange['value']>;
const put = (part: DocumentPart, id: string, value: object): PartChange => ({ part, id, value: value as Value });
const takeOut = (part: DocumentPart, id: string): PartChange => ({ part, id, value: null });

/** An id that no item of the list has: `by-hand-1` and on. */
export function freeId(prefix: string, items: readonly { id: string }[]): string {
  const taken = new Set(items.map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`${prefix}-${number}`)) return `${prefix}-${number}`;
}

/** Members of the form that the assertion keeps as texts. */
const texts = ['condition', 'hedge', 'wording', 'from', 'to', 'inferred', 'alternativeReading'] as const;

/** The assertion as the form has it; members that the form does not show stay as they are. */
function assertionOfForm(form: ClaimForm, base: Assertion, span: Span | undefined): Assertion {
  const kept: Record<string, unknown> = { ...base };
  for (const name of [...texts, 'attributedTo', 'relays', 'quotes', 'onBehalfOf', 'span']) delete kept[name];
  const attributedTo = form.sources
    .filter(({ on }) => on)
    .map(({ id }) => base.attributedTo?.find(({ source }) => source === id) ?? { source: id });
  const relays = form.relays
    .filter(({ on }) => on)
    .map(({ id, how }) => ({ ...base.relays?.find(({ article }) => article === id), article: id, how: how.trim() }));
  const quotes = form.quotes.filter(({ on }) => on).map(({ id }) => id);
  return {
    ...kept,
    mode: form.mode,
    modality: form.modality,
    channel: form.channel,
    ...filled(form, texts),
    ...(form.onBehalfOf && { onBehalfOf: form.onBehalfOf.key }),
    ...(attributedTo.length > 0 && { attributedTo }),
    ...(relays.length > 0 && { relays }),
    ...(quotes.length > 0 && { quotes }),
    ...(span && { span }),
  } as Assertion;
}

const contentMembers = ['kind', 'holder', 'target', 'stance', 'shieldedBy', 'quantifier', 'number', 'of'] as const;
const contentKey = (claim: object): string =>
  JSON.stringify(contentMembers.map((name) => (claim as Record<string, unknown>)[name] ?? null));
/** What makes a claim the one it is; of a statement its words too. */
const sameClaim = (a: Claim, b: Claim): boolean =>
  contentKey(a) === contentKey(b) && (a.kind !== 'statement' || a.text === b.text);

/** What is only known from this one assertion goes with it. */
const dependsOn = ({ assertions }: ClaimsDocument, id: string): Assertion[] =>
  assertions.filter(({ knownFrom }) => knownFrom?.length === 1 && knownFrom[0] === id);

/** How many other places of the article make the same claim. */
export function alsoClaimed(document: ClaimsDocument, assertion: Assertion): number {
  const mine = new Set([assertion.id, ...dependsOn(document, assertion.id).map(({ id }) => id)]);
  return document.assertions.filter(({ id, claim }) => claim === assertion.claim && !mine.has(id)).length;
}

const entityPart = ({ key, name, type }: Chosen): PartChange => put('entities', key, { type, key, name });

/** Sources and stubs that the form adds. */
function madeLinks(form: ClaimForm, document: ClaimsDocument): PartChange[] {
  const sources = form.sources.flatMap(({ id, on, made }) => {
    if (!on || made === undefined) return [];
    const { kind, descriptor, actor, minCount } = made;
    const who = kind === 'named' && actor ? { actor: actor.key } : {};
    return [put('sources', id, { id, kind, descriptor: descriptor.trim(), minCount: Number(minCount) || 1, ...who })];
  });
  const stubs = form.relays.flatMap(({ id, on, made }) => {
    if (!on || made === undefined || document.articles.some(({ key }) => key === id)) return [];
    const day = made.publishedTo.trim();
    const dates = day === '' ? { dateBasis: 'unknown' } : { publishedFrom: day, publishedTo: day, dateBasis: 'stated' };
    return [put('articles', id, { key: id, outlet: made.outlet.key, ...dates })];
  });
  return [...sources, ...stubs];
}

interface Written {
  form: ClaimForm;
  span: Span | undefined;
  /** The assertion that is changed; undefined for a new one. */
  assertion: Assertion | undefined;
  /** Whether other places that make the claim are changed with it. */
  everywhere: boolean;
}

/** The claim as the form has it, and whether it is another than before. */
function claimOfForm(
  document: ClaimsDocument,
  { form, assertion, everywhere }: Written,
): { id: string; parts: PartChange[] } {
  const before = assertion && claimOf(document, assertion);
  const kept = before && { ...before, ...Object.fromEntries(contentMembers.map((name) => [name, undefined])) };
  const made = Object.fromEntries(
    Object.entries({ ...kept, ...claimContent(form) }).filter(([, value]) => value !== undefined),
  ) as Claim;
  if (before !== undefined && sameClaim(before, made)) {
    const same = before.text === made.text;
    return { id: before.id, parts: same ? [] : [put('claims', before.id, { ...made, id: before.id })] };
  }
  const other = document.claims.find((one) => one.id !== before?.id && sameClaim(one, made));
  if (other !== undefined) return { id: other.id, parts: [] };
  const alone = assertion !== undefined && (everywhere || alsoClaimed(document, assertion) === 0);
  const id = before !== undefined && alone ? before.id : freeId('by-hand', document.claims);
  return { id, parts: [put('claims', id, { ...made, id })] };
}

/** Assertions of the relayed articles that say the same, where there are none: that is what a relay means. */
function reconstructed(document: ClaimsDocument, made: Assertion): Assertion[] {
  const out: Assertion[] = [];
  for (const { article } of made.relays ?? []) {
    const there = document.assertions.find((one) => one.article === article && one.claim === made.claim);
    if (there?.knownFrom?.includes(made.id)) continue;
    const id = freeId('by-hand-relayed', [...document.assertions, ...out]);
    const { mode, modality } = made;
    if (there?.reconstructed) out.push({ ...there, knownFrom: [...(there.knownFrom ?? []), made.id] });
    else if (there === undefined)
      out.push({
        ...{ id, article, claim: made.claim, mode, modality, channel: 'unknown', reconstructed: true },
        ...{ knownFrom: [made.id], extractor: 'hand', review: 'accepted' },
      });
  }
  return out;
}

/** The parts of a change by the form, in an order in which each finds what it points to. */
export function partsOfForm(document: ClaimsDocument, written: Written): PartChange[] {
  const { form, span, assertion } = written;
  const claim = claimOfForm(document, written);
  const base: Assertion = assertion ?? {
    ...{ id: freeId('by-hand', document.assertions), claim: claim.id, mode: 'asserts', modality: 'now' },
    ...{ channel: 'unknown', reconstructed: false, extractor: 'hand', review: 'accepted' },
  };
  const made = { ...assertionOfForm(form, base, span), claim: claim.id };
  const moved = assertion === undefined || claim.id === assertion.claim ? [] : dependsOn(document, assertion.id);
  const after = {
    ...document,
    assertions: document.assertions.map((one) => (moved.includes(one) ? { ...one, claim: claim.id } : one)),
  };
  const before = JSON.stringify(assertion);
  const parts = [
    ...madeEntities(form).map(entityPart),
    ...madeLinks(form, document),
    ...claim.parts,
    ...(JSON.stringify(made) === before || sameItem(made, assertion) ? [] : [put('assertions', made.id, made)]),
    ...moved.map((one) => put('assertions', one.id, { ...one, claim: claim.id })),
    ...reconstructed(after, made).map((one) => put('assertions', one.id, one)),
  ];
  return parts;
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, one]) => [name, sorted(one)]),
        )
      : value;
/** Whether two items say the same, whatever the order of their members. */
export const sameItem = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The parts of taking an assertion out, with those that are known from it alone; what then hangs in the air the server takes out. */
export function partsOfRemoval(document: ClaimsDocument, id: string): PartChange[] {
  const parts = [takeOut('assertions', id)];
  for (const one of document.assertions) {
    if (!one.knownFrom?.includes(id)) continue;
    const knownFrom = one.knownFrom.filter((other) => other !== id);
    parts.push(
      knownFrom.length === 0 ? takeOut('assertions', one.id) : put('assertions', one.id, { ...one, knownFrom }),
    );
  }
  return parts;
}
