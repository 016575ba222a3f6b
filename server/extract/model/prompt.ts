// What a language model is told: what to read out of a passage, and what is known of the article and of the entities in it.
import type { DraftArticle } from '../../schema/draft.ts';
import type { KnownEntity } from '../mentions/known.ts';

export interface Message {
  role: 'system' | 'user';
  content: string;
}

const task = `You read a passage of a press report and note who holds which position on which plan, and on whose word the report says so.
Answer with one JSON object with the lists "entities", "relays", "sources" and "claims", and nothing else.
- Everything has a "quote": words of the passage, copied letter by letter. What you cannot quote, leave out.
- entities: people, countries, organizations, groups (collectives without a name of their own), outlets, plans (what somebody proposes or intends), events. Give each an id.
- relays: articles of other outlets that the passage repeats ("Politico reported").
- sources: on whose word it stands: "named" (an entity), "anonymous" ("four US officials"), "document", "ownReporting" only where the report says so.
- claims, kind "stance": a holder supports, opposes, is noncommittal on (reluctant, hesitant, not ready), or defers on a plan (hides behind others: shieldedBy). Kind "count": how many members of an organization do; the holder is the organization. Kind "statement": anything else that somebody is said to say.
- mode: "asserts", "denies" ("does not oppose"), "questions". modality: "now"; "expected" of the future; "inAbstract" in principle; "hypothetical" under a condition.
- An act of a minister or a government is the country's. Never add what the passage does not say.`;

/** How many known entities are told. */
const most = 200;

export function messagesFor(passage: string, article: DraftArticle, known: readonly KnownEntity[]): Message[] {
  const day = article.publishedTo ?? article.publishedFrom;
  const facts = [
    article.title === undefined ? '' : `Title: ${article.title}`,
    article.outlet === undefined ? '' : `Outlet: ${article.outlet}`,
    day === undefined ? '' : `Published: ${day}`,
  ].filter((line) => line !== '');
  const names = known.slice(0, most).map(({ type, name }) => `${type}: ${name}`);
  const told = names.length === 0 ? [] : ['Call these by these names where the passage means them:', ...names];
  const content = [...facts, ...told, 'The passage:', passage].join('\n');
  return [
    { role: 'system', content: task },
    { role: 'user', content },
  ];
}
