// The door to the Cypher workspace: what it needs is loaded when the tab is first opened, and not before.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Failure } from '../../api.ts';
import { FailureCard, Progress } from '../../ui/basics.tsx';

const workspace = signal<ComponentType | null>(null);
const failure = signal<Failure | null>(null);

async function open(): Promise<void> {
  failure.value = null;
  try {
    workspace.value = (await import('./Workspace.tsx')).Workspace;
  } catch (error) {
    failure.value = {
      title: 'The editor could not be loaded',
      message: `${error instanceof Error ? error.message : error}. If the server was updated meanwhile, load the page again.`,
      code: 'client',
      nearest: [],
    };
  }
}

export function CypherTab() {
  useEffect(() => {
    if (workspace.peek() === null) void open();
  }, []);
  const Workspace = workspace.value;
  if (Workspace) return <Workspace />;
  return (
    <div class="overlay">
      {failure.value ? (
        <FailureCard failure={failure.value} retry={() => void open()} />
      ) : (
        <Progress what="Opening the editor" />
      )}
    </div>
  );
}
