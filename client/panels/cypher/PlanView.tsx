// The plan of the statement as a tree: what the engine does, how many rows it expects and had, how often it read.
import type { PlanNode } from '../../../server/schema/cypher.ts';
import type { Run } from '../../state/cypher/run.ts';
import { runDraft } from '../../state/cypher/runs.ts';
import { formatNumber } from '../../text/format.ts';
import { Empty } from '../../ui/basics.tsx';

interface Line {
  node: PlanNode;
  depth: number;
}

/** The tree from its root, each operator before what feeds it. */
function linesOf(node: PlanNode, depth = 0): Line[] {
  return [{ node, depth }, ...node.children.flatMap((child) => linesOf(child, depth + 1))];
}

const number = (value: number | null): string => (value === null ? '' : formatNumber(Math.round(value * 10) / 10));

export function PlanView({ run }: { run: Run }) {
  const state = run.state.value;
  if (state.state !== 'done') return null;
  const { plan } = state.summary;
  if (plan === null)
    return (
      <div class="empty">
        <p class="empty-title">This run has no plan</p>
        <p>
          <button type="button" class="link" onClick={() => void runDraft('EXPLAIN')}>
            Explain
          </button>{' '}
          asks for it without running the statement;{' '}
          <button type="button" class="link" onClick={() => void runDraft('PROFILE')}>
            profile
          </button>{' '}
          runs it and counts.
        </p>
      </div>
    );
  const lines = linesOf(plan);
  const most = Math.max(1, ...lines.map(({ node }) => node.dbHits ?? 0));
  const has = (number: 'estimatedRows' | 'rows' | 'dbHits'): boolean => lines.some(({ node }) => node[number] !== null);
  const profiled = has('rows');
  return (
    <div class="plan table-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label="Plan, scrolls">
        <table aria-label="Plan">
          <thead>
            <tr>
              <th scope="col">Operator</th>
              <th scope="col">Details</th>
              {has('estimatedRows') && (
                <th scope="col" class="numeric">
                  Rows expected
                </th>
              )}
              {profiled && (
                <th scope="col" class="numeric">
                  Rows
                </th>
              )}
              {has('dbHits') && (
                <th scope="col" class="numeric">
                  Db hits
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ node, depth }, index) => (
              <tr key={index}>
                <td class="plan-operator" style={{ '--depth': String(depth) }}>
                  <span class="visually-hidden">Level {depth + 1}: </span>
                  {node.operator}
                </td>
                <td class="code">{node.details}</td>
                {has('estimatedRows') && <td class="numeric">{number(node.estimatedRows)}</td>}
                {profiled && <td class="numeric">{number(node.rows)}</td>}
                {has('dbHits') && (
                  <td class="numeric plan-hits" style={{ '--share': String((node.dbHits ?? 0) / most) }}>
                    {number(node.dbHits)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!profiled && <p class="rail-note">Explain runs nothing; Profile runs the statement and counts its rows.</p>}
      {profiled && !has('dbHits') && (
        <p class="rail-note">
          The embedded engine counts the rows of each operator, and no db hits; Neo4j counts both.
        </p>
      )}
      {lines.length === 0 && (
        <Empty title="The plan is empty">The database answered without the steps of a plan.</Empty>
      )}
    </div>
  );
}
