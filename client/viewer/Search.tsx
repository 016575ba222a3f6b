// Search over the names in an exported page: as you type, with the keys of a list.
import { useSignal } from '@preact/signals';
import { askedFor, namedBy, nameRank, nameRanks } from '../../server/schema/name-rank.ts';
import { typeOf } from '../graph/model.ts';
import { fieldValue } from '../ui/field.ts';
import { data } from './data.ts';
import { show, view } from './state.ts';
import { TypeMark } from './TypeMark.tsx';

const most = 12;
const degrees = new Map<string, number>();
for (const { source, target } of data.edges)
  for (const key of [source, target]) degrees.set(key, (degrees.get(key) ?? 0) + 1);
const names = data.nodes.map((node) => {
  const aliases = Array.isArray(node.properties.aliases) ? node.properties.aliases.map(String) : [];
  return { node, named: namedBy(node.name, aliases), degree: degrees.get(node.key) ?? 0 };
});

/** As the live search: the closest first, of those as close what has more relations. */
function found(query: string) {
  const asked = askedFor(query);
  if (!asked) return [];
  const hits = names.flatMap(({ named, ...rest }) => {
    const rank = nameRank(named, asked);
    return rank === undefined ? [] : [{ ...rest, rank: nameRanks.indexOf(rank) }];
  });
  return hits.sort((a, b) => a.rank - b.rank || b.degree - a.degree).slice(0, most);
}

export function Search() {
  const query = useSignal('');
  const at = useSignal(0);
  const rows = found(query.value);
  const take = (index: number) => {
    const row = rows[index];
    if (!row) return;
    query.value = '';
    view.value = 'graph';
    show(row.node.key);
    document.getElementById('panel')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: at.value + 1, ArrowUp: at.value - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      at.value = Math.min(rows.length - 1, Math.max(0, to));
    } else if (event.key === 'Enter') take(at.value);
    else if (event.key === 'Escape') query.value = '';
  };
  const open = query.value.trim() !== '';
  return (
    <search class="viewer-search">
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Search"
        aria-expanded={open}
        aria-controls="found"
        aria-autocomplete="list"
        {...(rows.length > 0 ? { 'aria-activedescendant': `found-${at.value}` } : {})}
        placeholder="Search names"
        autocomplete="off"
        value={query.value}
        onInput={(event) => {
          query.value = fieldValue(event);
          at.value = 0;
        }}
        onKeyDown={onKey}
      />
      <div
        id="found"
        class="viewer-found"
        role="listbox"
        tabIndex={-1}
        aria-label="Found"
        hidden={!open || rows.length === 0}
      >
        {rows.map(({ node }, index) => (
          <div
            key={node.key}
            id={`found-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at.value}
            onMouseDown={(event) => {
              event.preventDefault();
              take(index);
            }}
          >
            <TypeMark type={typeOf(node)} /> {node.name} <span class="muted">{typeOf(node)}</span>
          </div>
        ))}
      </div>
      {open && rows.length === 0 && (
        <p class="viewer-none" role="status">
          No name here holds “{query.value.trim()}”.
        </p>
      )}
    </search>
  );
}
