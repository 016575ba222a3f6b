// Hypotheses on sources: that two are the same, or that an anonymous one is a certain actor. Each can be taken back.
import { Conflict, NotFound } from '../errors.ts';
import { knowNoSources, sourcesOf as loadSources } from '../evidence/sources.ts';
import { twoPersonsOf } from '../provenance/identities.ts';
import type { CurationReport, HypothesisBody, HypothesisView } from '../schema/curation.ts';
import { compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { decide, type Planned } from './decide.ts';
import { earlierTexts, withEarlier } from './earlier-texts.ts';
import { sameStored, stored } from './properties.ts';
import { refused, requireHearsay, type Subject, subjectOf } from './subject.ts';

type Type = HypothesisView['type'];
interface Pair {
  type: Type;
  source: string;
  other: string;
}
const keyOf = ({ type, source, other }: Pair): string => [type, source, other].join('~');

/** Sameness has no direction: it is stored from the key that sorts first. */
function normal({ type, source, other }: Pair): Pair {
  const [first, second] = type === 'SAME_AS' && compare(other, source) < 0 ? [other, source] : [source, other];
  return { type, source: first, other: second };
}

const isUnknown = ({ kind }: Subject): boolean => kind === 'anonymous' || kind === 'unresolved';

/** An article's own word on who its source is stands: only what it leaves open can be supposed. */
function checkOpen(source: Subject, place: string): void {
  if (isUnknown(source)) return;
  const what = {
    named: 'names its person in the article itself',
    document: 'is a document',
    ownReporting: "is an outlet's own reporting",
  }[source.kind ?? ''];
  throw refused(
    place,
    `"${source.key}" ${what ?? 'is no anonymous source'}; only an anonymous source can be supposed to be somebody`,
  );
}

async function checkSame(tx: Reader, { source, other }: Pair): Promise<void> {
  if (source === other) throw refused('/sameAs', 'is the source itself');
  const first = await subjectOf(tx, source, ['Source'], '/source');
  const second = await subjectOf(tx, other, ['Source'], '/sameAs');
  if (!isUnknown(second)) checkOpen(first, '/source');
  for (const one of [first, second]) {
    if (one.kind === 'ownReporting') {
      throw refused(
        one === first ? '/source' : '/sameAs',
        `"${one.key}" is an outlet's own reporting, which is nobody else's`,
      );
    }
  }
  for (const [member, group] of [
    [source, other],
    [other, source],
  ] as const) {
    if ((await tx.read('read/curation/memberships', { source: member, other: group })).length > 0) {
      throw refused('/sameAs', `the article says that "${member}" is one of "${group}", not the same`);
    }
  }
}

async function checkIdentity(tx: Reader, { source, other }: Pair): Promise<void> {
  checkOpen(await subjectOf(tx, source, ['Source'], '/source'), '/source');
  await subjectOf(tx, other, ['Actor'], '/identifiedAs');
}

const storedOf = async (tx: Reader, { type, source, other }: Pair) =>
  (await tx.read('write/find/between', { rows: [{ type, source, target: other }] })).find(
    ({ properties }) => properties.hypothesis === true,
  )?.properties;

const sourcesOf = ({ type, source, other }: Pair): string[] => (type === 'SAME_AS' ? [source, other] : [source]);

/** A new one may not make one person of two that are there. */
async function checkPersons(tx: Reader, pair: Pair): Promise<void> {
  const rows = await loadSources(tx, knowNoSources(), sourcesOf(pair));
  const sources = new Map(rows.map((row) => [row.source, row]));
  const row = sources.get(pair.source);
  if (row === undefined) return;
  const { sameAs, identifiedAs } = row;
  sources.set(
    pair.source,
    pair.type === 'SAME_AS'
      ? { ...row, sameAs: [...sameAs, pair.other] }
      : { ...row, identifiedAs: [...identifiedAs, pair.other] },
  );
  const two = twoPersonsOf(pair.source, sources);
  if (two === null) return;
  const [one, other] = two;
  throw new Conflict(`This would make one person of "${one.person}" and "${other.person}".`, {
    detail:
      `"${one.source}" would be the one and "${other.source}" the other, and both one source. ` +
      'Take back what joins them first: GET /api/hypotheses lists all that is supposed.',
  });
}

/**
 * Adds a hypothesis, or puts this one in the place of another on the same two. Throws Conflict where it would make one
 * person of two.
 */
export function addHypothesis(store: Pick<Store, 'transaction'>, body: HypothesisBody): Promise<CurationReport> {
  return decide(store, async (tx): Promise<Planned> => {
    const given: Pair =
      'sameAs' in body
        ? { type: 'SAME_AS', source: body.source, other: body.sameAs }
        : { type: 'IDENTIFIED_AS', source: body.source, other: body.identifiedAs };
    if (given.type === 'SAME_AS') await checkSame(tx, given);
    else await checkIdentity(tx, given);
    const pair = normal(given);
    const { by, confidence, why } = body;
    const properties = stored({ by, confidence, why, hypothesis: true });
    const before = await storedOf(tx, pair);
    if (before === undefined) await checkPersons(tx, pair);
    const outcome = before === undefined ? 'created' : sameStored(before, properties) ? 'unchanged' : 'changed';
    const rows = [{ source: pair.source, target: pair.other, properties }];
    return {
      key: keyOf(pair),
      outcome,
      around: { sources: sourcesOf(pair) },
      apply: async () => {
        if (pair.type === 'SAME_AS') await tx.write('write/curation/same-as', { rows });
        else await tx.write('write/link/identified-as', { rows });
      },
    };
  });
}

const viewOf = (row: Rows<'read/curation/hypotheses'>[number]): HypothesisView => ({
  key: keyOf(row),
  type: row.type,
  source: { key: row.source, name: row.sourceName ?? row.source },
  other: { key: row.other, name: row.otherName ?? row.other },
  by: row.by ?? '',
  confidence: row.confidence ?? 0,
  why: row.why,
});

async function hypothesesOf(reader: Reader): Promise<HypothesisView[]> {
  const rows = await reader.read('read/curation/hypotheses', {});
  const earlier = await earlierTexts(
    reader,
    rows.flatMap(({ source, other }) => [source, other]),
  );
  return rows
    .map((row) => ({ ...viewOf(row), ...withEarlier([row.source, row.other], earlier) }))
    .sort((a, b) => compare(a.key, b.key));
}

/** Every hypothesis, by key. Throws NotFound where the database is not Hearsay's. */
export async function listHypotheses(store: Pick<Store, 'read' | 'capabilities'>): Promise<HypothesisView[]> {
  requireHearsay(store);
  return hypothesesOf(store);
}

/** An actor that only the hypothesis still held: its documents are gone. */
async function dropOrphan(tx: Transaction, key: string): Promise<void> {
  const [actor] = await tx.read('read/curation/subjects', { keys: [key] });
  if (actor?.curated === true || (await tx.read('write/find/attached', { keys: [key] })).length > 0) return;
  await tx.write('write/delete-records', { keys: [key] });
}

/** Takes a hypothesis back. Throws NotFound, naming those there are. */
export function removeHypothesis(store: Pick<Store, 'transaction'>, key: string): Promise<CurationReport> {
  return decide(store, async (tx): Promise<Planned> => {
    const [, type, source = '', other = ''] = /^(SAME_AS|IDENTIFIED_AS)~([^~]+)~([^~]+)$/u.exec(key) ?? [];
    const pair = normal({ type: type === 'SAME_AS' ? type : 'IDENTIFIED_AS', source, other });
    if (type === undefined || (await storedOf(tx, pair)) === undefined) {
      const nearest = (await hypothesesOf(tx)).map((one) => ({
        key: one.key,
        name: `${one.source.name} – ${one.other.name}`,
      }));
      throw new NotFound(`There is no hypothesis "${key.slice(0, 300)}".`, {
        detail: 'Its key is SAME_AS~source~other or IDENTIFIED_AS~source~actor, URL-encoded.',
        nearest: nearest.slice(0, 5),
      });
    }
    return {
      key: keyOf(pair),
      outcome: 'removed',
      around: { sources: sourcesOf(pair) },
      apply: async () => {
        const row = { type: pair.type, source: pair.source, target: pair.other, title: '' };
        await tx.write('write/delete-links', { rows: [row] });
        if (pair.type === 'IDENTIFIED_AS') await dropOrphan(tx, pair.other);
      },
    };
  });
}
