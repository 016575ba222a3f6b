// Who is who, in a dialog: pairs of entities that may be one, and what was decided on such.
import { canDecide, lastReport } from '../../state/decide.ts';
import { candidates, identityOpen } from '../../state/identity.ts';
import { Empty, FailureCard, Progress } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Report } from '../Report.tsx';
import { Candidate, changed } from './Candidate.tsx';
import { Standing } from './Standing.tsx';

function Pairs() {
  const status = candidates.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={candidates.retry} />;
  if (status.state !== 'ready') return <Progress what="Comparing the entities" stop={candidates.stop} />;
  const { candidates: pairs, total } = status.value;
  return (
    <section>
      <h3>
        Pairs that may be one <span class="tally">{total}</span>
      </h3>
      {pairs.length === 0 ? (
        <Empty title="No two seem to be one">
          Entities of one type are compared by their names, addresses and codes.
        </Empty>
      ) : (
        <p class="rail-note">
          {total > pairs.length && `The first ${pairs.length} are shown. `}
          {canDecide()
            ? 'Nothing is merged unless you say so, and everything can be taken back.'
            : 'This database is only read.'}
        </p>
      )}
      <ul class="identity-pairs">
        {pairs.map((one) => (
          <Candidate key={`${one.one.key} ${one.other.key}`} of={one} />
        ))}
      </ul>
    </section>
  );
}

export function IdentityDialog() {
  const report = lastReport.value?.report;
  const mine = report && /^(?:merge|split|distinct):/.test(report.key) ? report : undefined;
  return (
    <Dialog open={identityOpen} title="Who is who">
      {identityOpen.value && (
        <div class="identity">
          {mine && <Report report={mine} name={changed} />}
          <Standing />
          <Pairs />
        </div>
      )}
    </Dialog>
  );
}
