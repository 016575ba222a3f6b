// Scores the extraction on the five reports against the bundled claims: entities, positions, relays and quotations.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attribution } from '../../server/extract/attributions/attribution.ts';
import { extractDraft, prepare } from '../../server/extract/draft.ts';
import type { KnownEntity } from '../../server/extract/mentions/known.ts';
import { readText } from '../../server/extract/reading/read.ts';
import type { Reading } from '../../server/extract/reading/reading.ts';
import { winkTagger } from '../../server/extract/reading/tagger.ts';
import { ClaimsDocument } from '../../server/schema/article.ts';
import type { Draft, ProposalOf } from '../../server/schema/draft.ts';
import { EntitiesDocument } from '../../server/schema/entity.ts';
import type { Span } from '../../server/schema/span.ts';

export interface Row {
  what: string;
  known: string;
  expected: number;
  proposed: number;
  precision: number;
  recall: number;
  f1: number;
}
interface Counts {
  /** Expected and found, expected, proposed and right, proposed. */
  found: number;
  expected: number;
  right: number;
  proposed: number;
}
const measures = [
  'entities',
  'stances',
  'stances and counts, with mode and modality',
  'relays',
  'quotations',
  'quotations with speaker',
] as const;
type Measure = (typeof measures)[number];

const root = join(import.meta.dirname, '..', '..');
const overlap = (a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end;

function compare<T>(expected: readonly T[], proposed: readonly T[], alike: (a: T, b: T) => boolean): Counts {
  return {
    found: expected.filter((one) => proposed.some((other) => alike(one, other))).length,
    expected: expected.length,
    right: proposed.filter((one) => expected.some((other) => alike(other, one))).length,
    proposed: proposed.length,
  };
}
const same = (a: string, b: string): boolean => a === b;
const distinct = <T>(items: readonly T[], name: (item: T) => string): T[] => [
  ...new Map(items.map((one) => [name(one), one])).values(),
];

/**
 * New entities by the report's keys: one of the same type that has the same name, or a mention in the same words' place,
 * is the one meant. What a rule proposes as new cannot know the key that a person chose.
 */
function meantBy(document: ClaimsDocument, draft: Draft): (key: string) => string {
  const mentions = draft.proposals.filter((one): one is ProposalOf<'mention'> => one.kind === 'mention');
  const map = new Map<string, string>();
  for (const one of draft.proposals) {
    if (one.kind !== 'entity') continue;
    const places = [one.span, ...mentions.filter(({ entity }) => entity === one.entity).map(({ span }) => span)];
    const meant = document.entities.find(
      ({ key, type, mentions: theirs = [] }) =>
        key === one.entity ||
        (type === one.type && theirs.some((place) => places.some((other) => overlap(place, other)))),
    );
    if (meant !== undefined) map.set(one.entity, meant.key);
  }
  return (key) => map.get(key) ?? key;
}

/** What a report's own document says, and what the draft proposes, in the same terms. */
function countsOf(document: ClaimsDocument, draft: Draft): Record<Measure, Counts> {
  const of = <K extends ProposalOf<'claim'>['kind'] | 'mention' | 'article' | 'quote' | 'source'>(kind: K) =>
    draft.proposals.filter((one): one is ProposalOf<K> => one.kind === kind);
  const claims = new Map(document.claims.map((claim) => [claim.id, claim]));
  const held = document.assertions.filter(({ reconstructed }) => !reconstructed);
  const proposed = of('claim');
  const stances = held.flatMap((assertion) => {
    const claim = claims.get(assertion.claim);
    return claim === undefined || claim.kind === 'statement' ? [] : [{ claim, assertion }];
  });
  const meant = meantBy(document, draft);
  const mine = proposed.flatMap((one) => {
    const { kind, holder, target } = one.claim;
    if (kind === 'statement') return [];
    return [{ ...one, claim: { ...one.claim, holder: meant(holder), target: meant(target ?? '') } }];
  });
  const triple = ({
    holder,
    stance,
    target,
  }: {
    holder: string;
    stance?: string | undefined;
    target?: string | undefined;
  }): string => `${holder} ${stance} ${target}`;

  const outletOf = new Map(document.articles.map(({ key, outlet }) => [key, outlet ?? '']));
  const relays = held.flatMap(({ relays: list = [] }) =>
    list.flatMap(({ article, span }) => (span === undefined ? [] : [{ outlet: outletOf.get(article) ?? '', span }])),
  );
  const stubs = new Map(of('article').map((one) => [one.id, one]));
  const theirs = proposed.flatMap(({ relays: list }) =>
    list.map(({ article, span }) => ({ outlet: meant(stubs.get(article)?.outlet ?? ''), span })),
  );
  const place = ({ outlet, span }: { outlet: string; span: Span }): string => `${outlet} ${span.start}`;

  const utterances = new Map(document.utterances.map((one) => [one.key, one]));
  const sources = new Map(document.sources.map(({ id, actor }) => [id, actor ?? 'anonymous']));
  const speakerOf = ({
    speaker,
    speakerSource,
  }: {
    speaker?: string | undefined;
    speakerSource?: string | undefined;
  }): string => speaker ?? sources.get(speakerSource ?? '') ?? 'anonymous';
  const quotes = document.quotes.map(({ span, utterance }) => ({
    span,
    speaker: speakerOf(utterances.get(utterance ?? '') ?? {}),
  }));
  const myQuotes = of('quote').map(({ span, speaker }) => ({
    span,
    speaker: speaker === undefined ? 'anonymous' : meant(speaker),
  }));
  return {
    entities: compare(
      document.entities.map(({ key }) => key),
      distinct(
        of('mention').map(({ entity }) => meant(entity)),
        (key) => key,
      ),
      same,
    ),
    stances: compare(
      distinct(
        stances.filter(({ claim }) => claim.kind === 'stance').map(({ claim }) => triple(claim)),
        (one) => one,
      ),
      distinct(
        mine.filter(({ claim }) => claim.kind === 'stance').map(({ claim }) => triple(claim)),
        (one) => one,
      ),
      same,
    ),
    'stances and counts, with mode and modality': compare(
      distinct(
        stances.map(
          ({ claim, assertion: { mode, modality } }) =>
            `${claim.kind} ${triple(claim)} ${claim.kind === 'count' ? `${claim.quantifier} ${claim.number}` : ''} ${mode} ${modality}`,
        ),
        (one) => one,
      ),
      distinct(
        mine.map(
          ({ claim, mode, modality }) =>
            `${claim.kind} ${triple(claim)} ${claim.kind === 'count' ? `${claim.quantifier} ${claim.number}` : ''} ${mode} ${modality}`,
        ),
        (one) => one,
      ),
      same,
    ),
    relays: compare(
      distinct(relays, place),
      distinct(theirs, place),
      (a, b) => a.outlet === b.outlet && overlap(a.span, b.span),
    ),
    quotations: compare(quotes, myQuotes, (a, b) => overlap(a.span, b.span)),
    'quotations with speaker': compare(quotes, myQuotes, (a, b) => overlap(a.span, b.span) && a.speaker === b.speaker),
  };
}

interface Report {
  document: ClaimsDocument;
  text: string;
}
function reportsIn(folder: string): Report[] {
  const texts = new Map(
    readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name));
      const hash: string = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      return [hash, bytes.toString('utf8')] as const;
    }),
  );
  return readdirSync(join(root, 'data', 'reports')).flatMap((name) => {
    const document = ClaimsDocument.parse(JSON.parse(readFileSync(join(root, 'data', 'reports', name), 'utf8')));
    const text = texts.get(document.article.textHash);
    return text === undefined ? [] : [{ document, text }];
  });
}

