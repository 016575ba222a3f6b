// One entry of the audit log: what was done, by whom, how they came, when, and what it wrote.
import type { AuditEntry } from '../../../server/schema/audit.ts';
import { shownName } from '../../state/record-names.ts';
import { selectArticle, selectNode } from '../../state/selection.ts';
import { auditOpen } from '../../state/work.ts';
import { auditVia } from '../../text/audit.ts';
import { count, formatDate, formatNumber } from '../../text/format.ts';

/** How many of what was written are named before the rest is counted. */
const mostNamed = 5;

/** By its name where the page knows it, with the way there; else by its key: it may be gone. */
function Subject({ of }: { of: string }) {
  const name = shownName(of);
  if (name === of) return <code>{of}</code>;
  const open = () => {
    auditOpen.value = false;
    if (of.startsWith('article:')) selectArticle(of);
    else selectNode(of);
  };
  return (
    <button type="button" class="link" onClick={open}>
      <bdi>{name}</bdi>
    </button>
  );
}

function Details({ of: { address, request, writes, text } }: { of: AuditEntry }) {
  const rows = Object.entries(writes);
  return (
    <details>
      <summary class="link">Details</summary>
      <dl class="audit-details">
        {address !== null && (
          <>
            <dt>By</dt>
            <dd>
              <code>{address}</code>
            </dd>
          </>
        )}
        {request !== null && (
          <>
            <dt>Request</dt>
            <dd>
              <code>{request}</code>
            </dd>
          </>
        )}
        {rows.length > 0 && (
          <>
            <dt>Rows written</dt>
            <dd>{rows.map(([name, rowCount]) => `${name} ${formatNumber(rowCount)}`).join(', ')}</dd>
          </>
        )}
        {text !== null && (
          <>
            <dt>Statement</dt>
            <dd>
              <pre>{text}</pre>
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}

export function Entry({ of }: { of: AuditEntry }) {
  const more = of.subjects.length - mostNamed;
  return (
    <li class="audit-entry">
      <p>
        <strong>{of.action}</strong>
      </p>
      <p class="rail-note">
        {of.who !== null && (
          <>
            <bdi>{of.who}</bdi>,{' '}
          </>
        )}
        {auditVia(of.via)}, <time dateTime={of.on}>{formatDate(of.on)}</time>
      </p>
      {of.subjects.length > 0 && (
        <p class="audit-subjects">
          {of.subjects.slice(0, mostNamed).map((subject) => (
            <Subject key={subject} of={subject} />
          ))}
          {more > 0 && <span class="relation-note">and {count(more, 'other')}</span>}
        </p>
      )}
      <Details of={of} />
    </li>
  );
}
