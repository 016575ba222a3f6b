// The columns of the table of relations.
import { computed } from '@preact/signals';
import type { EdgeView } from '../../../server/schema/view.ts';
import { countedOf } from '../../graph/counted.ts';
import { articlesOf, stanceOf, textOf } from '../../graph/model.ts';
import { isForeign, nameOf, noteCounts } from '../../state/data.ts';
import { formatDate, formatNumber, sentenceCase } from '../../text/format.ts';
import { badgeText } from '../../text/origins.ts';
import { relationWords } from '../../text/words.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { StanceMark } from '../../ui/marks.tsx';
import { OriginBadge } from '../../ui/OriginBadge.tsx';

const day = (edge: EdgeView, name: string): string => {
  const text = textOf(edge, name);
  return text ? formatDate(text) : '';
};

const columns: readonly Column<EdgeView>[] = [
  { id: 'from', title: 'From', value: (edge) => nameOf(edge.source), cell: (edge) => nameOf(edge.source) },
  {
    id: 'relation',
    title: 'Relation',
    width: '172px',
    value: (edge) => relationWords(edge.type),
    cell: (edge) => {
      const stance = stanceOf(edge);
      return (
        <span class="cell-stance">
          {stance && <StanceMark stance={stance} />} {sentenceCase(relationWords(edge.type))}
        </span>
      );
    },
  },
  { id: 'to', title: 'To', value: (edge) => nameOf(edge.target), cell: (edge) => nameOf(edge.target) },
  {
    id: 'origins',
    title: 'Origins',
    numeric: true,
    width: '80px',
    value: (edge) => {
      const counted = countedOf(edge);
      return counted && counted.originsMax + counted.originsMin / 10_000;
    },
    text: (edge) => {
      const counted = countedOf(edge);
      return counted ? badgeText(counted) : '';
    },
    cell: (edge) => {
      const counted = countedOf(edge);
      return counted && <OriginBadge of={counted} />;
    },
  },
  {
    id: 'articles',
    title: 'Articles',
    numeric: true,
    width: '80px',
    value: (edge) => articlesOf(edge) || undefined,
    cell: (edge) => (articlesOf(edge) === 0 ? '' : formatNumber(articlesOf(edge))),
  },
  {
    id: 'contested',
    title: 'Contested',
    width: '92px',
    value: (edge) => (countedOf(edge)?.contested ? 'contested' : undefined),
    cell: (edge) => (countedOf(edge)?.contested ? 'contested' : ''),
  },
  {
    id: 'notes',
    title: 'Notes',
    numeric: true,
    width: '72px',
    value: (edge) => noteCounts.value?.get(edge.key),
    cell: (edge) => noteCounts.value?.get(edge.key) ?? '',
  },
  {
    id: 'first',
    title: 'First',
    width: '104px',
    value: (edge) => textOf(edge, 'first'),
    cell: (edge) => day(edge, 'first'),
  },
  {
    id: 'last',
    title: 'Last',
    width: '104px',
    value: (edge) => textOf(edge, 'last'),
    cell: (edge) => day(edge, 'last'),
  },
];

/** A foreign database counts nothing: there are the two ends and the relation. */
export const relationColumns = computed(() =>
  isForeign.value ? columns.slice(0, 3) : columns.filter(({ id }) => id !== 'notes' || noteCounts.value?.size),
);
