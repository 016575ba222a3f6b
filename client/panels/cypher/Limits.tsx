// The limits of the next run: the server's, lower ones that somebody asks for, and the switch for writing.
import {
  mayWrite,
  rowLimit,
  serverLimits,
  timeoutMs,
  wantedRows,
  wantedSeconds,
  writing,
} from '../../state/cypher/limits.ts';
import { formatNumber } from '../../text/format.ts';
import { fieldValue } from '../../ui/field.ts';

/** A positive number, or null where the field is empty or holds none. */
const asLimit = (event: Event): number | null => {
  const value = Number(fieldValue(event));
  return Number.isInteger(value) && value > 0 ? value : null;
};

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(1))} s`;

export function Limits() {
  const server = serverLimits.value;
  if (!server) return null;
  return (
    <div class="limits">
      {mayWrite.value && (
        <label class={writing.value ? 'write-switch on' : 'write-switch'}>
          <input
            type="checkbox"
            checked={writing.value}
            onChange={(event) => {
              writing.value = event.currentTarget.checked;
            }}
          />
          {writing.value ? 'The next run may write' : 'Let the next run write'}
        </label>
      )}
      <details class="limit-details">
        <summary>
          At most {formatNumber(rowLimit.value ?? server.rows)} rows, {seconds(timeoutMs.value ?? server.timeoutMs)}
        </summary>
        <div class="limit-fields">
          <label>
            Rows{' '}
            <input
              type="number"
              min="1"
              max={server.rows}
              placeholder={`up to ${server.rows}`}
              value={wantedRows.value ?? ''}
              onInput={(event) => {
                wantedRows.value = asLimit(event);
              }}
            />
          </label>
          <label>
            Seconds{' '}
            <input
              type="number"
              min="1"
              max={Math.floor(server.timeoutMs / 1000)}
              placeholder={`up to ${Math.floor(server.timeoutMs / 1000)}`}
              value={wantedSeconds.value ?? ''}
              onInput={(event) => {
                wantedSeconds.value = asLimit(event);
              }}
            />
          </label>
          <p class="rail-note">
            The server allows {formatNumber(server.rows)} rows, {seconds(server.timeoutMs)} and {server.concurrency} at
            once. {server.writes ? 'A run may write where that is switched on for it.' : 'Statements only read here.'}
          </p>
        </div>
      </details>
    </div>
  );
}
