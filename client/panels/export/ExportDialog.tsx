// The export: which formats there are, what each holds, and what is being written.
import { useSignal } from '@preact/signals';
import '../../styles/export.css';
import { type Format, formats } from '../../export/formats.ts';
import { isForeign } from '../../state/data.ts';
import { exportOpen } from '../../state/export.ts';
import { type Extent, partOf } from '../../state/exporting/collect.ts';
import { exporting, runExport, stopExport } from '../../state/exporting/run.ts';
import { several } from '../../state/selection.ts';
import { count, formatNumber } from '../../text/format.ts';
import { FailureCard, Progress } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { walkList } from '../../ui/walk.ts';

/** "12 kB", "3.4 MB". */
const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

function Outcome({ extent }: { extent: Extent }) {
  const now = exporting.value;
  if (now.state === 'running')
    return (
      <Progress what={`${now.what}${now.share > 0 ? `, ${Math.round(now.share * 100)} %` : ''}`} stop={stopExport} />
    );
  if (now.state === 'failed')
    return <FailureCard failure={now.failure} retry={() => void runExport(now.format, extent)} />;
  if (now.state === 'idle') return null;
  return (
    <p class="export-done" role="status">
      Saved as <strong>{now.file}</strong>, {size(now.bytes)}.
      {now.changed && ' The database was written to meanwhile: parts of it may be of different states.'}
    </p>
  );
}

function Extents({ extent, onChange }: { extent: Extent; onChange: (next: Extent) => void }) {
  const choice = (of: Extent, title: string) => {
    const { nodes, edges } = partOf(of);
    return (
      <label>
        <input type="radio" name="extent" checked={extent === of} onChange={() => onChange(of)} />
        <span>
          {title}{' '}
          <span class="relation-note">
            {count(nodes.length, 'node')}, {count(edges.length, 'relation')}
          </span>
        </span>
      </label>
    );
  };
  return (
    <fieldset class="export-extent">
      <legend>What</legend>
      {choice('canvas', 'All that is on the canvas')}
      {several.value && choice('selection', 'The selected nodes and what joins them')}
    </fieldset>
  );
}

const Choice = ({ format, onChoose }: { format: Format; onChoose: () => void }) => (
  <li>
    <button type="button" onClick={onChoose}>
      <span class="choice-name">{format.title}</span> <span class="choice-note">{format.about}</span>
    </button>
  </li>
);

/** Of somebody else's database only what is on the canvas can be had. */
const offered = (format: Format): boolean => !(isForeign.value && 'of' in format && format.of === 'all');

function Body() {
  const wanted = useSignal<Extent>(several.peek() ? 'selection' : 'canvas');
  const extent = several.value ? wanted.value : 'canvas';
  return (
    <div class="export">
      <Extents
        extent={extent}
        onChange={(next) => {
          wanted.value = next;
        }}
      />
      <p class="rail-note">Under the filters in force. Every file names its articles and the address of this view.</p>
      <ul class="export-formats" aria-label="Formats" onKeyDown={walkList}>
        {formats.filter(offered).map((format) => (
          <Choice key={format.id} format={format} onChoose={() => void runExport(format, extent)} />
        ))}
      </ul>
      <Outcome extent={extent} />
    </div>
  );
}

export const ExportDialog = () => (
  <Dialog open={exportOpen} title="Export">
    {exportOpen.value && <Body />}
  </Dialog>
);
