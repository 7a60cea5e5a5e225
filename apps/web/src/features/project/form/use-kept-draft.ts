import { useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import type { TypedProjectBody } from '../../../shared/api/wire';
import { legalMillis } from '../../../shared/live/server-clock';

const PAUSE = 800;
const AGAIN = 5_000;

/** How far the draft is kept. */
export type Kept =
  | { readonly state: 'idle' | 'saving' | 'failed' }
  | { readonly state: 'saved'; readonly at: number };

interface KeptDraft {
  readonly kept: Kept;
  /** Keeps what is typed now, a moment after the last key. */
  readonly keep: (typed: TypedProjectBody) => void;
  /** Waits until nothing is on its way any more, and says which draft it is; null: there is none yet. */
  readonly settle: () => Promise<string | null>;
}

/** Keeps what is typed as a draft on the server: begun with the first key, one save at a time, tried again when it fails. */
export function useKeptDraft(opened: string | null, onBegun: (id: string) => void): KeptDraft {
  const [kept, setKept] = useState<Kept>({ state: 'idle' });
  const id = useRef(opened);
  const waiting = useRef<TypedProjectBody | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<void> | null>(null);

  const write = async (typed: TypedProjectBody): Promise<void> => {
    if (id.current === null) {
      const made = await bodyOf(api.POST('/api/project-drafts', { body: typed }));
      id.current = made.id;
      onBegun(made.id);
    } else {
      const params = { path: { id: id.current } };
      await api.PUT('/api/project-drafts/{id}', { params, body: typed });
    }
  };
  const flush = async (): Promise<void> => {
    const typed = waiting.current;
    if (typed === null) return;
    waiting.current = null;
    setKept({ state: 'saving' });
    try {
      await write(typed);
      setKept({ state: 'saved', at: legalMillis() ?? 0 });
    } catch {
      waiting.current ??= typed;
      setKept({ state: 'failed' });
      schedule(AGAIN);
    }
  };
  const run = (): Promise<void> => {
    running.current ??= flush().finally(() => {
      running.current = null;
    });
    return running.current;
  };
  const schedule = (after: number): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void run(), after);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return {
    kept,
    keep: (typed) => {
      waiting.current = typed;
      schedule(PAUSE);
    },
    settle: async () => {
      window.clearTimeout(timer.current);
      await running.current;
      waiting.current = null;
      return id.current;
    },
  };
}
