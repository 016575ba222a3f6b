// The text of a note: the article, its words at the place, and who had it from whom.
import type { AssertionView } from '../../../schema/view.ts';
import { compare } from '../../order.ts';
import type { Inline } from './model.ts';
import { chainWords } from './sources.ts';
import { capital, outletName, publishedWords } from './words.ts';

function articleWords({ article }: AssertionView): Inline[] {
  const name = article.title ?? 'Untitled report';
  return [
    `${capital(outletName(article))}: `,
    article.url === null ? name : { link: article.url, text: name },
    ` (${publishedWords(article)}${article.held ? '' : '; not seen, known from others'}).`,
  ];
}

/** What qualifies the assertion, as its article puts it. */
function qualified(assertion: AssertionView): string {
  const modality = { now: '', expected: 'expected', inAbstract: 'in the abstract', hypothetical: 'hypothetical' };
  const parts = [
    assertion.mode === 'denies' ? `denies “${assertion.claim.text}”` : '',
    assertion.mode === 'questions' ? `questions “${assertion.claim.text}”` : '',
    modality[assertion.modality],
    assertion.wording === null ? '' : `worded “${assertion.wording}”`,
    assertion.hedge === null ? '' : `hedged “${assertion.hedge}”`,
    assertion.condition === null ? '' : `if ${assertion.condition}`,
    assertion.channel === 'unknown' ? '' : `said in ${assertion.channel}`,
    assertion.credibility === null ? '' : `credibility graded ${assertion.credibility}`,
    assertion.counts ? '' : 'not counted',
  ].filter((part) => part !== '');
  return parts.length === 0
    ? ''
    : ` ${parts.join('; ')}.`.replace(/^ (\p{Ll})/u, (_, letter: string) => ` ${letter.toUpperCase()}`);
}

/** A note in full. The place is in code points of the article's text. */
export function noteOf(assertion: AssertionView): Inline[] {
  const { quote, start, end, chains, inferred, alternativeReading } = assertion;
  const ways = [...new Set(chains.map(chainWords))].sort(compare);
  return [
    ...articleWords(assertion),
    ...(quote === null ? [] : [' ', { words: quote }]),
    start === null || end === null ? '' : ` Characters ${start}–${end}.`,
    ways.length === 0 ? '' : ` ${ways.length === 1 ? 'Chain' : 'Chains'}: ${ways.join('; ')}.`,
    qualified(assertion),
    inferred === null ? '' : ` Inferred: ${inferred}`,
    alternativeReading === null ? '' : ` Other reading: ${alternativeReading}`,
  ].filter((piece) => piece !== '');
}
