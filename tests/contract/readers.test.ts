// Annotated articles and article files taken into the graph: what they make there, twice the same, and out again nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chooseFiles } from '../../server/commands/import-choice.ts';
import { documentsIn } from '../../server/commands/import-documents.ts';
import { importMany } from '../../server/ingest/many.ts';
import { Tally } from '../../server/ingest/readers/tally.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { ann, text } from '../server/ingest/readers/brat/setup.ts';
import { tempFolder } from '../temp.ts';
import { describeEngines } from './engines.ts';
import { Ground, refusal } from './ingest-setup.ts';

const metadata =
  'filename\tpublisher\tpublication_date\ttitle\twire\nbridge\tHarbour Times\t2026-03-02\tThree against the bridge\tNone\nferry\tShore Post\t2026-03-02\tFerry news\tAP\n';

describeEngines('readers', (engine) => {
  const ground = new Ground(engine);

  function folder(): string {
    const path = tempFolder();
    mkdirSync(join(path, 'text'));
    mkdirSync(join(path, 'ann'));
    for (const name of ['bridge', 'ferry']) {
      writeFileSync(join(path, 'text', `${name}.txt`), text);
      writeFileSync(join(path, 'ann', `${name}_01.ann`), ann);
    }
    writeFileSync(join(path, 'metadata.tsv'), metadata);
    return path;
  }
  async function add(path: string, dryRun = false) {
    const tally = new Tally();
    const options = { metadata: join(path, 'metadata.tsv'), mostBytes: 100_000 };
    const documents = documentsIn(chooseFiles([join(path, 'text'), join(path, 'ann')], tally), options, tally);
    const reports = await importMany(ground.store, documents, { dryRun });
    return { outcomes: reports.map(({ report }) => report.outcome), tally };
  }

  it('takes in a folder of annotations with their texts, and finds nothing to do the second time', async () => {
    const path = folder();
    const empty = await ground.dump();
    expect((await add(path, true)).outcomes).toEqual(['created', 'created']);
    expect(await ground.dump()).toEqual(empty);
    const { outcomes, tally } = await add(path);
    expect(outcomes).toEqual(['created', 'created']);
    expect(tally.lines()).toEqual(['2 × spans Discuss outside any event, not used']);
    const once = await ground.dump();
    expect((await add(path)).outcomes).toEqual(['unchanged', 'unchanged']);
    expect(await ground.dump()).toEqual(once);
    expect(await ground.node('article:bridge')).toMatchObject({ text, held: true, title: 'Three against the bridge' });
    expect(await ground.edge('QUOTES outlet:harbour-times person:ada-brook')).toMatchObject({ articles: 1 });
    // Of the wire report the agency is cited and its statements are its source's; of the other the outlet named in it.
    expect(await ground.edge('CITES outlet:shore-post outlet:associated-press')).toMatchObject({ articles: 1 });
    expect(await ground.edge('CITES outlet:harbour-times outlet:coast-radio')).toMatchObject({ articles: 1 });
    for (const key of ['article:bridge', 'article:ferry']) await removeArticle(ground.store, key);
    expect(await ground.dump()).toEqual(empty);
  }, 120_000);

  it('writes nothing where one of the files has a fault, and names them all', async () => {
    const path = folder();
    const empty = await ground.dump();
    writeFileSync(join(path, 'ann', 'ferry_01.ann'), ann.replace('T16', 'T15').replace('Content:T3', 'Content:T33'));
    writeFileSync(join(path, 'ann', 'lost_01.ann'), ann);
    const error = await refusal(add(path));
    expect(error.message).toMatch(/^2 files have 3 faults; nothing was written\.$/);
    const places = error.details.errors?.map(({ file, line }) => `${file?.slice(path.length + 1)}:${line ?? ''}`);
    expect(places).toEqual(['ann/lost_01.ann:', 'ann/ferry_01.ann:20', 'ann/ferry_01.ann:5']);
    expect(await ground.dump()).toEqual(empty);
  });

  it('holds an article that was read from a page with its text, and revises it when the text is another', async () => {
    const path = tempFolder();
    const page = (words: string) =>
      `<html><head><link rel="canonical" href="https://harbour.example/ferry"><meta property="og:site_name" content="Harbour Times"></head><body><article><h1>Ferry news</h1><p>${words}</p></article></body></html>`;
    const read = async (words: string) => {
      writeFileSync(join(path, 'ferry.html'), page(words));
      const tally = new Tally();
      const documents = documentsIn(chooseFiles([path], tally), { mostBytes: 100_000 }, tally);
      return (await importMany(ground.store, documents))[0]?.report;
    };
    expect(await read('Norland takes the ferry.')).toMatchObject({
      outcome: 'created',
      article: 'article:harbour-example-ferry',
    });
    expect(await read('Norland takes the ferry.')).toMatchObject({ outcome: 'unchanged' });
    expect(await ground.node('article:harbour-example-ferry')).toMatchObject({
      text: expect.stringContaining('Norland takes the ferry.'),
      url: 'https://harbour.example/ferry',
    });
    expect(await read('Norland takes the bridge.')).toMatchObject({ outcome: 'revised' });
  }, 120_000);

  it('refuses files over the limit by name, and reads no other instead', async () => {
    const path = tempFolder();
    writeFileSync(join(path, 'large.txt'), 'words '.repeat(20_000));
    const tally = new Tally();
    const error = await refusal(
      importMany(ground.store, documentsIn(chooseFiles([path], tally), { mostBytes: 100_000 }, tally)),
    );
    expect(error.details.errors?.[0]?.reason).toMatch(
      /has 0\.1 MB; at most 0\.1 are read: split it, or raise HEARSAY_DOCUMENT_MB/,
    );
  });
});
