// The list of articles: those that are held, and those known only through them.
import type { ArticleRef } from '../../server/schema/view.ts';
import { mayAdmin } from '../state/account.ts';
import { articles, counting } from '../state/data.ts';
import { articleLinks, canDecide } from '../state/decide.ts';
import { focusedAssertion } from '../state/details.ts';
import { identityOpen } from '../state/identity.ts';
import { caseArticles } from '../state/replay.ts';
import { selectArticle, selectedArticle } from '../state/selection.ts';
import { asOf, evidenceFilter } from '../state/view.ts';
import { auditOpen, openChanges, openEdit } from '../state/work.ts';
import { count } from '../text/format.ts';
import { linkWords } from '../text/links.ts';
import { lastDay } from '../text/timeline.ts';
import { Empty } from '../ui/basics.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { titleOf } from './ArticleDetails.tsx';
import { dateOf, outletOf } from './AssertionCard.tsx';
import { Drafts } from './Drafts.tsx';
import { AddArticles } from './import/AddArticles.tsx';
import { OpenExport } from './import/OpenExport.tsx';
import { Suggestions } from './Suggestions.tsx';

/** Why it does not count under the evidence filter; empty where it does. */
function whyNot(article: ArticleRef): string {
  const { without } = evidenceFilter.value;
  const published = article.publishedTo ?? article.publishedFrom;
  if (without.has(article.key) || (article.outlet && without.has(article.outlet.key))) return 'left out';
  if (asOf.value !== null && published !== null && lastDay(published) > lastDay(asOf.value)) return 'later';
  if (article.held && caseArticles.value?.has(article.key) === false) return 'not in the case';
  return counting.value?.has(article.key) === false ? 'does not count' : '';
}

/** Reprints, corrections and retractions that the data hold, by the article they concern. */
function marksOf(key: string): string[] {
  const status = articleLinks.status.value;
  if (status.state !== 'ready') return [];
  return status.value.links
    .filter(({ review }) => review === 'accepted')
    .flatMap(({ type, article, other }) => {
      if (other.key === key && type !== 'REPUBLISHES') return [`${linkWords(type, 'in')} ${article.name}`];
      return article.key === key ? [`${linkWords(type, 'out')} ${other.name}`] : [];
    });
}

const columns: readonly Column<ArticleRef>[] = [
  {
    id: 'title',
    title: 'Title',
    value: titleOf,
    cell: (article) => (
      <>
        <span class={`cell-title${whyNot(article) ? ' muted' : ''}`}>{titleOf(article)}</span>
        <span class="cell-under">{outletOf(article)}</span>
        {marksOf(article.key).map((mark) => (
          <span class="article-mark" key={mark}>
            {mark}
          </span>
        ))}
      </>
    ),
  },
  {
    id: 'outlet',
    title: 'Outlet',
    width: '22%',
    value: (article) => article.outlet?.name,
    cell: (article) => <span class={article.outlet && !whyNot(article) ? '' : 'muted'}>{outletOf(article)}</span>,
  },
  {
    id: 'date',
    title: 'Published',
    width: '30%',
    value: (article) => article.publishedTo ?? article.publishedFrom ?? undefined,
    cell: (article) => (
      <span class={article.publishedTo && !whyNot(article) ? '' : 'muted'}>
        {dateOf(article)}
        {whyNot(article) && ` · ${whyNot(article)}`}
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
      <div class="articles-tools">
        <AddArticles />
        <OpenExport />
        <button
          type="button"
          class="button"
          onClick={() => {
            identityOpen.value = true;
          }}
        >
          Who is who
        </button>
        {canDecide() && (
          <button type="button" class="button" onClick={() => openEdit({ kind: 'entity', key: null })}>
            New entity
          </button>
        )}
        <button type="button" class="button" onClick={() => openChanges(null)}>
          Changes
        </button>
        {mayAdmin.value && (
          <button
            type="button"
            class="button"
            onClick={() => {
              auditOpen.value = true;
            }}
          >
            Audit log
          </button>
        )}
      </div>
      {articles.value.length === 0 && (
        <Empty title="There are no articles yet">
          Add some, drop files anywhere on the page, or import them with npm run hearsay -- import FILE.
        </Empty>
      )}
      <Drafts />
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
      {held.length > 1 && <Suggestions />}
    </section>
  );
}
