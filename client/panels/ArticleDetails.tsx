// An article in the panel: what it asserts and where, whom it relays, who relays it, whom it names.
import { useEffect } from 'preact/hooks';
import type { ArticleRef, ArticleView } from '../../server/schema/view.ts';
import { article, focusedAssertion } from '../state/details.ts';
import { selectArticle } from '../state/selection.ts';
import { typeOf } from '../graph/model.ts';
import { count, countInWords, formatNumber, sentenceCase } from '../text/format.ts';
import { FailureCard, NodeLink, OutsideLink, Progress } from '../ui/basics.tsx';
import { TypeMark } from '../ui/marks.tsx';
import { ArticleText } from './ArticleText.tsx';
import { AssertionCard, dateOf, outletOf } from './AssertionCard.tsx';

/** The title, or the outlet and date where it has none. */
export const titleOf = (of: ArticleRef): string => of.title ?? `${outletOf(of)}, ${dateOf(of)}`;

const Relayed = ({ title, links }: { title: string; links: ArticleView['relays'] }) =>
  links.length === 0 ? null : (
    <section class="relations">
      <h3>{title} <span class="tally">{links.length}</span></h3>
      <ul>
        {links.map(({ article: other, how }, index) => (
          <li class="relation" key={`${other.key} ${index}`}>
            <span class="relation-end">
              <button type="button" class="link" onClick={() => selectArticle(other.key)}>{titleOf(other)}</button>
              <span class="relation-note"><q class="words">{how}</q></span>
            </span>
            <span class="relation-note">{dateOf(other)}</span>
          </li>
        ))}
      </ul>
    </section>
  );

function Mentions({ mentions }: { mentions: ArticleView['mentions'] }) {
  if (mentions.length === 0) return null;
  return (
    <details class="relations" open={mentions.length <= 8}>
      <summary><h3>Mentions <span class="tally">{mentions.length}</span></h3></summary>
      <ul class="mentions">
        {mentions.map(({ node, spans }) => (
          <li key={node.key}>
            <TypeMark type={typeOf(node)} /> <NodeLink node={node} />
            <span class="relation-note">{spans.length > 0 && `at ${spans.slice(0, 4).map((span) => formatNumber(span.start)).join(', ')}${spans.length > 4 ? ' …' : ''}`}</span>
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
    relayedBy.length > 0 ? `is relayed by ${countInWords(new Set(relayedBy.map((link) => link.article.key)).size, 'article')}` : '',
  ].filter(Boolean);
  return `${[says, ...rest].join(', ').replace(/, ([^,]*)$/, ' and $1')}.`;
}

function Body({ found }: { found: ArticleView }) {
  const about = found.article;
  useEffect(() => {
    const key = focusedAssertion.value;
    if (key) document.getElementById(`assertion-${key}`)?.scrollIntoView({ block: 'center' });
  }, []);
  const order = [...found.assertions].sort((a, b) => (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY));
  return (
    <>
      <header class="panel-head">
        <p class="kind"><TypeMark type="Article" /> {about.held ? 'Article' : 'Article known through others'}</p>
        <h2>{titleOf(about)}</h2>
        <p class="byline">
          {about.outlet ? <NodeLink node={about.outlet} /> : 'Outlet not named'} · {dateOf(about)}
          {about.url && <> · <OutsideLink url={about.url}>Original</OutsideLink></>}
        </p>
      </header>
      <p class="sentence">{sentenceCase(summary(found))}</p>
      <Relayed title="Relays" links={found.relays} />
      <Relayed title="Relayed by" links={found.relayedBy} />
      {found.text !== null && <ArticleText text={found.text} assertions={found.assertions} />}
      <section class="relations">
        <h3>Assertions <span class="tally">{found.assertions.length}</span></h3>
        {found.assertions.length === 0 && <p class="rail-note">It asserts nothing that the data holds.</p>}
        {order.map((assertion) => <AssertionCard key={assertion.key} assertion={assertion} showClaim inArticle />)}
      </section>
      <Mentions mentions={found.mentions} />
      {found.text === null && about.held && (
        <p class="rail-note">The full text is not kept, only the words at each place: {count(found.assertions.filter((one) => one.quote !== null).length, 'passage')}.</p>
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
