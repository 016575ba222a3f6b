// Contradictions and denials in a brief: both sides, why they do not go together, and what somebody made of it.
import type { ContradictionView, SideView } from '../../../schema/comparison.ts';
import type { ContradictionType, Disposition } from '../../../schema/ledger.ts';
import type { AssertionView } from '../../../schema/view.ts';
import { sortedBy } from '../../order.ts';
import { assertionsIn, type BriefData, onePerArticle } from './data.ts';
import { type Block, heading, type Inline, list, type Notes, paragraph } from './model.ts';
import { endsOf } from './sources.ts';
import { capital, dateWords, listWords, originsWords } from './words.ts';

const typeWords: Readonly<Record<ContradictionType, string>> = {
  denial: 'Denial',
  exclusive: 'Opposite positions',
  count: 'Counts that cannot both hold',
  attribution: 'Dispute of who said it',
  tension: 'Tension',
  relayDivergence: 'Different words for one origin',
  wording: 'Two renderings of one utterance',
  reversal: 'Change of position over time',
  publicPrivate: 'One thing in public, another in private',
};

function dispositionWords({ state, by, why, on }: Disposition): string {
  const who = by === null ? '' : ` by ${by}`;
  const when = on === null ? '' : `, ${dateWords(on)}`;
  return `${capital(state)}${who}${when}${why === null || why === '' ? '' : `: ${why}`}`;
}

/** Some of the side's assertions may be of articles that nobody has seen: those stand last, for what is left to cite. */
function sideWords(side: SideView, notes: Notes, known: ReadonlyMap<string, AssertionView>): Inline[] {
  const keys = sortedBy(side.assertions, (key) => [known.get(key)?.reconstructed === true ? '1' : '0', key]);
  const counted = side.origins === null ? '' : ` (${originsWords(side.origins.min, side.origins.max)})`;
  return [`${side.title.replace(/\.$/, '')}${counted}`, ...notes.cite(onePerArticle(keys, known))];
}

const entry = (found: ContradictionView, notes: Notes, known: ReadonlyMap<string, AssertionView>): Inline[] => [
  { strong: typeWords[found.type] },
  ...(found.holder === null ? [] : [`, ${found.holder.name}`]),
  ': ',
  ...sideWords(found.a, notes, known),
  '. Against it: ',
  ...sideWords(found.b, notes, known),
  `. ${found.explanation.replace(/\.?$/, '.')} `,
  { strong: dispositionWords(found.disposition) },
  '.',
];

/** Those that contest a position first; then what is shown as what it is. */
export function contradictions(data: BriefData, notes: Notes): Block[] {
  if (data.contradictions.length === 0) {
    return [heading(2, 'Contradictions'), paragraph('None between the reports at hand.')];
  }
  const known = assertionsIn(data);
  const contested = data.contradictions.filter(({ contests }) => contests);
  const others = data.contradictions.filter(({ contests }) => !contests);
  const part = (title: string, entries: readonly ContradictionView[]): Block[] =>
    entries.length === 0 ? [] : [heading(3, title), ...list(entries.map((one) => entry(one, notes, known)))];
  return [
    heading(2, 'Contradictions'),
    ...part('They contest a position', contested),
    ...part('Shown as what they are, contesting nothing', others),
  ];
}

const denying = (assertion: AssertionView): boolean =>
  assertion.counts && assertion.mode === 'denies' && !assertion.reconstructed;

/** Who denies what, by the claim that is denied. */
export function denials(data: BriefData, notes: Notes): Block[] {
  const found = sortedBy([...assertionsIn(data).values()].filter(denying), ({ claim, key }) => [
    claim.text,
    claim.key,
    key,
  ]);
  const claims = [...new Set(found.map(({ claim }) => claim.key))];
  const items = claims.map((key): Inline[] => {
    const those = found.filter(({ claim }) => claim.key === key);
    const who = listWords([...new Set(those.flatMap(endsOf))].sort());
    const what = those[0]?.claim.text ?? '';
    return [`${capital(who)}: denies “${what.replace(/\.$/, '')}”.`, ...notes.cite(those.map((one) => one.key))];
  });
  return items.length === 0 ? [] : [heading(2, 'Who denied'), ...list(items)];
}

/** Counts and statements on the plan, or of the holder, that are no position. */
export function others(data: BriefData, notes: Notes): Block[] {
  const title = data.holder === null ? 'Counts and statements on it' : `Counts and statements of ${data.holder.name}`;
  const asserted = data.others.filter(
    (one) => one.claim.kind !== 'stance' && one.counts && one.mode === 'asserts' && !one.reconstructed,
  );
  const claims = [
    ...new Set(sortedBy(asserted, ({ claim }) => [claim.kind, claim.text, claim.key]).map(({ claim }) => claim.key)),
  ];
  const items = claims.map((key): Inline[] => {
    const those = asserted.filter(({ claim }) => claim.key === key);
    const ends = [...new Set(those.flatMap(endsOf))].sort();
    const text = those[0]?.claim.text ?? '';
    return [
      `${capital(text.replace(/\.$/, ''))}, on the word of ${listWords(ends)}.`,
      ...notes.cite(those.map((one) => one.key)),
    ];
  });
  return items.length === 0 ? [] : [heading(2, title), ...list(items)];
}
