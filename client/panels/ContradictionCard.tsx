// An entry of the ledger: the card between its two sides, each with who says so and on how many origins.
import type { ContradictionView, SideView } from '../../server/schema/comparison.ts';
import { articles, nameOf } from '../state/data.ts';
import { focusedAssertion } from '../state/details.ts';
import { selectArticle, selectEdge } from '../state/selection.ts';
import { count } from '../text/format.ts';
import { sideCounts, typeWords } from '../text/ledger.ts';
import { doesWords, modeWords } from '../text/words.ts';
import { NodeLink } from '../ui/basics.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';
import { ClaimMark, dateOf, outletOf } from './AssertionCard.tsx';
import { DispositionForm } from './DispositionForm.tsx';
import { WatchThis } from './watches/WatchThis.tsx';

type Sayer = SideView['sayers'][number];

function SayerLine({ sayer }: { sayer: Sayer }) {
  const { article } = sayer;
  const open = () => {
    focusedAssertion.value = sayer.assertion;
    selectArticle(article.key);
  };
  const mode = modeWords(sayer.mode);
  return (
    <li class="sayer">
      <p class="sayer-head">
        {article.outlet ? <NodeLink node={article.outlet} /> : <span>{outletOf(article)}</span>}
        <button type="button" class="link when" onClick={open} title="Open the article at this place">
          <span class="visually-hidden">Open the article of {outletOf(article)},</span>
          {dateOf(article)}
        </button>
      </p>
      {sayer.quote !== null ? (
        <blockquote class="words">{sayer.quote}</blockquote>
      ) : (
        sayer.wording && <q class="words">{sayer.wording}</q>
      )}
      <p class="sayer-note">
        {[
          mode && `${mode} it`,
          sayer.onWordOf && `source: ${sayer.onWordOf}`,
          sayer.quote !== null && sayer.wording && `worded “${sayer.wording}”`,
          !article.held && 'known through others',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

/** What a side holds. A disputed article leads to itself. */
export function SideTitle({ side }: { side: SideView }) {
  const article = articles.value.find((one) => one.key === side.article);
  if (side.claim !== null || !article) {
    return (
      <>
        <ClaimMark stance={side.stance} struck={side.mode !== 'asserts'} /> {side.title}
      </>
    );
  }
  return (
    <>
      The report of{' '}
      <button type="button" class="link" onClick={() => selectArticle(article.key)}>
        {outletOf(article)}, {dateOf(article)}
      </button>
    </>
  );
}

function Side({ side, most }: { side: SideView; most: number }) {
  const counts = sideCounts(side);
  // What an article says in its own words stands before what is known of others through it.
  const sayers = [...side.sayers].sort((a, b) => Number(b.quote !== null) - Number(a.quote !== null));
  const rest = sayers.slice(most);
  return (
    <section class="side">
      <p class="side-title">
        <SideTitle side={side} /> {counts && <OriginBadge of={counts} />}
      </p>
      <ul>
        {sayers.slice(0, most).map((sayer) => (
          <SayerLine key={sayer.assertion} sayer={sayer} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details class="more">
          <summary>{count(rest.length, 'more assertion')}</summary>
          <ul>
            {rest.map((sayer) => (
              <SayerLine key={sayer.assertion} sayer={sayer} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** "Germany opposes the invitation", as a way to the edge's evidence. */
function edgeName(key: string): string {
  const [type = '', source = '', target = ''] = key.split('~');
  return `${nameOf(source)} ${doesWords(type, source)} ${nameOf(target)}`;
}

/** `edge` is the one whose evidence shows the card: it needs no way to itself. `most` sayers of a side are shown at once. */
export function ContradictionCard({
  entry,
  edge,
  most = 3,
}: {
  entry: ContradictionView;
  edge?: string;
  most?: number;
}) {
  const words = typeWords[entry.type];
  const edges = entry.edges.filter((key) => key !== edge);
  return (
    <article class={`contradiction${entry.contests ? ' contests' : ''}`} data-key={entry.key}>
      <Side side={entry.a} most={most} />
      <div class="between">
        <h4 title={words.meaning}>
          <span class="type-sign" aria-hidden="true">
            {words.mark}
          </span>
          {words.title}
          <span class="contests-note">{entry.contests ? 'contests' : 'does not contest'}</span>
        </h4>
        <p>{entry.explanation}</p>
        {edges.length > 0 && (
          <p class="bears-on">
            Bears on{' '}
            {edges.slice(0, 4).map((key, index) => [
              index > 0 && '; ',
              <button key={key} type="button" class="link" onClick={() => selectEdge(key)}>
                {edgeName(key)}
              </button>,
            ])}
            {edges.length > 4 && ` and ${edges.length - 4} more`}
          </p>
        )}
        <DispositionForm entry={entry} />
        <WatchThis watches={{ kind: 'contradiction', contradiction: entry.key }} what="contradiction" />
      </div>
      <Side side={entry.b} most={most} />
    </article>
  );
}
