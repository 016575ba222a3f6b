// What an import of an export did, or would do, in words: one line for each part of the report.
import type { ExchangeReport } from '../../server/schema/exchange.ts';
import { count, formatNumber } from './format.ts';

/** Differing edges that are listed. */
const mostTold = 20;

type Counts = ExchangeReport['derived']['differences'][number]['here'];

/** The counts that are not the same: "articles 2 in the file, 1 here". */
function countsApart(exported: Counts, here: Counts): string {
  if (here === null) return 'is not here';
  const names = Object.keys({ ...exported, ...here }).filter((name) => exported?.[name] !== here[name]);
  return names
    .map((name) => `${name} ${exported?.[name] ?? 'none'} in the file, ${here[name] ?? 'none'} here`)
    .join('; ');
}

/** "2 new, 5 unchanged"; what is none is left out. */
function outcomes({ created, revised, replaced, unchanged }: ExchangeReport['articles']): string {
  const parts = { new: created, revised, replaced, 'here already': unchanged };
  const told = Object.entries(parts).filter(([, number]) => number > 0);
  return told.map(([word, number]) => `${formatNumber(number)} ${word}`).join(', ') || 'none';
}

function decided({ taken, unchanged, kept, leftOut }: ExchangeReport['decisions']): string {
  const parts = { new: taken, 'here already': unchanged, 'otherwise here': kept.length, 'left out': leftOut.length };
  const told = Object.entries(parts).filter(([, number]) => number > 0);
  return told.map(([word, number]) => `${formatNumber(number)} ${word}`).join(', ') || 'none';
}

function derived({ compared, equal, more }: ExchangeReport['derived']): string {
  const here = more === 0 ? '' : `; ${formatNumber(more)} more here`;
  if (equal === compared) return `all ${formatNumber(compared)} as in the file${here}`;
  return `${formatNumber(equal)} of ${formatNumber(compared)} as in the file${here}`;
}

/** Names and values of the summary. */
export function reportRows({
  articles,
  created,
  relations,
  decisions,
  derived: of,
}: ExchangeReport): [string, string][] {
  const records = Object.values(created).reduce((sum, number) => sum + number, 0);
  return [
    ['Articles', outcomes(articles)],
    ['New in the graph', `${count(records, 'record')}, ${count(relations, 'relation')}`],
    ['Decisions, notes, views, stories', decided(decisions)],
    ['Derived relations', derived(of)],
  ];
}

export interface ReportList {
  title: string;
  note: string;
  items: string[];
}

/** What a person should look at, list by list; those without items are left out. */
export function reportLists({
  decisions,
  alike,
  derived: { differences, compared, equal },
}: ExchangeReport): ReportList[] {
  const reasons = (list: ExchangeReport['decisions']['kept']): string[] =>
    list.map(({ pointer, what, reason }) => `${what} (${pointer}): ${reason}`);
  const lists: ReportList[] = [
    {
      title: 'Otherwise here',
      note: 'What this database has stays as it is.',
      items: reasons(decisions.kept),
    },
    {
      title: 'Left out',
      note: 'The evidence of this database does not allow it.',
      items: reasons(decisions.leftOut),
    },
    {
      title: 'Names that are taken',
      note: 'Both are kept, each under its key.',
      items: alike.map(({ key, name, other }) => `${name} (${key}) goes by a name of ${other}`),
    },
    {
      title: 'Derived relations that differ',
      note:
        compared - equal > mostTold
          ? `The first ${mostTold} of ${formatNumber(compared - equal)}. They differ where the two databases hold different reports.`
          : 'They differ where the two databases hold different reports.',
      items: differences.slice(0, mostTold).map(({ key, exported, here }) => `${key}: ${countsApart(exported, here)}`),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}
