import fc from 'fast-check';
import { hasGap, streamRows, type StreamEvent } from './event-rows';

const event = (seq: number): StreamEvent => ({ seq, at: '2026-12-08T01:30:00.000Z', text: '' });

describe('streamRows', () => {
  it('shows a gap as a gap', () => {
    const rows = streamRows([event(5), event(1), event(2), event(2)]);
    expect(rows.map((row) => (row.kind === 'gap' ? [row.from, row.to] : row.event.seq))).toEqual([
      1,
      2,
      [3, 4],
      5,
    ]);
  });

  it('finds no gap exactly when the numbers are consecutive', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (seqs) => {
        const complete = Math.max(...seqs) - Math.min(...seqs) + 1 === seqs.length;
        expect(hasGap(streamRows(seqs.map(event)))).toBe(!complete);
      }),
    );
  });
});
