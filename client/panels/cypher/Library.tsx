// The gallery: statements that answer the analyst's questions, by group, and those that somebody saved.
import type { SavedQuery } from '../../../server/schema/cypher.ts';
import { groups, library, librarySearch, openSaved } from '../../state/cypher/library.ts';
import { runDraft } from '../../state/cypher/runs.ts';
import { forget, ownGroup, saved } from '../../state/cypher/saved.ts';
import { Empty, FailureCard, IconButton, Progress } from '../../ui/basics.tsx';
import { fieldValue } from '../../ui/field.ts';
import { LibraryFiles } from './LibraryFiles.tsx';
import { chosen } from './layout.ts';

function Item({ query, own }: { query: SavedQuery; own: boolean }) {
  const open = () => {
    openSaved(query);
    chosen();
  };
  return (
    <li class="library-item">
      <button type="button" class="library-open" onClick={open}>
        <span class="library-title">{query.title}</span>
        {query.description !== '' && <span class="library-about">{query.description}</span>}
      </button>
      <IconButton
        icon="play"
        label={`Open and run ${query.title}`}
        onClick={() => {
          open();
          runDraft();
        }}
      />
      {own && <IconButton icon="close" label={`Remove ${query.title}`} onClick={() => forget(query.id)} />}
    </li>
  );
}

function Groups() {
  const status = library.status.value;
  if (groups.value.length > 0)
    return (
      <>
        {groups.value.map(({ title, queries }) => (
          <details key={title} class="library-group" open>
            <summary>
              <h3>
                {title} <span class="tally">{queries.length}</span>
              </h3>
            </summary>
            <ul>
              {queries.map((query) => (
                <Item key={query.id} query={query} own={title === ownGroup} />
              ))}
            </ul>
          </details>
        ))}
      </>
    );
  if (status.state === 'loading') return <Progress what="Loading the library" />;
  if (librarySearch.value.trim() !== '')
    return (
      <Empty
        title="No statement has these words"
        action={{
          title: 'List all statements',
          run: () => {
            librarySearch.value = '';
          },
        }}
      >
        Titles, descriptions and the statements are searched.
      </Empty>
    );
  return (
    <Empty title="The library is empty">
      Statements that are saved appear here; those of a file can be brought in below.
    </Empty>
  );
}

export function Library() {
  const status = library.status.value;
  return (
    <>
      <input
        type="text"
        class="side-search"
        aria-label="Search the library"
        placeholder="Search the library"
        value={librarySearch.value}
        onInput={(event) => {
          librarySearch.value = fieldValue(event);
        }}
      />
      <div class="side-list">
        {status.state === 'failed' && <FailureCard failure={status.failure} retry={library.retry} />}
        <Groups />
      </div>
      <LibraryFiles empty={saved.value.length === 0} />
    </>
  );
}
