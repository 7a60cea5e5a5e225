/** How long one step may take, milliseconds. */
export const SLOW = 600_000;

/** Somebody's steps: each goes on where the last one ended, so that after a failure the others do not wait in vain. */
export function inSteps(): (name: string, body: () => Promise<void>) => void {
  let broken = false;
  return (name, body) => {
    it(
      name,
      async () => {
        if (broken) throw new Error('an earlier step failed');
        broken = true;
        await body();
        broken = false;
      },
      SLOW,
    );
  };
}
