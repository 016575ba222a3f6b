// A view that is fetched when it is first shown, so that the page opens without it.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Failure } from '../api.ts';
import { FailureCard, Progress } from './basics.tsx';

export interface LazyView {
  View: ComponentType;
  /** Fetches it ahead. Never rejects: what went wrong is said where it is shown. */
  fetch(): Promise<void>;
}

/** `what` is said while it is fetched, such as "Opening the matrix"; a failure says why, and can be tried again. */
export function lazyView(what: string, load: () => Promise<ComponentType>): LazyView {
  const view = signal<ComponentType | null>(null);
  const failure = signal<Failure | null>(null);
  const fetch = async () => {
    failure.value = null;
    try {
      view.value ??= await load();
    } catch (error) {
      failure.value = {
        title: 'This part of the page could not be loaded',
        message: `${error instanceof Error ? error.message : error}. If the server was updated meanwhile, load the page again.`,
        code: 'client',
        nearest: [],
      };
    }
  };
  function View() {
    useEffect(() => {
      if (view.peek() === null) void fetch();
    }, []);
    const Fetched = view.value;
    if (Fetched) return <Fetched />;
    return (
      <div class="overlay">
        {failure.value ? <FailureCard failure={failure.value} retry={() => void fetch()} /> : <Progress what={what} />}
      </div>
    );
  }
  return { View, fetch };
}
