// Asks the other views for all that a brief is written from, under one filter.
import { InvalidRequest } from '../../../errors.ts';
import type { BriefQuery } from '../../../schema/brief.ts';
import type { Holder } from '../../../schema/comparison.ts';
import type { EvidenceQuery } from '../../../schema/query.ts';
import type { AssertionView, NodeView } from '../../../schema/view.ts';
import type { Explorer } from '../../explorer.ts';
import { distinct } from '../../order.ts';
import type { BriefData, Position } from './data.ts';

/** What a brief asks of the explorer. */
export type Asked = Pick<Explorer, 'stances' | 'saidBeside' | 'evidence' | 'contradictions' | 'node'>;

const actorLabels = ['Person', 'Country', 'Organization', 'Group'];
/** So many edges are asked for at a time. */
const atOnce = 4;

async function inTurns<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const found: R[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    found.push(...(await Promise.all(items.slice(from, from + atOnce).map(ask))));
  }
  return found;
}

function filterIn({ asOf, without, case: oneCase, grade }: BriefQuery): EvidenceQuery {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(without === undefined ? {} : { without }),
    ...(oneCase === undefined ? {} : { case: oneCase }),
    ...(grade === undefined ? {} : { grade }),
  };
}

const named = ({ key, name }: NodeView) => ({ key, name });

async function loadHolder(explorer: Asked, key: string): Promise<Holder> {
  const { node } = await explorer.node(key, {});
  if (node.labels.some((label) => actorLabels.includes(label))) {
    return { key: node.key, name: node.name, labels: node.labels };
  }
  const reason = `"${key.slice(0, 200)}" is no person, country, organization or group`;
  throw new InvalidRequest(`holder: ${reason}.`, { errors: [{ field: 'holder', reason }] });
}

/** What is stored of the unnamed sources at the ends of the chains. */
async function sourcesBehind(explorer: Asked, assertions: readonly AssertionView[]): Promise<Map<string, NodeView>> {
  const ends = assertions.flatMap(({ chains }) => chains.flatMap((chain) => chain.slice(-1)));
  const unnamed = distinct(ends.filter(({ sourceKind }) => sourceKind === 'anonymous').map(({ key }) => key));
  const nodes = await inTurns(unnamed, async (key) => (await explorer.node(key, {})).node);
  return new Map(nodes.map((node) => [node.key, node]));
}

/** `day` is the day it is made. Errors: those of the other views, and InvalidRequest naming the parameter. */
export async function gather(explorer: Asked, query: BriefQuery, day: string): Promise<BriefData> {
  if (query.plan === undefined && query.holder === undefined) {
    const reason = 'is required, or else holder';
    throw new InvalidRequest(`plan: ${reason}.`, { errors: [{ field: 'plan', reason }] });
  }
  if (query.among !== undefined && query.plan === undefined) {
    const reason = 'needs a plan on which its members could have said something';
    throw new InvalidRequest(`among: ${reason}.`, { errors: [{ field: 'among', reason }] });
  }
  const filter = filterIn(query);
  const { plan, among } = query;
  const table = await explorer.stances({
    ...filter,
    ...(plan === undefined ? {} : { plan }),
    ...(among === undefined ? {} : { among }),
  });
  const holder = query.holder === undefined ? null : await loadHolder(explorer, query.holder);
  const rows = table.rows.filter((row) => holder === null || row.holder.key === holder.key);
  const positions = await inTurns(
    rows,
    async (row): Promise<Position> => ({ row, evidence: await explorer.evidence(row.edgeKey, filter) }),
  );
  const ledger = await explorer.contradictions({
    ...filter,
    ...(plan === undefined ? {} : { plan }),
    ...(holder === null ? {} : { holder: holder.key }),
  });
  const unsettled = table.unsettled ?? [];
  const spoken = new Set(unsettled.flatMap(({ said }) => said.flatMap((one) => one.assertions)));
  const others = (await explorer.saidBeside(query)).filter(
    ({ key, claim, mode }) => claim.kind !== 'stance' || mode === 'denies' || spoken.has(key),
  );
  const assertions = [...positions.flatMap(({ evidence }) => evidence.assertions), ...others];
  const nodeOf = async (key: string) => named((await explorer.node(key, {})).node);
  return {
    plan: table.plan,
    holder,
    day,
    filter: {
      asOf: query.asOf ?? null,
      without: await inTurns(distinct(query.without ?? []), nodeOf),
      case: query.case === undefined ? null : await nodeOf(query.case),
      grade: query.grade ?? null,
    },
    positions,
    others,
    contradictions: ledger.rows,
    silent: among === undefined ? null : { among: await nodeOf(among), members: table.silent ?? [], unsettled },
    sources: await sourcesBehind(explorer, assertions),
  };
}
