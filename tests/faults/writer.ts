// A process of its own that writes one record after the other and prints each key once the write is acknowledged.
import { openStore } from '../../server/store/open.ts';
import { testStatements, type WithTestTypes } from '../contract/statements.ts';

const [folder = '', prefix = '', size = '0'] = process.argv.slice(2);
const store = await openStore<WithTestTypes>({ kind: 'embedded', folder }, { extra: testStatements });
const text = 'x'.repeat(Number(size));
for (let i = 0; ; i++) {
  await store.write('test/put', { key: `${prefix}${i}`, properties: { text } });
  process.stdout.write(`${prefix}${i}\n`);
}
