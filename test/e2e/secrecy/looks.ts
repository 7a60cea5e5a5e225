import type { Client } from '../../support/client';

/** What one reader got for one question at one moment; no text where it was refused. */
export interface Seen {
  readonly status: number;
  readonly text: string;
}

/** The ids a question needs, by the name they stand under in its path. */
export type Names = Record<string, string>;

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Everything every reader can ask for, asked at every moment: the rows, columns and layers of a secrecy table. */
export class Looks<M extends string, R extends string, P extends string> {
  readonly readers = new Map<R, Client>();
  readonly names: Names = {};
  private readonly seen = new Map<string, Seen>();

  /** `heads` are the questions of which only the status counts: big files. */
  constructor(
    private readonly moments: readonly M[],
    private readonly probes: Readonly<Record<P, string>>,
    private readonly heads: readonly P[] = [],
  ) {}

  /** Asks everything, as everybody who is there by now. */
  async look(moment: M): Promise<void> {
    for (const [reader, client] of this.readers) {
      for (const [probe, pattern] of Object.entries(this.probes) as [P, string][]) {
        const path = pattern.replace(/:(\w+)/g, (_all, name: string) => this.names[name] ?? NOBODY);
        const isHead = this.heads.includes(probe);
        const answer = await client.fetch(path, isHead ? { method: 'HEAD' } : {});
        const text = answer.status === 200 && !isHead ? await answer.text() : '';
        if (isHead || answer.status !== 200) await answer.body?.cancel();
        this.seen.set(`${moment}/${reader}/${probe}`, { status: answer.status, text });
      }
    }
  }

  /** Whether this reader was there at this moment. */
  was(moment: M, reader: R): boolean {
    return (Object.keys(this.probes) as P[]).some((probe) =>
      this.seen.has(`${moment}/${reader}/${probe}`),
    );
  }

  at(moment: M, reader: R, probe: P): Seen {
    const found = this.seen.get(`${moment}/${reader}/${probe}`);
    if (!found) throw new Error(`nobody looked: ${moment}/${reader}/${probe}`);
    return found;
  }

  /** Everything a reader could learn at a moment. */
  all(moment: M, reader: R): string {
    return (Object.keys(this.probes) as P[])
      .map((probe) => this.at(moment, reader, probe).text)
      .join('\n');
  }

  before(moment: M): readonly M[] {
    return this.moments.slice(0, this.moments.indexOf(moment));
  }

  from(moment: M): readonly M[] {
    return this.moments.slice(this.moments.indexOf(moment));
  }
}
