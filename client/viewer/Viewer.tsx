// The exported page: title and search above, graph or tables, and what is known of what is selected.
import { useEffect } from 'preact/hooks';
import { IconButton } from '../ui/IconButton.tsx';
import { Canvas } from './Canvas.tsx';
import { data } from './data.ts';
import { Panel } from './Panel.tsx';
import { Search } from './Search.tsx';
import { selected, theme, turnTheme, view } from './state.ts';
import { Tables } from './Tables.tsx';

const Tab = ({ of, title }: { of: 'graph' | 'table'; title: string }) => (
  <button
    type="button"
    aria-current={view.value === of ? 'page' : undefined}
    onClick={() => {
      view.value = of;
    }}
  >
    {title}
  </button>
);

function onKey(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === '/' && !typing) {
    event.preventDefault();
    document.getElementById('search')?.focus();
  } else if (event.key === 'Escape' && !typing) selected.value = null;
}

export function Viewer() {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="viewer">
      <a class="skip" href="#panel">
        Skip to details and evidence
      </a>
      <header class="viewer-bar">
        <h1>{data.about.title}</h1>
        <nav class="tabs" aria-label="Views">
          <Tab of="graph" title="Graph" />
          <Tab of="table" title="Table" />
        </nav>
        <Search />
        <IconButton
          icon={theme.value === 'dark' ? 'sun' : 'moon'}
          label={`Change to the ${theme.value === 'dark' ? 'light' : 'dark'} theme`}
          onClick={turnTheme}
        />
      </header>
      <main class="viewer-view" aria-label="View">
        {view.value === 'graph' ? <Canvas /> : <Tables />}
      </main>
      <Panel />
    </div>
  );
}
