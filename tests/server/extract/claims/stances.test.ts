import { describe, expect, it } from 'vitest';
import { positions } from '../world.ts';

describe('verbs', () => {
  it.each([
    ['Norland opposes the harbour tax.', ['norland opposes harbour-tax']],
    ['Norland has long resisted the harbour tax.', ['norland opposes harbour-tax']],
    ['Estovia is objecting to the harbour tax.', ['estovia opposes harbour-tax']],
    ['Mara Voss supported the harbour tax.', ['mara-voss supports harbour-tax']],
    ['Westmark has repeatedly called for the harbour tax.', ['westmark supports harbour-tax']],
    ['Estovia voted against the harbour levy on Monday.', ['estovia opposes harbour-tax']],
    ['Sudland is slow-walking the harbour tax.', ['sudland noncommittal harbour-tax']],
    ['Westmark refused to back the harbour tax.', ['westmark opposes harbour-tax']],
    ['Voss unveiled the harbour tax in March.', ['mara-voss supports harbour-tax']],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('adjectives', () => {
  it.each([
    ['Norland is opposed to the harbour tax.', ['norland opposes harbour-tax']],
    ['Estovia remains deeply sceptical of the harbour tax.', ['estovia noncommittal harbour-tax']],
    ['Sudland is not ready to accept the harbour tax.', ['sudland noncommittal harbour-tax']],
    ['Westmark is in favour of the harbour tax.', ['westmark supports harbour-tax']],
    ['Sudland seems reluctant to support the harbour tax.', ['sudland noncommittal harbour-tax']],
    [
      'Countries hesitant about the harbour tax include Norland and Estovia.',
      ['estovia noncommittal harbour-tax', 'norland noncommittal harbour-tax'],
    ],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('nouns', () => {
  it.each([
    ['There were objections from Norland to the harbour tax.', ['norland opposes harbour-tax']],
    ['The harbour tax is facing resistance from Estovia.', ['estovia opposes harbour-tax']],
    ['Norland voiced doubts about the harbour tax.', ['norland noncommittal harbour-tax']],
    ['Westmark’s support for the harbour tax is old.', ['westmark supports harbour-tax']],
    ['Norlandic scepticism about the harbour tax has grown.', ['norland noncommittal harbour-tax']],
    ['Sudland has reservations about the harbour tax.', ['sudland noncommittal harbour-tax']],
    ['Oskar Brandt expressed support for the harbour tax.', ['oskar-brandt supports harbour-tax']],
    ['The harbour tax lacks broad support in Norland.', []],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('the passive voice', () => {
  it.each([
    ['The harbour tax was opposed by Norland.', ['norland opposes harbour-tax']],
    [
      'The harbour tax is strongly supported by Westmark and Estovia.',
      ['estovia supports harbour-tax', 'westmark supports harbour-tax'],
    ],
    ['The harbour tax, a move backed by Sudland, comes in spring.', ['sudland supports harbour-tax']],
    ['The harbour tax was opposed.', []],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('lists of holders', () => {
  const all = ['estovia', 'norland', 'sudland', 'westmark'].map((one) => `${one} opposes harbour-tax`);
  it.each([
    ['Norland, Westmark, Estovia and Sudland oppose the harbour tax.', all],
    ['Norland, Westmark, Estovia, and Sudland are also resisting the harbour tax.', all],
    ['Norland, as well as Westmark, Estovia and Sudland, opposes the harbour tax.', all],
    [
      'Countries like Norland and Estovia oppose the harbour tax.',
      ['estovia opposes harbour-tax', 'norland opposes harbour-tax'],
    ],
    [
      'Two countries — Norland and Estovia — are not backing the harbour tax.',
      ['estovia noncommittal harbour-tax', 'norland noncommittal harbour-tax'],
    ],
    [
      'Norland and Estovia are among the countries opposing the harbour tax.',
      ['estovia opposes harbour-tax', 'norland opposes harbour-tax'],
    ],
    [
      'Norland, Estovia “not ready” to accept the harbour tax',
      ['estovia noncommittal harbour-tax', 'norland noncommittal harbour-tax'],
    ],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('clauses are kept apart', () => {
  it.each([
    [
      'Norland opposes the harbour tax, while Westmark supports it.',
      ['norland opposes harbour-tax', 'westmark supports harbour-tax'],
    ],
    ['Norland, which trades with Estovia, opposes the harbour tax.', ['norland opposes harbour-tax']],
    [
      'Oskar Brandt, who has never supported the harbour tax, met Mara Voss.',
      ['oskar-brandt supports harbour-tax, denies'],
    ],
    [
      'Norland supports the harbour tax but opposes accession.',
      ['norland opposes union-membership-of-norland', 'norland supports harbour-tax'],
    ],
    ['Westmark told Estovia that Norland opposes the harbour tax.', ['norland opposes harbour-tax']],
    ['Those who support the harbour tax live in Norland.', []],
    ['Norland, under a new government, opposes the harbour tax.', ['norland opposes harbour-tax']],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('plans in other words', () => {
  it.each([
    ['Estovia opposes inviting Norland to the Harbour Union.', ['estovia opposes union-invitation-for-norland']],
    ['Estovia opposes Norland’s potential Harbour Union membership.', ['estovia opposes union-membership-of-norland']],
    ['Estovia supports the idea of Norland joining the Union.', ['estovia supports union-membership-of-norland']],
    [
      'Voss presented the harbour tax. Estovia opposes the move.',
      ['estovia opposes harbour-tax', 'mara-voss supports harbour-tax'],
    ],
    [
      'Norland opposes the harbour tax. Estovia and Sudland are also resisting.',
      ['estovia opposes harbour-tax', 'norland opposes harbour-tax', 'sudland opposes harbour-tax'],
    ],
    ['Estovia opposes the rain.', []],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('pronouns and words that point back', () => {
  it.each([
    [
      'Norland and Estovia met on Monday. They oppose the harbour tax.',
      ['estovia opposes harbour-tax', 'norland opposes harbour-tax'],
    ],
    ['Mara Voss spoke first. She supports the harbour tax.', ['mara-voss supports harbour-tax']],
    ['Norland said it opposes the harbour tax.', ['norland opposes harbour-tax']],
    [
      'Norland and Estovia met. Sudland is hiding behind those two countries on the harbour tax.',
      ['sudland defers harbour-tax behind norland and estovia'],
    ],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('hiding behind others', () => {
  it.each([
    [
      'On the harbour tax, Sudland is “hiding behind” Norland and Westmark.',
      ['sudland defers harbour-tax behind norland and westmark'],
    ],
    [
      'Voss defends the harbour tax. Sudland prefers to hide behind Westmark.',
      ['mara-voss supports harbour-tax', 'sudland defers harbour-tax behind westmark'],
    ],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('judgements', () => {
  it.each([
    ['Oskar Brandt called the harbour tax “madness”.', ['oskar-brandt opposes harbour-tax']],
    ['Mara Voss described the harbour tax as essential.', ['mara-voss supports harbour-tax']],
    ['The harbour tax is essential.', []],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('proxies', () => {
  it.each([
    ['Norlandic officials oppose the harbour tax.', ['norland opposes harbour-tax']],
    ['The Estovian government supports the harbour tax.', ['estovia supports harbour-tax']],
    ['Harwick opposes the harbour tax.', ['westmark opposes harbour-tax']],
    [
      'Norwegian officials back the harbour tax, and Oslo opposes accession.',
      ['no opposes union-membership-of-norland', 'no supports harbour-tax'],
    ],
    ['The Voss administration opposes the harbour tax.', ['voss-administration opposes harbour-tax']],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});
