// Decides on proposals of a draft: what is accepted enters the article's document, and what no longer is leaves it.
import { changeDocumentIn } from '../changes/change-document.ts';
import { requireHearsay } from '../curation/subject.ts';
import { NotFound } from '../errors.ts';
import { successorsOf } from '../history/keep.ts';
import { changedMeanwhile } from '../history/version.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import type { Path } from '../ingest/issues.ts';
import { Issues } from '../ingest/issues.ts';
import type { ChangedPart } from '../schema/changes.ts';
import type { Proposal } from '../schema/draft.ts';
import type { Decision, DecisionsBody, DecisionsReport, KeptDraft, ProposalState } from '../schema/drafts.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { idsByHand, renameProposals } from './by-hand.ts';
import { checkGiven, type Given, knownEntities } from './check.ts';
import { applyDifference } from './difference.ts';
import { acceptedDocument } from './document.ts';
import { type ChangedDecision, decisionPart, keepDraft, keptDraft, withDecisions } from './keep.ts';
import { moment } from './moment.ts';
import { needsIn, type Reviewed, reviewOf, versionOfProposal } from './review.ts';

export const noDraft = (article: string): NotFound =>
  new NotFound(`The article ${article} has no draft.`, {
    detail: `POST /api/articles/${article}/draft makes one of its text, where that is held.`,
  });

/** Throws NotFound where the article has no text in the database. */
export async function textOf(reader: Reader, article: string): Promise<string> {
  const [held] = await reader.read('read/reprints/texts', { keys: [article] });
  if (held !== undefined) return held.text;
  throw new NotFound(`The text of ${article} is not held.`, {
    detail: 'Proposals are read against the text: import the article as a file, or its document with the text.',
  });
}

/** The decisions of a draft as they become, one by one. */
class Deciding {
  readonly #kept: KeptDraft;
  readonly #made: ReadonlyMap<string, Proposal>;
  readonly #now: Map<string, Decision>;
  readonly #by: string;
  readonly #on: string;
  readonly #why: string | undefined;
  readonly given: Given[] = [];

  constructor(kept: KeptDraft, { by, why }: Pick<DecisionsBody, 'by' | 'why'>) {
    this.#kept = kept;
    this.#made = new Map(kept.draft.proposals.map((one) => [one.id, one]));
    this.#now = new Map(Object.entries(kept.decisions));
    this.#by = by;
    this.#on = moment();
    this.#why = why;
  }

