// A process of its own that brings a database's schema up and says before each write that it comes; whoever started it kills it.
import { EmbeddedEngine } from '../../server/store/embedded.ts';
import { prepare } from '../../server/store/prepare.ts';
import { loadStatements } from '../../server/store/statements.ts';

const [folder = '', stopBefore = ''] = process.argv.slice(2);
const engine = await EmbeddedEngine.open({ kind: 'embedded', folder });
const { transaction } = engine;
let writes = 0;
engine.transaction = async (...given) => {
  if (writes++ === Number(stopBefore)) {
    process.stdout.write('stalled\n');
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  }
  return transaction.apply(engine, given) as never;
};
await prepare(engine, loadStatements('embedded'));
process.stdout.write('done\n');
await engine.close();
