import { inReceipts, verifyBundle, type Bundle } from '@core/bundle';
import { parsePolicyFile, verifyCheckpoint } from '@core/ledger';
import { hasPython, secondOpinions } from './second';
import bundle from './tp1/bundle.json';
import tlog from './tp1/tlog.json';

type Receipts = NonNullable<Bundle['receipts']>;

const parsed = parsePolicyFile(tlog.policyFile);
if (!parsed.ok) throw new Error('the policy of the vectors cannot be read');
const policy = parsed.value;
const isCosigned = (note: string): boolean => {
  const checkpoint = verifyCheckpoint(note, policy);
  return checkpoint.ok && checkpoint.value.quorumTime !== null;
};
const full = bundle as unknown as Bundle;
const small = inReceipts(full, isCosigned);
if (!small) throw new Error('no receipts');
const receipts = small.receipts ?? [];

const withReceipts = (change: (all: Receipts) => Receipts): unknown => ({
  ...small,
  receipts: change(receipts.map((one) => ({ ...one }))),
});
const bent = (text: string): string => {
  const at = text.indexOf('\n', text.indexOf('index')) + 3;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
};
/** Only the log's own signature is left under the checkpoint. */
const alone = (text: string): string => {
  const lines = text.split('\n');
  const own = lines.findIndex((line) => line.startsWith('— '));
  return lines.filter((line, at) => at <= own || !line.startsWith('— ')).join('\n');
};
const verdict = async (value: unknown): Promise<string> => {
  const result = await verifyBundle(value);
  return result.ok ? 'ok' : `${result.step}: ${result.reason}`;
};
const lastSubmission = receipts.findIndex(({ record }) => {
  return (record as { type: string }).type === 'bid.submitted';
});

/** What an operator may try with receipts, and what both verifiers say. */
const LIES: readonly (readonly [string, string, unknown])[] = [
  [
    'a record is edited',
    'records: not_the_entry',
    withReceipts((all) =>
      all.map((one, at) =>
        at === 0
          ? { ...one, record: { ...(one.record as object), at: '2026-01-01T00:00:00Z' } }
          : one,
      ),
    ),
  ],
  [
    'a path is bent',
    'records: not_the_entry',
    withReceipts((all) =>
      all.map((one, at) => (at === 0 ? { ...one, proof: bent(one.proof) } : one)),
    ),
  ],
  [
    'a receipt is no receipt',
    'records: receipt',
    withReceipts((all) => all.map((one, at) => (at === 0 ? { ...one, proof: 'index 0' } : one))),
  ],
  ['a receipt is given twice', 'records: twice', withReceipts((all) => [...all, all[0]!])],
  [
    'a salt is withheld',
    'records: salt',
    withReceipts((all) =>
      all.map((one, at) => (at === lastSubmission ? { ...one, salt: null } : one)),
    ),
  ],
  [
    'a submitted bid is left out',
    'closing: list',
    withReceipts((all) => all.filter((_, at) => at !== lastSubmission)),
  ],
  [
    'no witness has signed',
    'records: receipt_without_quorum',
    withReceipts((all) => all.map((one) => ({ ...one, proof: alone(one.proof) }))),
  ],
  ['the log is given besides', 'format: entries_and_receipts', { ...small, entries: full.entries }],
];

describe('a bundle with receipts in the place of the log (tp1 §6)', () => {
  it('is verified with the same draws and envelopes, and says what it cannot show', async () => {
    const [one, other] = [await verifyBundle(full, policy), await verifyBundle(small, policy)];
    if (!one.ok || !other.ok) throw new Error(JSON.stringify(other));
    expect(other.report.draws).toEqual(one.report.draws);
    expect(other.report.envelopes).toEqual(one.report.envelopes);
    expect(other.report.complete).toBe(true);
    expect(other.report.warnings.map(({ code }) => code)).toContain('not_scanned');
    expect(one.report.warnings.map(({ code }) => code)).not.toContain('not_scanned');
  });

  it('is not made of a log that cannot be read, nor of one no witness has covered', () => {
    const first = full.entries[0]!;
    expect(inReceipts({ ...full, entries: ['no base64', ...full.entries] }, isCosigned)).toBeNull();
    expect(inReceipts({ ...full, entries: [first, 'AAAA'] }, isCosigned)).toBeNull();
    expect(inReceipts(full, () => false)).toBeNull();
  });

  it.each(LIES)('is refused when %s', async (_name, expected, value) => {
    expect(await verdict(value)).toMatch(new RegExp(`^${expected}`));
  });

  (hasPython ? it : it.skip)('is judged alike by the second implementation', async () => {
    const said = secondOpinions([small, ...LIES.map(([, , value]) => value)]);
    const ours = await Promise.all([small, ...LIES.map(([, , value]) => value)].map(verdict));
    expect(said).toEqual(ours);
  });
});
