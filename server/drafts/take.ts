// Takes in an article as a file gives it: its text with a draft of what it says, in one transaction; what was accepted of it stays.
import { currentDocument } from '../changes/change-document.ts';
import { Busy } from '../errors.ts';
import type { Known } from '../extract/mentions/known.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { type ParsedDocument, parseClaims } from '../ingest/document.ts';
import { committedOrTried, type ImportOptions, type ImportReport, importInto, placeOf } from '../ingest/import.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import type { Draft, DraftArticle } from '../schema/draft.ts';
import type { DraftReport, KeptDraft } from '../schema/drafts.ts';
import type { Store, Transaction } from '../store/port.ts';
import { carryOver } from './carry.ts';
import { acceptAll, decideInside } from './decide.ts';
import { applyDifference } from './difference.ts';
import { acceptedDocument } from './document.ts';
import { withFacts } from './facts.ts';
import { keepDraft, keptDraft } from './keep.ts';
import { newDraft } from './remake.ts';
import { reviewOf } from './review.ts';
import { sameTitle, sameTitleNotes } from './same-title.ts';

/** Reads a text against what is known; gives in words why it could not. */
export type Extract = (text: string, about: DraftArticle, known: () => Promise<Known>) => Promise<Draft | string>;

export interface TakeOptions extends Pick<ImportOptions, 'dryRun' | 'derive' | 'durable'> {
  extract: Extract;
  /** What the text is read against, asked for only where it is read. */
  known: () => Promise<Known>;
  /** Who accepts all proposals at once; nobody if absent. */
  acceptAllBy?: string | undefined;
}
export interface TakeReport extends ImportReport {
  /** null where none was made; `notes` say why. */
  draft: DraftReport | null;
  notes: string[];
}
type Derive = ImportOptions['derive'];
export type Parsed = ParsedDocument & { kind: 'claims' };