/** Finds the attributions of a text; the rules on claims take them from whoever finds them. */
export type Attribute = (reading: Reading) => Attribution[];

export interface BundledRun {
  rows: Row[];
  drafts: { document: ClaimsDocument; draft: Draft; known: string }[];
}

/**
 * Rows for the table, or undefined where the reports' texts are not at hand. Each measure stands three times: against an
 * empty database, against what the other reports declare (none of the report's own), and against all bundled entities.
 */
export function scoreBundled(folder: string, attribute: Attribute): BundledRun | undefined {
  if (!existsSync(folder)) return undefined;
  const reports = reportsIn(folder);
  const { entities } = EntitiesDocument.parse(JSON.parse(readFileSync(join(root, 'data', 'entities.json'), 'utf8')));
  const all: KnownEntity[] = entities.map(({ key, type, name, aliases = [] }) => ({ key, type, name, aliases }));
  const knownTo = {
    nothing: () => [],
    'the other reports': (report: Report) => {
      const others = new Set(
        reports.filter((one) => one !== report).flatMap(({ document }) => document.entities.map(({ key }) => key)),
      );
      return all.filter(({ key }) => others.has(key));
    },
    'all bundled': () => all,
  };
  const run: BundledRun = { rows: [], drafts: [] };
  for (const [known, choose] of Object.entries(knownTo)) {
    const total = new Map<Measure, Counts>(
      measures.map((what) => [what, { found: 0, expected: 0, right: 0, proposed: 0 }]),
    );
    for (const report of reports) {
      const { key, outlet, publishedFrom, publishedTo, dateBasis } = report.document.article;
      const about = {
        key,
        dateBasis,
        ...(outlet === undefined ? {} : { outlet }),
        ...(publishedFrom === undefined ? {} : { publishedFrom }),
        ...(publishedTo === undefined ? {} : { publishedTo }),
      };
      const reading = readText(report.text, winkTagger);
      const draft = extractDraft(reading, about, prepare({ entities: choose(report) }), attribute(reading));
      run.drafts.push({ document: report.document, draft, known });
      for (const [what, counts] of Object.entries(countsOf(report.document, draft)) as [Measure, Counts][]) {
        const sum = total.get(what);
        if (sum === undefined) continue;
        for (const name of ['found', 'expected', 'right', 'proposed'] as const) sum[name] += counts[name];
      }
    }
    for (const [what, { found, expected, right, proposed }] of total) {
      const [precision, recall] = [proposed === 0 ? 0 : right / proposed, expected === 0 ? 0 : found / expected];
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      run.rows.push({ what, known, expected, proposed, precision, recall, f1 });
    }
  }
  return run;
}
