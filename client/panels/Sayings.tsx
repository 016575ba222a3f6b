// What an actor or a source says and denies, on how many origins; a denial is said to be one.
import { countedOf } from '../graph/counted.ts';
import { dataset } from '../state/data.ts';
import { focusedAssertion, sayings } from '../state/details.ts';
import { selectArticle, selectEdge } from '../state/selection.ts';
import { count } from '../text/format.ts';
import { type Saying, sayingsOf, stanceEdgeOf } from '../text/sayings.ts';
import { modalityWords, modeWords } from '../text/words.ts';
import { FailureCard } from '../ui/basics.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';
import { ClaimMark, dateOf, outletOf } from './AssertionCard.tsx';

const most = 6;

function Line({ saying: { newest, articles, mode } }: { saying: Saying }) {
  const { article, claim } = newest;
  const open = () => {
    focusedAssertion.value = newest.key;
    selectArticle(article.key);
  };
  const edge = dataset.value.edges.get(stanceEdgeOf(newest) ?? '');
  const counted = edge && countedOf(edge);
  return (
    <li class="saying">
      <p>
        <strong class={mode === 'asserts' ? 'says' : 'mode'}>{modeWords(mode) ?? 'Says'}:</strong>{' '}
        <ClaimMark stance={claim.stance} struck={mode !== 'asserts'} /> {claim.text}
        {modalityWords(newest.modality) && <span class="relation-note"> ({modalityWords(newest.modality)})</span>}
      </p>
      {newest.quotes[0] && <q class="words">{newest.quotes[0].text}</q>}
      <button type="button" class="link when" onClick={open}>
        {outletOf(article)}, {dateOf(article)}
        {articles > 1 && `; ${count(articles, 'article')} in all`}
      </button>
      {counted && edge && (
        <>
          {' '}
          <button type="button" class="link when" onClick={() => selectEdge(edge.key)}>
            Origins <OriginBadge of={counted} />
          </button>
        </>
      )}
    </li>
  );
}

export function SayingList({ of }: { of: string }) {
  const status = sayings.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={sayings.retry} />;
  if (status.state !== 'ready' || status.value.key !== of) return null;
  const list = sayingsOf(status.value.assertions);
  if (list.length === 0) return null;
  const denials = list.filter((one) => one.mode === 'denies').length;
  return (
    <section class="relations sayings">
      <h3>
        {denials === 0 ? 'Says' : denials === list.length ? 'Denies' : 'Says and denies'}{' '}
        <span class="tally">{list.length}</span>
      </h3>
      <ul>
        {list.slice(0, most).map((one) => (
          <Line key={`${one.mode} ${one.newest.key}`} saying={one} />
        ))}
      </ul>
      {list.length > most && (
        <details class="more">
          <summary>{list.length - most} more</summary>
          <ul>
            {list.slice(most).map((one) => (
              <Line key={`${one.mode} ${one.newest.key}`} saying={one} />
            ))}
          </ul>
        </details>
      )}
      {status.value.more && <p class="rail-note">Further reports of what it says are left out here.</p>}
    </section>
  );
}
