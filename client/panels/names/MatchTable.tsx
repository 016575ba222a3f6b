// What answers to each name of a list: one row a name, with a choice where several do.
import type { NameCandidate, NamesResult } from '../../../server/schema/names.ts';
import { choiceOf, choose } from '../../state/names.ts';
import { formatNumber } from '../../text/format.ts';
import { fieldValue } from '../../ui/field.ts';
import { TypeMark } from '../../ui/TypeMark.tsx';

const ways: Readonly<Record<NameCandidate['by'], string>> = {
  name: 'its name',
  alias: 'another of its names',
  spelling: 'another spelling',
  beginning: 'how words begin',
  text: 'another property',
};

type Row = NamesResult['rows'][number];

const typeOf = (one: NameCandidate): string => one.labels[0] ?? '';

function Match({ row, index }: { row: Row; index: number }) {
  const [first] = row.candidates;
  if (!first) return <span class="muted">Not found</span>;
  const choice = choiceOf(row, index);
  const taken = row.candidates.find(({ key }) => key === choice);
  return (
    <span class="match">
      <TypeMark type={typeOf(taken ?? first)} />
      <select
        aria-label={`Node for ${row.name}`}
        value={choice ?? ''}
        onChange={(event) => choose(index, fieldValue(event) || null)}
      >
        <option value="">
          {row.candidates.length === 1
            ? 'Leave it out'
            : `Choose from ${formatNumber(row.candidates.length)}${row.more > 0 ? ` of ${formatNumber(row.candidates.length + row.more)}` : ''}, or none`}
        </option>
        {row.candidates.map((one) => (
          <option key={one.key} value={one.key}>
            {one.name} · {typeOf(one)}
            {row.candidates.some((other) => other !== one && other.name === one.name) && ` · ${one.key}`}
          </option>
        ))}
      </select>
    </span>
  );
}

export function MatchTable({ rows }: { rows: readonly Row[] }) {
  return (
    // A region that scrolls can be reached by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="match-table" tabIndex={0} aria-label="Matches">
      <table>
        <thead>
          <tr>
            <th scope="col">Name asked for</th>
            <th scope="col">Match</th>
            <th scope="col">Found by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>
                <Match row={row} index={index} />
              </td>
              <td class="muted">
                {row.candidates[0] ? ways[row.candidates[0].by] : ''}
                {row.more > 0 && `; a longer name finds fewer`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
