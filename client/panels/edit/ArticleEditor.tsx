// An article's facts and assertions, each with the way to correct it or take it out.
import { useSignal } from '@preact/signals';
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import type { Assertion } from '../../../server/schema/claim.ts';
import { nameOf } from '../../state/data.ts';
import { articleForm, editable, editReport, openArticleForm, openClaimForm } from '../../state/edit/article.ts';
import { claimOf } from '../../state/edit/of-document.ts';
import { edited, editOpen, openChanges } from '../../state/work.ts';
import { count, formatRange } from '../../text/format.ts';
import { withoutTurns } from '../../text/titles.ts';
import { modeWords } from '../../text/words.ts';
import { Empty, FailureCard, Progress } from '../../ui/basics.tsx';
import { fieldValue } from '../../ui/field.ts';
import { useFocusTurn } from '../../ui/focus.ts';
import { StanceMark } from '../../ui/marks.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Report } from '../Report.tsx';
import { ClaimEditor } from './ClaimEditor.tsx';
import { FactsEditor } from './FactsEditor.tsx';
import { changedArticle } from './names.ts';
import { Removal } from './Removal.tsx';

function Item({ document, of }: { document: ClaimsDocument; of: Assertion }) {
  const claim = claimOf(document, of);
  const text = claim?.text ?? of.claim;
  const mode = modeWords(of.mode);
  return (
    <li class="edit-item">
      <p>
        {mode && <strong class="mode">{mode}: </strong>}
        {claim && claim.kind !== 'statement' && (
          <span class={mode ? 'struck' : ''}>
            <StanceMark stance={claim.stance} />
          </span>
        )}{' '}
        <bdi>{text}</bdi>
        {of.reconstructed && <span class="relation-note">known only through this article, in another</span>}
      </p>
      {of.span && (
        <p class="edit-quote">
          <q class="words">{of.span.quote}</q>
        </p>
      )}
      <div class="form-actions">
        <button type="button" class="link" aria-label={`Correct: ${text}`} onClick={() => openClaimForm(of)}>
          Correct
        </button>
        <button
          type="button"
          class="link"
          aria-label={`Take out: ${text}`}
          onClick={() => openArticleForm({ kind: 'removal', assertion: of })}
        >
          Take out
        </button>
      </div>
    </li>
  );
}

function Overview({ document }: { document: ClaimsDocument }) {
  const add = useFocusTurn<HTMLButtonElement>('add a claim');
  const words = useSignal('');
  const { article } = document;
  const when = formatRange(article.publishedFrom ?? null, article.publishedTo ?? null);
  const outlet =
    article.outlet && (document.entities.find(({ key }) => key === article.outlet)?.name ?? nameOf(article.outlet));
  const sought = words.value.trim().toLowerCase();
  const rows = document.assertions.filter((one) =>
    `${claimOf(document, one)?.text ?? ''} ${one.span?.quote ?? ''}`.toLowerCase().includes(sought),
  );
  const report = editReport.value;
  return (
    <>
      {report && <Report report={report} name={changedArticle} />}
      <section class="edit-about">
        <h3>
          <bdi>{withoutTurns(article.title ?? 'Without a title')}</bdi>
        </h3>
        <p class="rail-note">
          {[outlet ?? 'outlet not named', when ?? 'undated', article.author].filter(Boolean).join(', ')}
        </p>
        <div class="form-actions">
          <button type="button" class="button" onClick={() => openArticleForm({ kind: 'facts' })}>
            Correct the facts
          </button>
          <button ref={add} type="button" class="button" onClick={() => openClaimForm(undefined)}>
            Add a claim
          </button>
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              editOpen.value = false;
              openChanges({ key: article.key, name: article.title ?? article.key });
            }}
          >
            Changes
          </button>
        </div>
      </section>
      <section>
        <h3>
          Assertions <span class="tally">{document.assertions.length}</span>
        </h3>
        {document.assertions.length === 0 && (
          <Empty title="It asserts nothing yet">Add a claim by hand, or have proposals made from its text.</Empty>
        )}
        {document.assertions.length > 8 && (
          <input
            type="text"
            aria-label="Find an assertion"
            placeholder="Words"
            value={words.value}
            onInput={(event) => {
              words.value = fieldValue(event);
            }}
          />
        )}
        {sought !== '' && <p class="rail-note">{count(rows.length, 'assertion')} found</p>}
        <Pager label="Assertions" rows={rows} size={50}>
          {(shown) => (
            <ul class="edit-list">
              {shown.map((one) => (
                <Item key={one.id} document={document} of={one} />
              ))}
            </ul>
          )}
        </Pager>
      </section>
    </>
  );
}

export function ArticleEditor() {
  const status = editable.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={editable.retry} />;
  if (status.state !== 'ready' || edited.value?.kind !== 'article')
    return <Progress what="Fetching the document" stop={editable.stop} />;
  const { document, text } = status.value;
  const form = articleForm.value;
  if (form?.kind === 'claim')
    return <ClaimEditor key={form.assertion?.id ?? 'new'} document={document} hasText={text !== null} />;
  if (form?.kind === 'facts') return <FactsEditor document={document} />;
  if (form?.kind === 'removal') return <Removal document={document} of={form.assertion} />;
  return <Overview document={document} />;
}
