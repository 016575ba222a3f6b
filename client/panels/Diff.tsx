// The list of what is other than it was, between two days or without what is left out, in the panel.

import type { Counted } from '../graph/counted.ts';
import { stanceOf } from '../graph/model.ts';
import { type Change, comparing, comparison, comparisonStatus, isLost, retryComparison } from '../state/compare.ts';
import { hovered, selectArticle, selectEdge } from '../state/selection.ts';
import { asOf, since } from '../state/view.ts';
import { leftOut } from '../state/what-if.ts';
import { countInWords, formatDate, inWords, listNames, sentenceCase } from '../text/format.ts';
import { doesWords } from '../text/words.ts';
import { Empty, FailureCard, Progress } from '../ui/basics.tsx';
import { StanceMark } from '../ui/marks.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';
import { titleOf } from './ArticleDetails.tsx';
import { dateOf } from './AssertionCard.tsx';

const Counts = ({ badge }: { badge: Counted | null }) =>
  badge === null ? <span class="change-none">none</span> : <OriginBadge of={badge} />;

/** Where the origins stay as they are, what else is counted otherwise. */
function others({ before, after }: Change): string {
  if (!before || !after) return '';
  const one = (name: 'articles' | 'sources' | 'outlets', unit: string) =>
    before[name] === after[name] ? '' : `${before[name]} → ${after[name]} ${unit}`;
  return [
    one('articles', 'articles'),
    one('sources', 'sources'),
    one('outlets', 'outlets'),
    before.contested === after.contested ? '' : after.contested ? 'now contested' : 'no longer contested',
  ]
    .filter(Boolean)
    .join(', ');
}

function Row({ change, name }: { change: Change; name: (key: string) => string }) {
  const { edge } = change;
  const stance = stanceOf(edge);
  const note = others(change);
  return (
    <li class="change">
      <button
        type="button"
        class="change-name"
        onClick={() => selectEdge(edge.key)}
        onMouseEnter={() => {
          hovered.value = { kind: 'edge', key: edge.key };
        }}
        onMouseLeave={() => {
          hovered.value = null;
        }}
      >
        {stance && <StanceMark stance={stance} />}
        <span>
          {name(edge.source)} {doesWords(edge.type, edge.source)} {name(edge.target)}
        </span>
      </button>
      <span class="change-counts">
        <Counts badge={change.before} />
        <span aria-hidden="true">→</span>
        <span class="visually-hidden">becomes</span>
        <Counts badge={change.after} />
      </span>
      {note !== '' && <span class="relation-note">{note}</span>}
    </li>
  );
}

function Section({
  title,
  note,
  changes,
  name,
}: {
  title: string;
  note: string;
  changes: readonly Change[];
  name: (key: string) => string;
}) {
  if (changes.length === 0) return null;
  const rank = (change: Change) => (stanceOf(change.edge) ? '0' : '1') + name(change.edge.source);
  const sorted = [...changes].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  return (
    <section class="relations">
      <h3>
        {title} <span class="tally">{changes.length}</span>
      </h3>
      <p class="rail-note">{note}</p>
      <ul class="changes">
        {sorted.map((change) => (
          <Row key={change.edge.key} change={change} name={name} />
        ))}
      </ul>
    </section>
  );
}

function Head() {
  const wanted = comparing.value;
  const names = listNames(
    leftOut.value.map(({ name }) => name),
    4,
  );
  const days = `${formatDate(since.value ?? '')} to ${asOf.value === null ? 'all dates' : formatDate(asOf.value)}`;
  return (
    <header class="panel-head">
      <p class="kind">{wanted?.kind === 'days' ? 'Difference of two days' : 'What if'}</p>
      <h2>{wanted?.kind === 'days' ? days : `Without ${names}`}</h2>
    </header>
  );
}

function Body() {
  const found = comparison.value;
  const wanted = comparing.value;
  const status = comparisonStatus.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={retryComparison} />;
  if (!found || !wanted) return <Progress what="Comparing" />;
  const names = new Map(found.nodes.map((node) => [node.key, node.name]));
  const name = (key: string) => names.get(key) ?? key;
  const lost = [...found.removed, ...found.changed].filter(isLost);
  const changed = found.changed.filter((change) => !isLost(change));
  const days = wanted.kind === 'days';
  const total = found.added.length + lost.length + changed.length;
  const sentence = days
    ? `${countInWords(found.added.length, 'relation')} ${found.added.length === 1 ? 'is' : 'are'} new, ${lost.length === 0 ? 'none' : inWords(lost.length)} gone, ${changed.length === 0 ? 'none' : inWords(changed.length)} counted otherwise.`
    : `${countInWords(lost.length, 'relation')} ${lost.length === 1 ? 'loses' : 'lose'} all support, ${countInWords(changed.length, 'other')} ${changed.length === 1 ? 'is' : 'are'} counted otherwise.`;
  if (total === 0) {
    return (
      <Empty title={days ? 'Nothing is other than it was' : 'Nothing rests on this alone'}>
        {days
          ? 'No article that changes a relation appeared between these days.'
          : 'Every relation stands as it did, with the same counts.'}
      </Empty>
    );
  }
  return (
    <>
      <p class="sentence">{sentenceCase(sentence)}</p>
      {found.articles.added.length > 0 && (
        <section class="relations">
          <h3>
            Articles that appeared <span class="tally">{found.articles.added.length}</span>
          </h3>
          <ul>
            {found.articles.added.map((article) => (
              <li class="relayed" key={article.key}>
                <button type="button" class="link" onClick={() => selectArticle(article.key)}>
                  {titleOf(article)}
                </button>
                <span class="relation-note date">{dateOf(article)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Section
        title="New"
        note="Marked “new” on the canvas, or with a diamond where there are many."
        changes={found.added}
        name={name}
      />
      <Section
        title={days ? 'Gone' : 'Lose their support'}
        note="Dotted on the canvas, marked “gone”, or with a hollow diamond where there are many."
        changes={lost}
        name={name}
      />
      <Section
        title="Counted otherwise"
        note="Origins from the least to the most, before and after."
        changes={changed}
        name={name}
      />
    </>
  );
}

export const ComparePanel = () => (
  <>
    <Head />
    <Body />
  </>
);
