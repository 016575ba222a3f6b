// The line above the matrix: which holders, whose silent members, in which order; and what the cells mean.
import { among, bodies, holderText, isSilent, type MatrixRow, matrixSort } from '../state/stances.ts';
import { count } from '../text/format.ts';
import { SelectField } from '../ui/SelectField.tsx';

const orders = [
  { by: 'stances', descending: true, title: 'Most positions first' },
  { by: 'name', descending: false, title: 'By name' },
] as const;

export function MatrixTools({ rows, busy }: { rows: readonly MatrixRow[]; busy: boolean }) {
  const silent = rows.filter(isSilent).length;
  const unsettled = rows.filter((row) => row.count === 0 && row.said.size > 0).length;
  const without = [
    silent > 0 ? `${silent} of them without a reported position` : '',
    unsettled > 0 ? `${unsettled} spoken of without a position held now` : '',
  ].filter(Boolean);
  const { by } = matrixSort.value;
  return (
    <div class="matrix-tools">
      <input
        type="text"
        aria-label="Filter holders by name"
        placeholder="Filter holders"
        value={holderText.value}
        onInput={(event) => {
          holderText.value = event.currentTarget.value;
        }}
      />
      <SelectField
        label="Silent members of"
        value={among.value ?? ''}
        options={[
          { value: '', title: 'nobody' },
          ...bodies.value.map(({ key, name }) => ({ value: key, title: name })),
        ]}
        onChange={(value) => {
          among.value = value || null;
        }}
      />
      <SelectField
        label="Order"
        value={by}
        options={[
          ...orders.map((order) => ({ value: order.by, title: order.title })),
          ...(orders.some((order) => order.by === by) ? [] : [{ value: by, title: 'By a plan’s position' }]),
        ]}
        onChange={(value) => {
          const order = orders.find((one) => one.by === value);
          if (order) matrixSort.value = { by: order.by, descending: order.descending };
        }}
      />
      <p class="rail-note" role="status">
        {busy ? 'Loading…' : [count(rows.length, 'holder'), ...without].join(', ')}
      </p>
    </div>
  );
}
