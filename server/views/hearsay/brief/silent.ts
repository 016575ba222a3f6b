// Who of a named set has said nothing on the plan, and of whom reports speak without giving it a position held now.
import type { Unsettled } from '../../../schema/comparison.ts';
import type { Modality } from '../../../schema/stance.ts';
import type { BriefData } from './data.ts';
import { type Block, heading, type Inline, list, type Notes, paragraph } from './model.ts';
import { listWords, stanceVerb } from './words.ts';

const modalities: Readonly<Record<Modality, string>> = {
  now: '',
  expected: 'expected',
  inAbstract: 'said in the abstract only',
  hypothetical: 'hypothetical',
};

/** "that it opposes it is denied": what is said, and how; a denial of what is expected is first of all a denial. */
export function saidWords({ stance, mode, modality }: Unsettled['said'][number]): string {
  const how = mode === 'denies' ? 'denied' : mode === 'questions' ? 'called into question' : modalities[modality];
  return `that it ${stanceVerb(stance)} is ${how}`;
}

const item = ({ holder, said }: Unsettled, notes: Notes): Inline[] => [
  { strong: holder.name },
  `: ${listWords([...new Set(said.map(saidWords))])}.`,
  ...notes.cite(said.flatMap(({ assertions }) => assertions)),
];

/** Who has said nothing, where a set is named. */
export function silent({ silent: found }: BriefData, notes: Notes): Block[] {
  if (found === null) return [];
  const { among, members, unsettled } = found;
  const names = members.map(({ name }) => name);
  const all = unsettled.length === 0 ? 'has a reported position' : 'is spoken of';
  return [
    heading(2, `Who has said nothing: ${among.name}`),
    paragraph(
      names.length === 0
        ? `Every member of ${among.name} that the data knows ${all}.`
        : `No report at hand gives a position to ${listWords(names)}. That is the silence of these reports, not of those members.`,
    ),
    ...(unsettled.length === 0
      ? []
      : [
          paragraph('Of others reports speak, but give them no position that they hold now:'),
          ...list(unsettled.map((one) => item(one, notes))),
        ]),
  ];
}
