// The ledger's words: what each kind of contradiction is, its sign, and what people made of it.
import type { ContradictionView, SideView } from '../../server/schema/comparison.ts';
import type { ContradictionType, DispositionState } from '../../server/schema/ledger.ts';
import type { Counted } from '../graph/counted.ts';
import { formatDate, sentenceCase } from './format.ts';

interface TypeWords {
  title: string;
  /** A sign that tells the types apart in a list, beside the title. */
  mark: string;
  meaning: string;
  /** Stands between the two sides. */
  between: string;
}

/** The contesting types first, as the ledger lists them. */
export const typeWords: Readonly<Record<ContradictionType, TypeWords>> = {
  denial: {
    title: 'Denial',
    mark: '≠',
    meaning: 'One report puts a claim forward that another denies or disputes.',
    between: 'is denied by',
  },
  exclusive: {
    title: 'Exclusive stances',
    mark: '⇄',
    meaning: 'The same holder is said to support and to oppose the same plan at the same time.',
    between: 'cannot hold together with',
  },
  count: {
    title: 'Counts that exceed the whole',
    mark: '#',
    meaning: 'The least numbers on opposite sides add up to more members than there are.',
    between: 'adds up to too many with',
  },
  attribution: {
    title: 'Disputed attribution',
    mark: '@',
    meaning: 'Reports disagree on who said it.',
    between: 'is attributed otherwise by',
  },
  tension: {
    title: 'Tension',
    mark: '~',
    meaning: 'A clear position and a hesitant or deferring one, from different origins: both can be true.',
    between: 'is in tension with',
  },
  relayDivergence: {
    title: 'Relays diverge',
    mark: '≈',
    meaning: 'Articles that rest on one origin word the position differently.',
    between: 'is worded otherwise in',
  },
  wording: {
    title: 'Two wordings',
    mark: '”',
    meaning: 'One utterance is quoted in different words.',
    between: 'is also quoted as',
  },
  reversal: {
    title: 'Reversal',
    mark: '↺',
    meaning: 'The positions belong to different times: a change of mind, not a contradiction.',
    between: 'was followed by',
  },
  publicPrivate: {
    title: 'Public and private',
    mark: '◐',
    meaning: 'One position is said in public and another in private: both can be held.',
    between: 'differs in private from',
  },
};
export const contradictionTypes = Object.keys(typeWords) as ContradictionType[];

export const dispositionTitle: Readonly<Record<DispositionState, string>> = {
  open: 'Open',
  explained: 'Explained',
  settled: 'Settled',
};
export const dispositionMeaning: Readonly<Record<DispositionState, string>> = {
  open: 'nobody has decided on it',
  explained: 'somebody says why both were reported; it still contests',
  settled: 'somebody decided; it no longer contests, and stays in the ledger',
};

/** "Settled by Ana Kim on 22 Nov 2026"; an open entry that nobody touched is just "Open". */
export function dispositionLine({ state, by, on }: ContradictionView['disposition']): string {
  const who = by === null ? '' : ` by ${by}`;
  const when = on === null || by === null ? '' : ` on ${formatDate(on.slice(0, 10))}`;
  return `${dispositionTitle[state]}${who}${when}`;
}

/** What a side rests on; undefined where origins make no sense for it, as for two wordings of one utterance. */
export function sideCounts({ origins, sayers }: Pick<SideView, 'origins' | 'sayers'>): Counted | undefined {
  if (origins === null) return undefined;
  const articles = new Map(sayers.map((sayer) => [sayer.article.key, sayer.article]));
  const held = [...articles.values()].filter((article) => article.held);
  return {
    articles: held.length,
    outlets: new Set(held.flatMap((article) => article.outlet?.key ?? [])).size,
    unnamedOutlets: held.filter((article) => article.outlet === null).length,
    sources: origins.sources,
    originsMin: origins.min,
    originsMax: origins.max,
    originsByOwner: origins.max,
    contested: false,
  };
}

/** Who stands behind a side, without repeats: "four officials", "RBC-Ukraine". */
export function voicesOf({ sayers }: Pick<SideView, 'sayers'>): string[] {
  const voices = sayers.flatMap((sayer) => sayer.onWordOf ?? sayer.article.outlet?.name ?? []);
  return [...new Set(voices)];
}

/** What the entry is about: "Germany on the NATO invitation". */
export function questionTitle({ holder, plan }: Pick<ContradictionView, 'holder' | 'plan'>): string {
  if (!holder) return plan ? plan.name : 'No holder or plan named';
  return sentenceCase(plan ? `${holder.name} on ${plan.name}` : holder.name);
}

/** The entries in which somebody denies something: who, and what. One line for each that is denied and each who denies. */
export function denialsOf(rows: readonly ContradictionView[]) {
  return rows.flatMap((row) => {
    if (row.type !== 'denial') return [];
    const [denial, denied] = row.a.mode === 'denies' ? [row.a, row.b] : [row.b, row.a];
    return denial.mode === 'denies' ? [{ row, voices: voicesOf(denial), denied }] : [];
  });
}

/** The names of all who deny something, those who deny most first. */
export function deniersOf(rows: readonly ContradictionView[]): string[] {
  const times = new Map<string, number>();
  for (const { voices } of denialsOf(rows)) for (const voice of voices) times.set(voice, (times.get(voice) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}
