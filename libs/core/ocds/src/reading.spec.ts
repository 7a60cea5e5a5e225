import type { JsonObject } from './json';
import { releasesIn } from './reading';

const release = (change: JsonObject = {}): JsonObject => ({
  ocid: 'ocds-x-1',
  id: '1',
  date: '2026-01-01T00:00:00Z',
  tag: ['tender'],
  initiationType: 'tender',
  ...change,
});
const at = (value: unknown): unknown => {
  const read = releasesIn(value);
  return read.ok ? read.value.length : read.refusal.params?.at;
};

describe('releases of a file', () => {
  it('are found in packages, records and alone', () => {
    expect(at({ releases: [release(), release({ id: 2 })] })).toBe(2);
    expect(at({ records: [{ releases: [release()] }, { releases: [release()] }] })).toBe(2);
    expect(at({ ocid: 'ocds-x-1', releases: [release()] })).toBe(1);
    expect(at(release({ date: '2026-01-01T08:00:00.5+08:00' }))).toBe(1);
  });

  it.each([
    [null, ''],
    [[], ''],
    [{ releases: {} }, 'releases'],
    [{ releases: [1] }, 'releases/0'],
    [{ releases: [release(), release({ ocid: '' })] }, 'releases/1/ocid'],
    [{ releases: [release({ ocid: 'x'.repeat(61) })] }, 'releases/0/ocid'],
    [{ releases: [release({ id: null })] }, 'releases/0/id'],
    [{ releases: [release({ date: '2026-01-01' })] }, 'releases/0/date'],
    [{ releases: [release({ date: '2026-13-01T00:00:00Z' })] }, 'releases/0/date'],
    [{ releases: [release({ tag: [] })] }, 'releases/0/tag'],
    [{ releases: [release({ initiationType: 'sale' })] }, 'releases/0/initiationType'],
    [{ records: 1 }, 'records'],
    [{ records: [1] }, 'records/0'],
    [{ records: [{ releases: [{ url: 'https://x' }] }] }, 'records/0/releases/0/ocid'],
  ])('are refused with the place of the fault: %j', (value, place) => {
    expect(at(value)).toBe(place);
  });
});
