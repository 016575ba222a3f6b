// An annotated article for tests, with invented words, and what reads it.
import { readAnn } from '../../../../../server/ingest/readers/brat/ann.ts';
import { bratDocument } from '../../../../../server/ingest/readers/brat/document.ts';
import type { ArticleFacts } from '../../../../../server/ingest/readers/brat/metadata.ts';
import { Faults } from '../../../../../server/ingest/readers/faults.ts';
import { CodePoints } from '../../../../../server/ingest/readers/text/code-points.ts';

export const text = `Three against the bridge 🇳🇴

Ada Brook said on Monday that Norland would block the bridge. “We will not pay for it,” Ms. Brook told reporters.

Two officials said the vote was close. Coast Radio reported that a letter had been sent.`;

/** The line of a span on the words given, which stand in the text in this order. */
export function spanLine(id: string, type: string, ...words: string[]): string {
  const places = words.map((part) => {
    const start = [...text.slice(0, text.indexOf(part))].length;
    return `${start} ${start + [...part].length}`;
  });
  return `${id}\t${type} ${places.join(';')}\t${words.join(' ')}`;
}

export const ann = [
  spanLine('T1', 'Source', 'Ada Brook'),
  spanLine('T2', 'Cue', 'said on Monday'),
  spanLine('T3', 'Content', 'that Norland would block the bridge'),
  spanLine('T4', 'Attribution', 'said on Monday'),
  'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
  spanLine('T5', 'Source', 'Ms. Brook'),
  spanLine('T6', 'Cue', 'told'),
  spanLine('T7', 'Content', '“We will not pay for it,”'),
  spanLine('T8', 'Attribution', 'told'),
  'E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5',
  spanLine('T9', 'Source', 'Two officials'),
  spanLine('T10', 'Content', 'the vote', 'was close'),
  spanLine('T11', 'Attribution', 'said the'),
  'E3\tAttribution:T11 Content:T10 Source:T9',
  spanLine('T12', 'Source', 'Coast Radio'),
  spanLine('T13', 'Cue', 'reported'),
  spanLine('T14', 'Content', 'that a letter had been sent'),
  spanLine('T15', 'Attribution', 'reported'),
  'E4\tAttribution:T15 Content:T14 Cue:T13 Source:T12',
  spanLine('T16', 'Discuss', 'Norland'),
  '',
].join('\n');

export const read = (annotations = ann, of = text) => {
  const faults = new Faults();
  return { ...readAnn('a.ann', annotations, new CodePoints(of), faults), faults };
};

export const built = (facts: ArticleFacts = {}, annotations = ann, of = text) => {
  const { attributions } = read(annotations, of);
  return bratDocument({ name: 'harbour_2026-03-02_bridge', points: new CodePoints(of), facts, attributions });
};
