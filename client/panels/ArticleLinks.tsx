// What an article does to others and they to it: prints, revises, corrects, retracts; and deciding that it does.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ArticleRef, ArticleView } from '../../server/schema/view.ts';
import { articles } from '../state/data.ts';
import { by, canDecide, lastReport, linkArticles, unlinkArticles } from '../state/decide.ts';
import { selectArticle } from '../state/selection.ts';
import { linkWords } from '../text/links.ts';
import { fieldValue } from '../ui/field.ts';
import { focusNext, useFocusTurn } from '../ui/focus.ts';
import { Icon } from '../ui/marks.tsx';
import { dateOf, outletOf } from './AssertionCard.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { Report } from './Report.tsx';

type Link = ArticleView['links'][number];
const decided = ['REPUBLISHES', 'CORRECTS', 'RETRACTS'] as const;
type Decided = (typeof decided)[number];
const opener = 'link this article to another';
const changed = 'what the link changed';
const nameOf = (of: ArticleRef): string => of.title ?? `Report by ${outletOf(of)}`;
const keyOf = (of: ArticleRef, { type, direction, article }: Link): string =>
  direction === 'out' ? `${type}~${of.key}~${article.key}` : `${type}~${article.key}~${of.key}`;

async function takeBack(key: string): Promise<void> {
  if (await unlinkArticles(key)) focusNext(changed);
}

function Row({ of, link }: { of: ArticleRef; link: Link }) {
  const weighty = link.direction === 'in' && link.type !== 'REPUBLISHES';
  return (
    <li class={`article-link${weighty ? ' weighty' : ''}`}>
      {weighty && <Icon name="alert" />}
      <span>
        <strong>{linkWords(link.type, link.direction)}</strong>{' '}
        <button type="button" class="link" onClick={() => selectArticle(link.article.key)}>
          {nameOf(link.article)}
        </button>{' '}
        <span class="relation-note">
          {dateOf(link.article)}
          {link.by !== null && `, decided by ${link.by}${link.why ? `: ${link.why}` : ''}`}
        </span>
      </span>
      {link.by !== null && canDecide() && (
        <button type="button" class="link" onClick={() => void takeBack(keyOf(of, link))}>
          Take back
        </button>
      )}
    </li>
  );
}

function Form({ of, onDone }: { of: ArticleRef; onDone: (then: string) => void }) {
  const type = useSignal<Decided>('REPUBLISHES');
  const other = useSignal('');
  const id = useId();
  const decide = async (why: string | undefined) => {
    const body = { type: type.value, article: of.key, other: other.value, review: 'accepted' as const };
    if (await linkArticles({ ...body, by: by.value.trim(), ...(why === undefined ? {} : { why }) })) onDone(changed);
  };
  return (
    <DecisionForm
      action="Keep it"
      missing={other.value === '' ? 'Choose the other article.' : undefined}
      onCancel={() => onDone(opener)}
      onDecide={decide}
    >
      <label for={`${id}-type`}>This article</label>
      <select
        id={`${id}-type`}
        value={type.value}
        onChange={(event) => {
          type.value = fieldValue(event) as Decided;
        }}
      >
        {decided.map((one) => (
          <option key={one} value={one}>
            {linkWords(one, 'out').toLowerCase()}
          </option>
        ))}
      </select>
      <label for={`${id}-other`}>The article</label>
      <select
        id={`${id}-other`}
        value={other.value}
        onChange={(event) => {
          other.value = fieldValue(event);
        }}
      >
        <option value="">Choose one</option>
        {articles.value
          .filter((article) => article.key !== of.key)
          .map((article) => (
            <option key={article.key} value={article.key}>
              {`${nameOf(article)} (${outletOf(article)}, ${dateOf(article)})`}
            </option>
          ))}
      </select>
    </DecisionForm>
  );
}

export function ArticleLinks({ found }: { found: ArticleView }) {
  const open = useSignal(false);
  const button = useFocusTurn<HTMLButtonElement>(opener);
  const of = found.article;
  const report = lastReport.value?.report;
  const mine = report && /^(?:REPUBLISHES|CORRECTS|RETRACTS)~/.test(report.key) && report.key.includes(of.key);
  return (
    <section class="article-links">
      {!found.counts && <p class="article-out">It does not count at the moment, and nothing rests on it.</p>}
      {found.links.length > 0 && (
        <ul>
          {found.links.map((link) => (
            <Row key={keyOf(of, link)} of={of} link={link} />
          ))}
        </ul>
      )}
      {mine && <Report report={report} name={changed} />}
      {open.value && (
        <Form
          of={of}
          onDone={(then) => {
            open.value = false;
            focusNext(then);
          }}
        />
      )}
      {canDecide() && of.held && !open.value && (
        <button
          ref={button}
          type="button"
          class="link quiet-link"
          onClick={() => {
            open.value = true;
          }}
        >
          It prints, corrects or retracts another…
        </button>
      )}
    </section>
  );
}