  get kept(): KeptDraft {
    return { ...this.#kept, decisions: Object.fromEntries(this.#now) };
  }

  add(proposal: Given['proposal'], path: Path): void {
    this.given.push({ proposal, path });
    this.#put(proposal.id, { state: 'accepted', byHand: true, proposal });
  }

  /** Content that is the extractor's own again is none of a person's. */
  change(proposal: Given['proposal'], path: Path, state: ProposalState): void {
    this.given.push({ proposal, path });
    const made = this.#made.get(proposal.id);
    const isMade = made !== undefined && canonicalJson(made) === canonicalJson(proposal);
    const { proposal: _, ...rest } = this.#now.get(proposal.id) ?? {};
    this.#put(proposal.id, { ...rest, state, ...(isMade ? {} : { proposal }) });
  }

  state(id: string, state: ProposalState): void {
    const before = this.#now.get(id);
    if ((before?.state ?? 'open') === state) return;
    this.#put(id, { ...before, state });
  }

  #put(id: string, decision: Pick<Decision, 'state' | 'byHand' | 'proposal'>): void {
    const { why: _, ...kept } = decision as Decision;
    if (decision.state === 'open' && decision.proposal === undefined) this.#now.delete(id);
    else
      this.#now.set(id, {
        ...kept,
        by: this.#by,
        on: this.#on,
        ...(this.#why === undefined ? {} : { why: this.#why }),
      });
  }

  /** Accepts what the accepted rest on, but for what is rejected. */
  acceptNeeds(ids: readonly string[]): void {
    const { kept } = this;
    const rejected = (id: string): boolean => this.#now.get(id)?.state === 'rejected';
    const needs = needsIn(kept, reviewOf(kept), rejected);
    for (const need of needs(ids)) this.state(need, 'accepted');
  }

  /** What is otherwise than it was, by who decided it now. */
  changed(): ChangedDecision[] {
    const { decisions } = this.#kept;
    const content = (one: Decision | undefined): string =>
      canonicalJson({ state: one?.state ?? 'open', proposal: one?.proposal ?? null });
    return [...new Set([...Object.keys(decisions), ...this.#now.keys()])]
      .map((id) => ({ id, before: decisions[id] ?? null, after: this.#now.get(id) ?? null }))
      .filter(({ before, after }) => content(before ?? undefined) !== content(after ?? undefined));
  }
}

/** Whether a proposal stands as it is decided to already: the same request again, after an answer that got lost, is no conflict. */
const standsSo = ({ proposal, state }: Reviewed, decided: DecisionsBody['decisions'][number]): boolean =>
  state === decided.state &&
  (decided.proposal === undefined || canonicalJson(decided.proposal) === canonicalJson(proposal));

const done = { open: 'left it open', accepted: 'accepted it', rejected: 'rejected it' } as const;

/** Throws Conflict, with who decided what when, where somebody did since the proposals were read. */
function checkVersions(article: string, { decisions }: DecisionsBody, reviewed: readonly Reviewed[]): void {
  const byId = new Map(reviewed.map((one) => [one.proposal.id, one]));
  const others = decisions.flatMap((decided, at) => {
    const now = byId.get(decided.id);
    if (decided.version === undefined || now === undefined) return [];
    if (versionOfProposal(now) === decided.version || standsSo(now, decided)) return [];
    const { proposal, by, on, state, edited } = now;
    const what = edited ? `${done[state]} with other content` : done[state];
    const since = by === null || on === null ? undefined : { by, on, what };
    return [{ pointer: `/decisions/${at}`, name: `“${proposal.span.quote.slice(0, 80)}”`, since }];
  });
  if (others.length > 0) throw changedMeanwhile(others, `/api/articles/${article}/draft`);
}

/** Takes up what a request decides. Throws InvalidDocument with the place of each fault in it. */
async function take(tx: Reader, kept: KeptDraft, body: DecisionsBody, text: string) {
  const deciding = new Deciding(kept, body);
  const issues = new Issues();
  const ids = idsByHand(body.add);
  if (ids.size < body.add.length) issues.add(['add'], 'names one id twice; give each proposal another');
  const rename = (id: string): string => ids.get(id) ?? id;
  body.add.forEach((proposal, at) => {
    deciding.add(renameProposals(proposal, rename), ['add', at]);
  });
  const reviewed = reviewOf(deciding.kept);
  checkVersions(kept.draft.article.key, body, reviewed);
  const all = new Map(reviewed.map((one) => [one.proposal.id, one.proposal]));
  const seen = new Set<string>();
  for (const [at, { id, state, proposal }] of body.decisions.entries()) {
    const made = all.get(id);
    const path: Path = ['decisions', at];
    if (seen.has(id)) issues.add([...path, 'id'], `"${id}" is decided on twice in this request; say once what holds`);
    seen.add(id);
    if (made === undefined) issues.add([...path, 'id'], `there is no proposal "${id}" in this draft`);
    else if (proposal === undefined) deciding.state(id, state);
    else if (proposal.id !== id) issues.add([...path, 'proposal', 'id'], `must be the id of the proposal, "${id}"`);
    else if (proposal.kind !== made.kind)
      issues.add([...path, 'proposal', 'kind'], `the proposal "${id}" is of the kind ${made.kind}, and stays so`);
    else deciding.change(renameProposals(proposal, rename), [...path, 'proposal'], state);
  }
  issues.stop();
  const standing = reviewOf(deciding.kept).map(({ proposal }) => proposal);
  checkGiven(deciding.given, standing, text);
  const entities = await knownEntities(tx, kept.draft, deciding.given, standing);
  const accepted = body.decisions.filter(({ state }) => state === 'accepted').map(({ id }) => id);
  const added = body.add.map(({ id }) => rename(id));
  deciding.acceptNeeds([...accepted, ...added]);
  return { deciding, entities, added };
}

/** "Accepted 3 proposals, rejected 1". */
function inWords(changed: readonly ChangedDecision[]): string {
  const done = (word: string, state: ProposalState): string[] => {
    const count = changed.filter(({ after }) => (after?.state ?? 'open') === state).length;
    return count === 0 ? [] : [`${word} ${count}`];
  };
  const said = [...done('accepted', 'accepted'), ...done('rejected', 'rejected'), ...done('left open', 'open')];
  const [first = '', ...rest] = said.join(', ');
  return `${first.toUpperCase()}${rest.join('')} of what the article is proposed to say`;
}

const asItem = (decision: Decision | null): ChangedPart['before'] =>
  decision === null ? null : (JSON.parse(JSON.stringify(decision)) as ChangedPart['before']);

/** Decides within a transaction that the caller has locked; the decision is recorded as a change. */
export async function decideInside(tx: Transaction, article: string, body: DecisionsBody): Promise<DecisionsReport> {
  const kept = await keptDraft(tx, article);
  if (kept === undefined) throw noDraft(article);
  const text = await textOf(tx, article);
  const { deciding, entities, added } = await take(tx, kept, body, text);
  const changed = deciding.changed();
  const next: KeptDraft = { ...withDecisions(kept, changed), draft: { ...kept.draft, entities } };
  const { document, leftOut } = acceptedDocument(next, text);
  const now = new Map(reviewOf(next).map((one) => [one.proposal.id, versionOfProposal(one)]));
  const decided = changed.flatMap(({ id, after }) => {
    const version = now.get(id);
    return version === undefined ? [] : [{ id, state: after?.state ?? ('open' as const), version }];
  });
  const told = { decided, added, leftOut };
  if (changed.length === 0) return { key: article, outcome: 'unchanged', edges: [], change: null, ...told };
  const from = acceptedDocument(kept, text).document;
  const report = await changeDocumentIn(tx, article, {
    kind: 'review',
    by: body.by,
    why: body.why,
    what: () => inWords(changed),
    // What a person gave another mode or place goes by another key since, and is still what was proposed.
    change: async (now) => applyDifference(now, from, document, await successorsOf(tx, article)),
    async beside() {
      await keepDraft(tx, next);
      return changed.map(({ id, before, after }) => {
        return { part: decisionPart, id, before: asItem(before), after: asItem(after) };
      });
    },
    async imported({ matched }) {
      const aliases = matched.filter(({ by }) => by === 'alias').map(({ given, key }) => [given, key]);
      if (aliases.length > 0) await keepDraft(tx, { ...next, keys: { ...next.keys, ...Object.fromEntries(aliases) } });
    },
  });
  return { ...report, ...told };
}

/**
 * Accepts, rejects and changes proposals, in one transaction with what becomes of the evidence. Throws NotFound where the
 * article has no draft, InvalidDocument where what is given does not fit the text, the draft or the database.
 */
export async function decideOnDraft(
  store: Pick<Store, 'transaction' | 'capabilities'>,
  article: string,
  body: DecisionsBody,
): Promise<DecisionsReport> {
  requireHearsay(store);
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return decideInside(tx, article, body);
  });
}

/** Every proposal on which nobody has decided yet, accepted. */
export const acceptAll = (kept: KeptDraft, by: string): DecisionsBody => ({
  decisions: reviewOf(kept).flatMap(({ proposal: { id }, state }) =>
    state === 'open' ? [{ id, state: 'accepted' as const }] : [],
  ),
  add: [],
  by,
});
