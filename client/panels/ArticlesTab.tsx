// The list of articles: those that are held, and those known only through them.
import type { ArticleRef } from '../../server/schema/view.ts';
import { articles } from '../state/data.ts';
import { focusedAssertion } from '../state/details.ts';
import { selectArticle, selectedArticle } from '../state/selection.ts';
import { asOf } from '../state/view.ts';
import { count } from '../text/format.ts';
import { lastDay } from '../text/timeline.ts';
import { Empty } from '../ui/basics.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { titleOf } from './ArticleDetails.tsx';
import { dateOf, outletOf } from './AssertionCard.tsx';

/** Whether it was published after the as-of date, and so does not count. */
const isLater = ({ publishedFrom, publishedTo }: ArticleRef): boolean => {
  const published = publishedTo ?? publishedFrom;
  return asOf.value !== null && published !== null && lastDay(published) > lastDay(asOf.value);
};

const columns: readonly Column<ArticleRef>[] = [
  {
    id: 'title',
    title: 'Title',
    value: titleOf,
    cell: (article) => <span class={`cell-title${isLater(article) ? ' muted' : ''}`}>{titleOf(article)}</span>,
  },
  {
    id: 'outlet',
    title: 'Outlet',
    width: '22%',
    value: (article) => article.outlet?.name,
    cell: (article) => <span class={article.outlet && !isLater(article) ? '' : 'muted'}>{outletOf(article)}</span>,
  },
  {
    id: 'date',
    title: 'Published',
    width: '30%',
    value: (article) => article.publishedTo ?? article.publishedFrom ?? undefined,
    cell: (article) => (
      <span class={article.publishedTo && !isLater(article) ? '' : 'muted'}>
        {dateOf(article)}
        {isLater(article) && ' · later'}
      </span>
    ),
  },
];

const pick = (key: string) => {
  focusedAssertion.value = null;
  selectArticle(key);
};

const List = ({ title, note, rows }: { title: string; note: string; rows: readonly ArticleRef[] }) =>
  rows.length === 0 ? null : (
    <section class="article-list">
      <header>
        <h2>
          {title} <span class="tally">{rows.length}</span>
        </h2>
        <p class="rail-note">{note}</p>
      </header>
      <DataTable
        label={title}
        columns={columns}
        rows={rows}
        keyOf={(article) => article.key}
        selected={selectedArticle.value}
        onSelect={pick}
        initial={{ column: 'date', descending: true }}
      />
    </section>
  );

export function ArticlesTab() {
  const held = articles.value.filter((article) => article.held);
  const stubs = articles.value.filter((article) => !article.held);
  return (
    <section class="articles-tab" aria-label="Articles">
      {articles.value.length === 0 && (
        <Empty title="There are no articles yet">
          Import a claims document, for example with npm run hearsay -- import FILE, and load the page again.
        </Empty>
      )}
      <List
        title="Held articles"
        note={`${count(held.length, 'article')} with the places of what they say.`}
        rows={held}
      />
      <List
        title="Known through others"
        note="Articles that the held ones relay; what they say is reconstructed from there."
        rows={stubs}
      />
    </section>
  );
}
