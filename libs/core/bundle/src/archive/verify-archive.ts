import { contractFingerprint } from '@core/contract';
import {
  canonicalize,
  digest,
  fromUtf8,
  read,
  toHex,
  verifyPayload,
  type CanonicalValue,
  type Shape,
  type Sm2Verifier,
} from '@core/kernel';
import type { LedgerRecord, LogPolicy } from '@core/ledger';
import { BundleFault, type Bundle, type StepWatcher } from '../bundle';
import { readDisclosedRecord } from '../log-steps';
import { verifyBundle, type BundleResult } from '../verify';
import {
  ARCHIVED_CONTRACT,
  ARCHIVE_PATHS,
  ARCHIVE_RECORDS,
  ARCHIVE_TAG,
  isOfContracts,
  lifeOf,
  MANIFEST,
  MANIFEST_SIGNATURE,
  type ArchivedContract,
  type Manifest,
} from './archive';
import { unpackZip } from './zip';

type Files = ReadonlyMap<string, Uint8Array>;

function fault(reason: string, detail: Readonly<Record<string, unknown>> = {}): BundleFault {
  return new BundleFault('package', reason, detail);
}

function json(files: Files, path: string): unknown {
  const bytes = files.get(path);
  if (!bytes) throw fault('file_missing', { path });
  try {
    return JSON.parse(fromUtf8(bytes) ?? '') as unknown;
  } catch {
    throw fault('malformed', { path });
  }
}

function shaped<T>(shape: Shape<T>, files: Files, path: string): T {
  const value = read(shape, json(files, path));
  if (!value.ok) throw fault('malformed', { path, ...value.refusal.params });
  return value.value;
}

/** The package holds the files its manifest names, byte for byte, and no other. */
function checkFiles(files: Files, { files: listed }: Manifest): void {
  const [own, signature]: readonly string[] = [ARCHIVE_PATHS.manifest, ARCHIVE_PATHS.signature];
  const named = new Set(listed.map(({ path }) => path));
  if (named.size !== listed.length) throw fault('file_twice');
  for (const { path, sha256, size } of listed) {
    const bytes = files.get(path);
    if (!bytes) throw fault('file_missing', { path });
    if (bytes.length !== size || toHex(digest(bytes)) !== sha256) {
      throw fault('file_changed', { path });
    }
  }
  for (const path of files.keys()) {
    if (path !== own && path !== signature && !named.has(path))
      throw fault('file_unlisted', { path });
  }
}

interface Packed {
  readonly files: Files;
  readonly manifest: Manifest;
  readonly bundle: Bundle;
}

function checkPackage(bytes: Uint8Array): Packed {
  const files = unpackZip(bytes);
  if (!files) throw fault('not_a_package');
  const manifest = shaped(MANIFEST, files, ARCHIVE_PATHS.manifest);
  checkFiles(files, manifest);
  return { files, manifest, bundle: json(files, ARCHIVE_PATHS.bundle) as Bundle };
}

/** The manifest is signed by the platform of the bundle, which holds by now, and is of the same tender. */
function checkSignature({ files, manifest, bundle }: Packed): void {
  const signature = shaped(MANIFEST_SIGNATURE, files, ARCHIVE_PATHS.signature);
  const key = bundle.keys.find(({ id }) => id === 'platform');
  const payload = manifest as unknown as CanonicalValue;
  if (!key || !verifyPayload(key.pub, ARCHIVE_TAG, payload, signature)) {
    throw fault('manifest_signature');
  }
  if (manifest.tender.id !== bundle.scope) throw fault('of_another_tender');
  if ((manifest.demo ?? false) !== (bundle.policy.demo ?? false)) throw fault('demo_mismatch');
}

/** The records of the package, each at its place in the bundle's log. */
function recordsOf({ files, bundle }: Packed): LedgerRecord[] {
  const { records } = shaped(ARCHIVE_RECORDS, files, ARCHIVE_PATHS.records);
  let last = -1;
  return records.map(({ index, record: value, salt }) => {
    if (index <= last) throw new BundleFault('contracts', 'record_order', { index });
    last = index;
    const { record } = readDisclosedRecord(bundle, index, value, salt);
    if (!isOfContracts(bundle.scope, record)) {
      throw new BundleFault('contracts', 'record_of_another', { index });
    }
    return record;
  });
}

