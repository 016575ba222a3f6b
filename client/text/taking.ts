// What a file would bring, or brought, in a line or two.
import type { ImportReport } from '../../server/schema/view.ts';
import type { ItemState } from '../state/taking/run.ts';
import type { TakenReport } from '../state/taking/send.ts';
import { count, formatNumber, formatRange, listNames } from './format.ts';
import { reportRows } from './import-report.ts';

const outcomes = {
  created: 'new',
  unchanged: 'here already, nothing changes',
  revised: 'a revision of an article that is here',
  replaced: 'replaces what its earlier document said',
} as const;

/** "12 new records (3 people, 1 outlet …)". */
function newRecords({ created, relations, removed }: Pick<ImportReport, 'created' | 'relations' | 'removed'>): string {
  const records = Object.values(created).reduce((sum, number) => sum + number, 0);
  const parts = [
    records > 0 ? count(records, 'new record') : '',
    relations > 0 ? count(relations, 'new relation') : '',
    removed > 0 ? `${count(removed, 'record')} of before taken out` : '',
  ].filter(Boolean);
  return listNames(parts);
}

export interface TakenLines {
  title: string;
  lines: string[];
  notes: readonly string[];
  /** Whether it changes nothing. */
  nothing: boolean;
}

export function takenLines(taken: TakenReport): TakenLines {
  switch (taken.form) {
    case 'article':
    case 'address': {
      const { report } = taken;
      const { read } = report;
      const facts = [
        read.outletName ?? 'outlet not named',
        formatRange(read.publishedFrom ?? null, read.publishedTo ?? null) ?? 'undated',
        read.author,
        `${formatNumber(read.length)} characters`,
      ];
      return {
        title: read.title ?? 'Without a title',
        lines: [`Article, ${outcomes[report.outcome]}: ${facts.filter(Boolean).join(', ')}`],
        notes: report.notes,
        nothing: report.outcome === 'unchanged',
      };
    }
    case 'claims': {
      const { report } = taken;
      return {
        title: report.article === 'entities' ? 'Shared entities' : report.article,
        lines: [
          report.article === 'entities'
            ? `Entities document, ${report.outcome === 'replaced' ? 'adds to what is here' : outcomes[report.outcome]}`
            : `Claims document, ${outcomes[report.outcome]}`,
          newRecords(report),
        ].filter(Boolean),
        notes: report.matched.map(({ given, key }) => `“${given}” is taken for ${key}`),
        nothing: report.outcome === 'unchanged',
      };
    }
    case 'linked':
    case 'lines': {
      const { documents, notes } = taken.report;
      const changed = documents.filter(({ outcome }) => outcome !== 'unchanged').length;
      return {
        title: count(documents.length, 'document'),
        lines: [`${formatNumber(changed)} of them bring something new`],
        notes,
        nothing: changed === 0,
      };
    }
    case 'csv': {
      const { rows, articles, assertions, relations, skipped } = taken.report;
      const changed = articles.created + articles.revised + articles.replaced;
      const parts = [
        count(articles.created, 'new article'),
        count(assertions, 'assertion'),
        count(relations, 'stated relation'),
        skipped > 0 ? `${count(skipped, 'row')} left out by the mapping` : '',
      ];
      return {
        title: count(rows, 'row'),
        lines: [listNames(parts.filter(Boolean))],
        notes: [],
        nothing: changed === 0,
      };
    }
    case 'export': {
      const { report } = taken;
      const { articles, decisions, created, relations } = report;
      return {
        title: 'Hearsay export',
        lines: reportRows(report).map(([name, value]) => `${name}: ${value}`),
        notes: [...decisions.kept, ...decisions.leftOut].map(({ what, reason }) => `${what}: ${reason}`),
        nothing:
          Object.keys(created).length === 0 &&
          relations === 0 &&
          articles.created + articles.revised + articles.replaced + decisions.taken === 0,
      };
    }
  }
}

const steps: Readonly<Record<ItemState['step'], string>> = {
  waiting: 'waiting',
  reading: 'reading',
  trying: 'being tried',
  importing: 'being imported',
  tried: 'can be imported',
  done: 'imported',
  refused: 'not taken',
  stopped: 'stopped',
};
/** What became of a file; of one that changed nothing nothing was taken in. */
export const stepWords = (state: ItemState): string =>
  state.step === 'done' && takenLines(state.taken).nothing ? 'unchanged' : steps[state.step];
