// The bar at the top: name, case, tabs, search, as-of date, theme and help.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import icon from '../icon.svg';
import { show } from '../state/actions.ts';
import { articles, isForeign } from '../state/data.ts';
import { helpOpen } from '../state/keys.ts';
import { linesOf, namesOpen, openNames } from '../state/names.ts';
import { setTheme, type ThemeChoice, themeChoice, themeChoices } from '../state/theme.ts';
import { tab } from '../state/view.ts';
import { type Tab, tabs } from '../state/view-url.ts';
import { IconButton } from '../ui/basics.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { LazyDialog } from '../ui/Lazy.tsx';
import { AsOf } from './AsOf.tsx';
import { AccountButton } from './account/AccountButton.tsx';
import { CaseChooser } from './Cases.tsx';
import { ViewsButton } from './views/ViewsButton.tsx';
import { WatchesButton } from './watches/WatchesButton.tsx';

const narrow = window.matchMedia('(max-width: 760px)');
const names: Readonly<Record<Tab, string>> = {
  graph: 'Graph',
  matrix: 'Matrix',
  ledger: 'Ledger',
  table: 'Table',
  articles: 'Articles',
  brief: 'Brief',
  cypher: 'Cypher',
};

/** The main views that there are: a foreign database has no articles of its own. */
export function Tabs() {
  const there: readonly Tab[] = isForeign.value ? ['graph', 'table', 'cypher'] : tabs;
  return (
    <nav class="tabs" aria-label="Views">
      {there.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={tab.value === name ? 'page' : undefined}
          onClick={() => {
            tab.value = name;
          }}
        >
          {names[name]}
          {name === 'articles' && (
            <span class="tab-count">{articles.value.filter((article) => article.held).length}</span>
          )}
        </button>
      ))}
    </nav>
  );
}

const themeIcon = { system: 'system', light: 'sun', dark: 'moon' } as const;
const themeName: Readonly<Record<ThemeChoice, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

function ThemeButton() {
  const now = themeChoice.value;
  const next = themeChoices[(themeChoices.indexOf(now) + 1) % themeChoices.length] as ThemeChoice;
  return (
    <IconButton
      icon={themeIcon[now]}
      label={`Theme: ${themeName[now]}. Change to ${themeName[next]}`}
      onClick={() => setTheme(next)}
    />
  );
}

/** Whether the bar is too narrow for the long hint in the search field. */
function useSmall(): boolean {
  const small = useSignal(narrow.matches);
  useEffect(() => {
    const turn = () => {
      small.value = narrow.matches;
    };
    narrow.addEventListener('change', turn);
    return () => narrow.removeEventListener('change', turn);
  }, []);
  return small.value;
}

export function TopBar() {
  const small = useSmall();
  return (
    <header class="top-bar">
      <div class="brand">
        <img src={icon} alt="" width="20" height="20" />
        <h1>Hearsay</h1>
        {!isForeign.value && <CaseChooser />}
      </div>
      <Tabs />
      <search
        class="search-box"
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (linesOf(text).length < 2) return;
          event.preventDefault();
          openNames(text);
        }}
      >
        <Combobox
          id="search"
          icon
          clears
          grouped
          label="Search"
          placeholder={small ? 'Search' : isForeign.value ? 'Search nodes' : 'Search people, countries, outlets, plans'}
          onPick={(row) => {
            tab.value = 'graph';
            // Out of the field, so that the next key acts on what was found.
            document.getElementById('panel')?.focus();
            void show(row.key);
          }}
        />
        <span class="key">/</span>
        <IconButton icon="list" label="Paste a list of names" onClick={() => openNames()} />
        <LazyDialog open={namesOpen} load={async () => (await import('./names/NamesDialog.tsx')).NamesDialog} />
      </search>
      <div class="top-actions">
        {!isForeign.value && <AsOf />}
        {!isForeign.value && <WatchesButton />}
        <ViewsButton />
        <ThemeButton />
        <IconButton
          icon="help"
          label="Help and keys"
          keys="?"
          onClick={() => {
            helpOpen.value = true;
          }}
        />
        <AccountButton />
      </div>
    </header>
  );
}