const same = (one: unknown, other: unknown): boolean =>
  canonicalize(one as CanonicalValue) === canonicalize(other as CanonicalValue);

/** Whether the tender's own records award a lot so. A later award may have taken the place of one that was void. */
function isAwarded(bundle: Bundle, lot: number, name: string, price: string): boolean {
  return bundle.records.some(({ record }) => {
    const { type, body } = record as LedgerRecord;
    if (type !== 'award.made' || (body.lot ?? 1) !== lot || body.name !== name) return false;
    return body.price === null || body.price === price;
  });
}

/** A contract is what both sides signed, with whom the lot was awarded to, at the awarded price; its life is the log's. */
function checkContract(
  contract: ArchivedContract,
  { bundle, manifest }: Packed,
  records: readonly LedgerRecord[],
): void {
  const { number, lot, fingerprint, winner, terms, life } = contract;
  const wrong = (reason: string): BundleFault => new BundleFault('contracts', reason, { number });
  const isWritten = contractFingerprint(contract) === fingerprint;
  if (!isWritten || contract.tender !== manifest.tender.code) throw wrong('contract_changed');
  const concluded = records.filter(
    ({ type, body }) => type === 'contract.concluded' && body.number === number,
  );
  const [signed] = concluded;
  if (!signed || concluded.length > 1) throw wrong('contract_not_concluded');
  const { body } = signed;
  const isSigned =
    body.fingerprint === fingerprint &&
    body.lot === lot &&
    body.name === winner.name &&
    body.price === terms.price;
  if (!isSigned) throw wrong('contract_changed');
  if (!same(life, lifeOf(records, { number, lot }))) throw wrong('contract_life');
  if (!isAwarded(bundle, lot, winner.name, terms.price)) throw wrong('contract_departs');
}

/** Every concluded contract is in the package, on paper too, and holds. Returns how many there are. */
function checkContracts(packed: Packed): Readonly<Record<string, number>> {
  const { files } = packed;
  const records = recordsOf(packed);
  const numbers = new Set<string>();
  for (const path of files.keys()) {
    if (!/^contracts\/[^/]+\.json$/.test(path)) continue;
    const contract = shaped(ARCHIVED_CONTRACT, files, path);
    if (path !== `contracts/${contract.number}.json`) throw fault('malformed', { path });
    if (!files.has(`contracts/${contract.number}.pdf`)) {
      throw new BundleFault('contracts', 'contract_unprinted', { number: contract.number });
    }
    checkContract(contract, packed, records);
    numbers.add(contract.number);
  }
  for (const { type, body } of records) {
    const { number } = body;
    if (type !== 'contract.concluded') continue;
    if (typeof number !== 'string' || !numbers.has(number)) {
      throw new BundleFault('contracts', 'contract_missing', { number });
    }
  }
  return { contracts: numbers.size, records: records.length };
}

/**
 * Verifies an archive package as a whole (tp1 §7): the files are those of its signed manifest, the bundle in it holds
 * ({@link verifyBundle}), and its contracts are what was signed, concluded and lived through by the same log. `watch`
 * hears of every step that held.
 */
export async function verifyArchive(
  bytes: Uint8Array,
  policy: LogPolicy | null = null,
  watch: StepWatcher = () => undefined,
  sm2: Sm2Verifier | null = null,
): Promise<BundleResult> {
  try {
    const packed = checkPackage(bytes);
    const first = { step: 'package', counts: { files: packed.files.size } } as const;
    watch(first);
    const result = await verifyBundle(packed.bundle, policy, watch, sm2);
    if (!result.ok) return result;
    checkSignature(packed);
    const last = { step: 'contracts', counts: checkContracts(packed) } as const;
    watch(last);
    const { report } = result;
    return { ok: true, report: { ...report, steps: [first, ...report.steps, last] } };
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error;
    return { ok: false, step: error.step, reason: error.reason, detail: error.detail };
  }
}
