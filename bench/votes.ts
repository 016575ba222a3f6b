// Roll-call votes as claims documents, one a bill: from a file of votes, or made up in the same proportions.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ClaimsDocumentInput } from '../server/schema/article.ts';
import type { Stance } from '../server/schema/stance.ts';

export interface Vote {
  legislator: string;
  bill: string;
  vote: string;
}

/** What a vote says; one who did not vote says nothing. */
const stances: Readonly<Record<string, Stance>> = {
  Yea: 'supports',
  Aye: 'supports',
  Nay: 'opposes',
  No: 'opposes',
  Present: 'noncommittal',
};

/** The votes of a file with the columns bioguideID, billID, vote; no field of it has a comma. */
export function readVotes(file: string): Vote[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  return lines.map((line) => {
    const [legislator = '', bill = '', vote = ''] = line.split(',');
    return { legislator, bill, vote };
  });
}

/** As many votes of 440 members each on bill after bill; every third votes against, the same for the same number. */
export function makeVotes(count: number): Vote[] {
  return Array.from({ length: count }, (_, at) => {
    const bill = Math.floor(at / 440);
    const vote = (at * 7 + bill) % 3 === 0 ? 'Nay' : 'Yea';
    return { legislator: `M${String(at % 440).padStart(6, '0')}`, bill: `hr${bill + 1}-1`, vote };
  });
}

/** A document for each bill: each vote is an assertion at its line, on the word of the roll call. */
export function* voteDocuments(votes: readonly Vote[]): Generator<{ file: string; json: ClaimsDocumentInput }> {
  const bills = new Map<string, Vote[]>();
  for (const vote of votes) {
    if (stances[vote.vote] === undefined) continue;
    const group = bills.get(vote.bill);
    if (group === undefined) bills.set(vote.bill, [vote]);
    else group.push(vote);
  }
  for (const [bill, group] of bills) yield { file: `${bill}.json`, json: document(bill, group) };
}

function document(bill: string, votes: readonly Vote[]): ClaimsDocumentInput {
  const plan = `plan:${bill.toLowerCase()}`;
  const claims = new Map<string, NonNullable<ClaimsDocumentInput['claims']>[number]>();
  const assertions: NonNullable<ClaimsDocumentInput['assertions']> = [];
  let text = '';
  votes.forEach(({ legislator, vote }, at) => {
    const stance = stances[vote] ?? 'noncommittal';
    const holder = legislator.toLowerCase();
    const id = `${holder}-${stance}`;
    const line = `${legislator},${bill},${vote}`;
    claims.set(id, {
      id,
      kind: 'stance',
      holder: `person:${holder}`,
      target: plan,
      stance,
      text: `${legislator} ${stance} ${bill}.`,
    });
    const span = { start: text.length, end: text.length + line.length, quote: line };
    assertions.push({ id: `v${at}`, claim: id, span, wording: vote, attributedTo: [{ source: 'roll-call' }] });
    text += `${line}\n`;
  });
  const legislators = [...new Set(votes.map(({ legislator }) => legislator))];
  return {
    format: 'hearsay-claims/1',
    article: {
      key: `article:roll-call-${bill.toLowerCase()}`,
      title: `Roll call on ${bill}`,
      textHash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    },
    entities: [
      { type: 'Plan', key: plan, name: bill },
      ...legislators.map((one) => ({ type: 'Person' as const, key: `person:${one.toLowerCase()}`, name: one })),
    ],
    sources: [{ id: 'roll-call', kind: 'document', descriptor: `the roll call on ${bill}` }],
    claims: [...claims.values()],
    assertions,
  };
}