export function aboutOf(key: string, article: ClaimsDocument['article']): DraftArticle {
  const { title, url, archivedUrl, author, outlet, publishedFrom, publishedTo, dateBasis, dateNote } = article;
  const given = { title, url, archivedUrl, author, outlet, publishedFrom, publishedTo, dateNote };
  return { key, dateBasis, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

export function draftReport(kept: KeptDraft, remembered: number): DraftReport {
  const reviewed = reviewOf(kept);
  const proposals: Record<string, number> = {};
  for (const { proposal } of reviewed) proposals[proposal.kind] = (proposals[proposal.kind] ?? 0) + 1;
  const claims = (state: string): number =>
    reviewed.filter((one) => one.proposal.kind === 'claim' && one.state === state).length;
  const counts = { open: claims('open'), accepted: claims('accepted'), rejected: claims('rejected') };
  return { on: kept.on, proposals, ...counts, remembered };
}

const aliases = ({ matched }: ImportReport): Record<string, string> =>
  Object.fromEntries(matched.filter(({ by }) => by === 'alias').map(({ given, key }) => [given, key]));

/** The draft of a text that is not held yet, with what was decided on an earlier text of the article. */
async function startedFrom(tx: Transaction, draft: Draft, revises: string | null, by: string | undefined) {
  const earlier = revises === null ? undefined : await keptDraft(tx, revises);
  const carried = earlier === undefined ? { decisions: {}, remembered: 0 } : carryOver(earlier, draft);
  let kept: KeptDraft = { ...newDraft(draft), decisions: carried.decisions, keys: earlier?.keys ?? {} };
  if (by !== undefined) {
    const { decisions } = acceptAll(kept, by);
    const accepted = decisions.map(({ id }) => [id, { ...kept.decisions[id], state: 'accepted', by, on: kept.on }]);
    kept = { ...kept, decisions: { ...kept.decisions, ...Object.fromEntries(accepted) } };
  }
  return { kept, remembered: carried.remembered };
}

async function takeNew(
  tx: Transaction,
  { document, file, hash }: Parsed,
  { key, revises }: { key: string; revises: string | null },
  draft: Draft | string,
  { dryRun, derive, acceptAllBy }: TakeOptions,
): Promise<TakeReport> {
  const alike = revises === null ? sameTitleNotes(await sameTitle(tx, key, document.article.title)) : [];
  const plain: ClaimsDocument = { ...document, article: { ...document.article, key } };
  if (typeof draft === 'string') {
    const report = await importInto(tx, { ...parseClaims(plain, file), hash }, { dryRun, derive });
    return { ...report, draft: null, notes: [draft, ...alike] };
  }
  const { kept, remembered } = await startedFrom(tx, draft, revises, acceptAllBy);
  const none = acceptedDocument({ ...kept, decisions: {} }, draft.text).document;
  const { document: accepted, leftOut } = acceptedDocument(kept, draft.text);
  const whole = applyDifference(plain, none, accepted);
  const report = await importInto(tx, { ...parseClaims(whole, file), hash }, { dryRun, derive });
  const standing = { ...kept, keys: { ...kept.keys, ...aliases(report) } };
  await keepDraft(tx, standing);
  const left = leftOut.filter(({ because }) => !because.startsWith('no accepted claim'));
  const notes = left.length === 0 ? [] : [`${left.length} of what is accepted could not be taken whole`];
  return { ...report, draft: draftReport(standing, remembered), notes: [...alike, ...notes] };
}

/** Imports the document as it stands with the facts that only its file tells; null where these are none. */
async function fillIn(tx: Transaction, { document, file, hash }: Parsed, key: string, derive: Derive) {
  const { document: now } = await currentDocument(tx, key, true);
  const filled = withFacts(now, document);
  if (canonicalJson(filled) === canonicalJson(now)) return null;
  // The hash is that of the file: the next time it is known at once.
  return importInto(tx, { ...parseClaims(filled, file), hash }, { derive });
}

/** Of a text that is held only what its file newly tells is filled in. */
async function takeHeld(
  tx: Transaction,
  parsed: Parsed,
  { key, outcome }: { key: string; outcome: string },
  draft: Draft | string | null,
  { dryRun = false, derive, acceptAllBy }: TakeOptions,
): Promise<TakeReport> {
  const nothing = { created: {}, relations: 0, removed: 0, matched: [] };
  const filled = outcome === 'unchanged' ? null : await fillIn(tx, parsed, key, derive);
  let report: Omit<ImportReport, 'dryRun'> = filled ?? { article: key, outcome: 'unchanged', ...nothing };
  const before = await keptDraft(tx, key);
  if (before === undefined && draft !== null && typeof draft !== 'string') await keepDraft(tx, newDraft(draft));
  const remembered = Object.keys(before?.decisions ?? {}).length;
  if (acceptAllBy !== undefined) {
    const kept = await keptDraft(tx, key);
    const decided = kept && (await decideInside(tx, key, acceptAll(kept, acceptAllBy)));
    if (decided?.outcome === 'changed') report = { ...report, outcome: 'replaced' };
  }
  const kept = await keptDraft(tx, key);
  const notes = typeof draft === 'string' ? [draft] : [];
  return { ...report, dryRun, draft: kept === undefined ? null : draftReport(kept, remembered), notes };
}

/** How often an article is read again whose place in the database changed while it was read. */
const rounds = 3;

/**
 * Imports the document of an article that nobody has read yet, with a draft of its claims, whole or not at all. A text
 * that is held keeps its claims and its draft; another text of the article is a revision, on which the decisions hold that
 * are on the same words. Throws InvalidDocument as an import does.
 */
export async function takeArticle(
  store: Pick<Store, 'read' | 'transaction'>,
  parsed: Parsed,
  options: TakeOptions,
): Promise<TakeReport> {
  const { document, hash } = parsed;
  const { text } = document.article;
  for (let round = 1; round <= rounds; round++) {
    const first = await placeOf(store, document, [hash]);
    const isHeld = first.outcome === 'unchanged' || first.outcome === 'replaced';
    const isRead = isHeld && (await keptDraft(store, first.key)) !== undefined;
    const draft =
      isRead || text === undefined
        ? null
        : await options.extract(text, aboutOf(first.key, document.article), options.known);
    const report = await committedOrTried(
      store,
      options.dryRun === true,
      async (tx) => {
        const place = await placeOf(tx, document, [hash]);
        if (place.key !== first.key || place.outcome !== first.outcome) return null;
        if (isHeld) return takeHeld(tx, parsed, place, draft, options);
        return takeNew(tx, parsed, place, draft ?? 'The article has no text that could be read.', options);
      },
      options.durable,
    );
    if (report !== null) return report;
  }
  throw new Busy('Others wrote to this article all the while; nothing was written.', { detail: 'Import it again.' });
}
