// A process of its own that puts a backup into a database and stops for good in the middle: whoever started it kills it.
import { contentOf } from '../../server/backup/read.ts';
import { openStore } from '../../server/store/open.ts';

const [folder = '', file = '', after = '0'] = process.argv.slice(2);
const store = await openStore({ kind: 'embedded', folder });

async function* stalling() {
  let number = 0;
  for await (const item of contentOf(file)) {
    if (number++ === Number(after)) {
      process.stdout.write('stalled\n');
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    }
    yield item;
  }
}
await store.restore(stalling(), { schemaVersion: 1, derivedStale: false, bundled: 'loaded' });
