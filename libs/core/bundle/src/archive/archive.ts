import { contractFingerprint, type SignedContract } from '@core/contract';
import {
  ANYTHING,
  hexOf,
  IDENTIFIER,
  list,
  literal,
  nullable,
  SIGNATURE,
  struct,
  text,
  whole,
  type ShapeOf,
} from '@core/kernel';
import type { LedgerRecord } from '@core/ledger';

/** Where the parts of an archive package stand. */
export const ARCHIVE_PATHS = {
  manifest: 'manifest.json',
  signature: 'manifest.sig.json',
  bundle: 'bundle.json',
  records: 'records.json',
} as const;

/** The label of the platform's signature over a manifest (tp1 §7). */
export const ARCHIVE_TAG = 'tp1/archive';

const LONG_TEXT = text(/^[^\0]{0,100000}$/u);

/** `manifest.json`: every other file of the package but the signature, by its fingerprint. */
export const MANIFEST = struct(
  {
    format: literal('tp1/archive'),
    tender: struct({ id: IDENTIFIER, code: text(), title: text() }),
    /** When it was packed (protocol time). */
    packedAt: text(),
    files: list(
      struct({
        path: text(/^[a-z0-9][A-Za-z0-9./-]{0,119}$/),
        sha256: hexOf(32),
        size: whole(),
      }),
      1,
      1000,
    ),
  },
  { demo: literal(true) },
);
export type Manifest = ShapeOf<typeof MANIFEST>;

/** `manifest.sig.json`: the platform's signature over the manifest. */
export const MANIFEST_SIGNATURE = SIGNATURE;

/** `records.json`: what the log says of the contracts, record by record, as `records` of a bundle. */
export const ARCHIVE_RECORDS = struct({
  records: list(struct({ index: whole(), record: ANYTHING, salt: nullable(hexOf(32)) })),
});

/** The records a contract leaves outside its tender's own scope. */
export const CONTRACT_RECORDS = [
  'contract.concluded',
  'contract.filed',
  'contract.changed',
  'contract.subcontracted',
  'contract.paid',
  'contract.site_checked',
  'contract.accepted',
  'performance.reviewed',
] as const;

/** `contracts/<number>.json`: what was signed, and what the log says has become of it. */
export const ARCHIVED_CONTRACT = struct({
  number: text(),
  tender: text(),
  lot: whole(1, 999),
  tenderer: struct({ id: IDENTIFIER, name: text() }),
  winner: struct({ id: IDENTIFIER, name: text(), members: list(text()) }),
  terms: struct({
    price: text(),
    durationDays: whole(),
    quality: LONG_TEXT,
    manager: LONG_TEXT,
    performanceBond: text(),
    changeLimit: nullable(whole()),
    payment: LONG_TEXT,
    other: LONG_TEXT,
  }),
  fingerprint: hexOf(32),
  life: list(struct({ type: text(), at: text(), said: ANYTHING })),
});
export type ArchivedContract = ShapeOf<typeof ARCHIVED_CONTRACT>;

/** Members of a record that say where it belongs, or who acted: no part of what happened. */
const ABOUT = new Set(['tender', 'lot', 'number', 'actedBy', 'actedBySalt']);

/** Whether a record of the platform's scope is one of a tender's contracts, or of what became of them. */
export function isOfContracts(tender: string, { type, scope, body }: LedgerRecord): boolean {
  return (
    scope === 'platform' &&
    body.tender === tender &&
    CONTRACT_RECORDS.some((known) => known === type)
  );
}

/** What has become of the contract of a lot, record by record in the order of the log. */
export function lifeOf(
  records: readonly LedgerRecord[],
  { number, lot }: { readonly number: string; readonly lot: number },
): ArchivedContract['life'] {
  return records
    .filter(({ body }) => body.lot === lot && (body.number ?? number) === number)
    .map(({ type, at, body }) => ({
      type,
      at,
      said: Object.fromEntries(Object.entries(body).filter(([name]) => !ABOUT.has(name))),
    }));
}

/** The file of a contract, from what was signed and the records of it. */
export function archivedContract(
  number: string,
  signed: SignedContract,
  records: readonly LedgerRecord[],
): ArchivedContract {
  const { tender, lot, tenderer, winner, terms } = signed;
  return {
    number,
    tender,
    lot,
    tenderer,
    winner,
    terms,
    fingerprint: contractFingerprint(signed),
    life: lifeOf(records, { number, lot }),
  };
}
