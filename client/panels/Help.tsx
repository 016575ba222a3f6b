// The list of keys, in a native dialog.
import { meta } from '../state/data.ts';
import { bindings, helpOpen } from '../state/keys.ts';
import { count } from '../text/format.ts';
import { Dialog } from '../ui/Dialog.tsx';

const purpose =
  'Hearsay shows who holds which position on a plan, and on whose word: every line leads to the articles that say so, their words, and the chain of who told whom.';

export function Help() {
  const about = meta.value;
  return (
    <Dialog open={helpOpen} title="Help and keys">
      <p class="purpose">{purpose}</p>
      <table class="keys">
        <tbody>
          {bindings.map((binding) => (
            <tr key={binding.does}>
              <th scope="row">
                <kbd>{binding.keys}</kbd>
              </th>
              <td>{binding.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {about && (
        <p class="rail-note">
          Hearsay {about.version} on {about.engine.name === 'neo4j' ? 'Neo4j' : 'the embedded engine'}{' '}
          {about.engine.version}: {count(about.counts.nodes, 'node')}, {count(about.counts.edges, 'relation')},{' '}
          {count(about.counts.articles, 'article')}, {count(about.counts.assertions, 'assertion')}.{' '}
          <a href="./api/docs">API</a>
        </p>
      )}
    </Dialog>
  );
}
