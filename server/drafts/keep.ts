// Keeps drafts beside their articles: one record each, the proposals and the decisions on them as JSON.
import { InvalidDocument, NotFound } from '../errors.ts';
import { draftKey } from '../ingest/keys.ts';
import { Decision, KeptDraft } from '../schema/drafts.ts';
import { inBatches } from '../schema/lists.ts';
import type { Reader, Transaction } from '../store/port.ts';
import { reviewOf } from './review.ts';

/** The drafts of the articles that have one, by article. */
export async function keptDrafts(reader: Reader, articles: readonly string[]): Promise<Map<string, KeptDraft>> {
  const rows = await inBatches(articles.map(draftKey), (keys) => reader.read('read/drafts/drafts', { keys }));
  return new Map(
    rows.map(({ article, on, document, decisions }) => {
      const kept = { on, draft: JSON.parse(document), ...JSON.parse(decisions) };
      return [article, KeptDraft.parse(kept)] as const;
    }),
  );
}
export const keptDraft = async (reader: Reader, article: string): Promise<KeptDraft | undefined> =>
  (await keptDrafts(reader, [article])).get(article);

/** All there are, in no order. */
export async function allDrafts(reader: Reader): Promise<KeptDraft[]> {
  const heads = await reader.read('read/drafts/heads', {});
  const articles = heads.map(({ article }) => article);
  return [...(await keptDrafts(reader, articles)).values()];
}

/** Puts a draft back as it was. Throws NotFound where its text is not held. */
export async function restoreDraft(tx: Transaction, kept: KeptDraft): Promise<void> {
  const { article, textHash } = kept.draft;
  const [there] = await tx.read('read/export/articles', { keys: [article.key] });
  if (there?.hasText !== true || there.properties.textHash !== textHash)
    throw new NotFound(`The text of ${article.key} that its draft is of is not held.`);
  await keepDraft(tx, kept);
}

/** Leaves the article's draft as it is given. */
export async function keepDraft(tx: Transaction, kept: KeptDraft): Promise<void> {
  const { on, draft, decisions, keys } = kept;
  const key = draftKey(draft.article.key);
  const counts = { open: 0, accepted: 0, rejected: 0 };
  for (const { proposal, state } of reviewOf(kept)) if (proposal.kind === 'claim') counts[state] += 1;
  const properties = {
    key,
    article: draft.article.key,
    extractor: draft.extractor,
    textHash: draft.textHash,
    on,
    document: JSON.stringify(draft),
    decisions: JSON.stringify({ decisions, keys }),
    openClaims: counts.open,
    acceptedClaims: counts.accepted,
    rejectedClaims: counts.rejected,
  };
  await tx.write('write/drafts/draft', { key, properties });
}

/** What the parts of a change that are decisions on proposals are called. */
export const decisionPart = 'decision';

/** By proposal; none where the article has no draft. */
export const decisionsOf = async (reader: Reader, article: string): Promise<KeptDraft['decisions']> =>
  (await keptDraft(reader, article))?.decisions ?? {};

/** One decision of a draft as it was and as it is; null where there is none. */
export interface ChangedDecision {
  id: string;
  before: Decision | null;
  after: Decision | null;
}

/** The draft with each decision as it is after the change. */
export function withDecisions(kept: KeptDraft, changed: readonly Pick<ChangedDecision, 'id' | 'after'>[]): KeptDraft {
  const decisions = new Map(Object.entries(kept.decisions));
  for (const { id, after } of changed) {
    if (after === null) decisions.delete(id);
    else decisions.set(id, after);
  }
  return { ...kept, decisions: Object.fromEntries(decisions) };
}

/**
 * Puts decisions of an article's draft as a change's part has them, without touching what the article says: for taking
 * a change back, which brings the article's document back by itself. Throws InvalidDocument for what is no decision.
 */
export async function putDecisions(
  tx: Transaction,
  article: string,
  changed: readonly { id: string; after: unknown }[],
): Promise<void> {
  const kept = await keptDraft(tx, article);
  // A draft that is gone takes its decisions along.
  if (kept === undefined) return;
  const parsed = changed.map(({ id, after }) => {
    const decision = Decision.nullable().safeParse(after);
    if (!decision.success) throw new InvalidDocument(`What is to be put back on the proposal "${id}" is no decision.`);
    return { id, after: decision.data };
  });
  await keepDraft(tx, withDecisions(kept, parsed));
}
