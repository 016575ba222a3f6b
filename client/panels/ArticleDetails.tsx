// An article in the panel: what it asserts and where, whom it relays, who relays it, whom it names.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ArticleRef, ArticleView } from '../../server/schema/view.ts';
import { typeOf } from '../graph/model.ts';
import { article, focusedAssertion } from '../state/details.ts';
import { selectArticle } from '../state/selection.ts';
import { count, countInWords, formatNumber, sentenceCase } from '../text/format.ts';
import { articleTitle } from '../text/titles.ts';
import { FailureCard, NodeLink, OutsideLink, Progress } from '../ui/basics.tsx';
import { Lazy } from '../ui/Lazy.tsx';
import { TypeMark } from '../ui/TypeMark.tsx';
import { ArticleLinks } from './ArticleLinks.tsx';
import { ArticleText } from './ArticleText.tsx';
import { AssertionCard, dateOf } from './AssertionCard.tsx';
import { WhatIfButton } from './WhatIf.tsx';

/** What can be done with it is fetched once one is looked at. */
const looked = signal(true);
const Work = () => (
  <Lazy open={looked} load={async () => (await import('./ArticleWork.tsx')).ArticleWork} close={() => undefined} />
);

export const titleOf = (of: ArticleRef): string => articleTitle(of);

/** Links to the same article as one, with all the words that make them. */
function byArticle(links: ArticleView['relays']): { article: ArticleRef; hows: string[] }[] {
  const groups = new Map<string, { article: ArticleRef; hows: string[] }>();
  for (const { article: other, how } of links) {
    const group = groups.get(other.key) ?? { article: other, hows: [] };
    if (!group.hows.includes(how)) group.hows.push(how);
    groups.set(other.key, group);
  }
  return [...groups.values()];
}

const Relayed = ({ title, links }: { title: string; links: ArticleView['relays'] }) =>
  links.length === 0 ? null : (
    <section class="relations">
      <h3>
        {title} <span class="tally">{byArticle(links).length}</span>
      </h3>
      <ul>
        {byArticle(links).map(({ article: other, hows }) => (
          <li class="relayed" key={other.key}>
            <button type="button" class="link" onClick={() => selectArticle(other.key)}>
              {titleOf(other)}
            </button>
            <span class="relation-note date">{dateOf(other)}</span>
            <p class="hows">{hows.join(', ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );

function Mentions({ mentions }: { mentions: ArticleView['mentions'] }) {
  if (mentions.length === 0) return null;
  return (
    <details class="relations" open={mentions.length <= 8}>
      <summary>
        <h3>
          Mentions <span class="tally">{mentions.length}</span>
        </h3>
      </summary>
      <ul class="mentions">
        {mentions.map(({ node, spans }) => (
          <li key={node.key}>
            <TypeMark type={typeOf(node)} /> <NodeLink node={node} />
            <span class="relation-note">
              {spans.length > 0 &&
                `at ${spans
                  .slice(0, 4)
                  .map((span) => formatNumber(span.start))
                  .join(', ')}${spans.length > 4 ? ' …' : ''}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function summary({ article: about, assertions, relays, relayedBy }: ArticleView): string {
  const says = `${about.held ? 'It makes' : 'It is known only through others; they give it'} ${countInWords(assertions.length, 'assertion')}`;
  const rest = [
    relays.length > 0 ? `relays ${countInWords(new Set(relays.map((link) => link.article.key)).size, 'article')}` : '',
    relayedBy.length > 0
      ? `is relayed by ${countInWords(new Set(relayedBy.map((link) => link.article.key)).size, 'article')}`
      : '',
  ].filter(Boolean);
  return `${[says, ...rest].join(', ').replace(/, ([^,]*)$/, ' and $1')}.`;
}

function Body({ found }: { found: ArticleView }) {
  const about = found.article;
  useEffect(() => {
    const key = focusedAssertion.value;
    if (key) document.getElementById(`assertion-${key}`)?.scrollIntoView({ block: 'center' });
  }, []);
  const order = [...found.assertions].sort(
    (a, b) => (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY),
  );
  return (
    <>
      <header class="panel-head">
        <p class="kind">
          <TypeMark type="Article" /> {about.held ? 'Article' : 'Article known through others'}
        </p>
        <h2>{titleOf(about)}</h2>
        <p class="byline">
          {about.outlet ? <NodeLink node={about.outlet} /> : 'Outlet not named'} · {dateOf(about)}
          {about.url && (
            <>
              {' '}
              · <OutsideLink url={about.url}>Original</OutsideLink>
            </>
          )}
        </p>
      </header>
      <p class="sentence">{sentenceCase(summary(found))}</p>
      <ArticleLinks found={found} />
      <Work />
      <Relayed title="Relays" links={found.relays} />
      <Relayed title="Relayed by" links={found.relayedBy} />
      {found.text !== null && <ArticleText text={found.text} assertions={found.assertions} />}
      <section class="relations">
        <h3>
          Assertions <span class="tally">{found.assertions.length}</span>
        </h3>
        {found.assertions.length === 0 && <p class="rail-note">It asserts nothing that the data holds.</p>}
        {order.map((assertion) => (
          <AssertionCard key={assertion.key} assertion={assertion} showClaim inArticle />
        ))}
      </section>
      <Mentions mentions={found.mentions} />
      <section class="relations decisions">
        <WhatIfButton of={{ key: about.key, name: titleOf(about) }} />
      </section>
      {found.text === null && about.held && (
        <p class="rail-note">
          The full text is not kept, only the words at each place:{' '}
          {count(found.assertions.filter((one) => one.quote !== null).length, 'passage')}.
        </p>
      )}
    </>
  );
}

export function ArticleDetails() {
  const status = article.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={article.retry} />;
  if (status.state === 'ready') return <Body found={status.value} key={status.value.article.key} />;
  return <Progress what="Loading the article" stop={article.stop} />;
}
