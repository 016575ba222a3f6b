// The rows of a CSV file: their lines, and what makes a file unreadable, told by its line.
import { describe, expect, it } from 'vitest';
import { CsvFaults } from '../../../../../server/ingest/readers/csv/faults.ts';
import { type CsvRow, csvRows, mostRowBytes } from '../../../../../server/ingest/readers/csv/rows.ts';
import { faults, header, inChunks, plain, prepared } from './prepared.ts';

async function rowsOf(text: string, chunk = 7): Promise<CsvRow[]> {
  const found: CsvRow[] = [];
  const told = new CsvFaults('test.csv');
  for await (const row of csvRows(inChunks(new TextEncoder().encode(text), chunk), ',', told)) found.push(row);
  told.stop();
  return found;
}

describe('the line of a row', () => {
  const lines = async (text: string) => (await rowsOf(text)).map(({ line, cells }) => [line, ...cells]);

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'carriage returns too'],
    ['\r', 'carriage returns alone'],
  ])('is counted with line breaks in quotes and blank lines, with %j', async (end) => {
    const text = ['a,b', '1,2', `"x${end}${end}y",3`, '', '4,5', ''].join(end);
    expect(await lines(text)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, `x${end}${end}y`, '3'],
      [7, '4', '5'],
    ]);
  });

  it('does not depend on a byte order mark, a missing last line break or how the bytes arrive', async () => {
    const text = '\ufeffa,b\n"é,\n𝒳",ü\n4,5';
    const whole = await rowsOf(text, 1000);
    expect(whole.map(({ line, raw }) => [line, raw])).toEqual([
      [1, 'a,b'],
      [2, '"é,\n𝒳",ü'],
      [4, '4,5'],
    ]);
    for (const chunk of [1, 2, 3, 5]) expect(await rowsOf(text, chunk)).toEqual(whole);
  });
});

describe('a file that cannot be read', () => {
  const good = `${header}\nAda,Ferry,for,r1\n`;
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /^file: is empty; a header line/],
    ['blank', '\n\n', /^file: is empty; a header line/],
    ['a header alone', `${header}\n`, /^1: is a header, but there are no rows below it/],
    ['Windows-1252', bytes(good, 'Ren', [0xe9], 'e,Ferry,for,r1\n'), /^3: is not in UTF-8 \(the byte 0xE9\)/],
    ['cut off in a character', bytes(good, 'Ren', [0xc3]), /^3: ends in the middle of a character/],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), /^file: is in UTF-16; save it as UTF-8/],
    [
      'an open quotation mark',
      `${good}"Bo,Ferry,for,r1\nCy,Ferry,for,r1\n`,
      /^3: has a quotation mark that is never closed/,
    ],
    ['something after a quotation', `${good}"Bo" L,Ferry,for,r1\n`, /^3: has something after a closing quotation mark/],
    ['a quotation mark in a cell', `${good}Bo "L",Ferry,for,r1\n`, /^3: has a quotation mark in the middle of a cell/],
    [
      'a control character',
      `${good}B\u0000o,Ferry,for,r1\n`,
      /^3: holds the control character U\+0000 at code point 1/,
    ],
    ['a row too short', `${good}Bo,Ferry,for\n`, /^3: has 3 cells, and the header 4 columns/],
    ['a row too long', `${good}Bo,Ferry,for,r1,\n`, /^3: has 5 cells, and the header 4 columns/],
  ])('%s', async (_, text, reason) => {
    for (const chunk of [3, 1000]) expect((await faults(text, plain, chunk))[1]).toMatch(reason);
  });

  it('with a row larger than the limit is left after the limit, however large it is', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${good}"`);
      for (;;) {
        given += 1;
        yield Buffer.alloc(100_000, 'x');
      }
    }
    const told = new CsvFaults('test.csv');
    for await (const row of csvRows(endless(), ',', told)) expect(row.line).toBeLessThan(3);
    expect(() => told.stop()).toThrow('test.csv has a fault; nothing of it was written.');
    expect(given * 100_000).toBeLessThan(mostRowBytes * 3);
  });

  it('lists the first fifty faults and counts the rest', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `P${at},Ferry,perhaps,r1`).join('\n');
    const told = await faults(`${header}\n${rows}\n`, plain);
    expect(told[0]).toBe('test.csv has 60 faults; nothing of it was written.');
    expect(told).toHaveLength(51);
    expect(told[50]).toMatch(
      /^51: column "position": "perhaps" is no value that stance.values lists; listed: "for", "against", "absent"/,
    );
    await expect(prepared(`${header}\n${rows}\n`, plain)).rejects.toMatchObject({
      details: { detail: expect.stringContaining('The first 50 are listed, and 10 more were found.') },
    });
  });
});

describe('a header unlike the mapping', () => {
  it('with another delimiter says which it seems to be', async () => {
    const told = await faults(`${header.replaceAll(',', ';')}\nAda;Ferry;for;r1\n`, plain);
    expect(told[1]).toMatch(
      /^1: the header is one column, "who;plan;position;report"; write "delimiter": ";" into the mapping/,
    );
    const { counts } = await prepared('who;plan;position;report\nAda;Ferry;for;r1\n', { ...plain, delimiter: ';' });
    expect(counts.assertions).toBe(1);
  });

  it('without a column names the nearest one and all of them, once', async () => {
    const told = await faults('who,plan,postion,report\nAda,Ferry,for,r1\nBo,Ferry,for,r1\n', plain);
    expect(told).toHaveLength(2);
    expect(told[1]).toBe(
      '1: column "position": is named by stance in the mapping, but the header has no such column; nearest: "postion"; the columns are "who", "plan", "postion", "report"',
    );
  });

  it('with a column twice asks which is meant', async () => {
    const told = await faults('who,plan,position,report,who\nAda,Ferry,for,r1,Bo\n', plain);
    expect(told[1]).toMatch(/^1: column "who": stands twice in the header/);
  });
});
