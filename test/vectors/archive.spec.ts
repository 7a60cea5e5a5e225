import { packZip, unpackZip, verifyArchive } from '@core/bundle';
import { archivedContract } from '../../libs/core/bundle/src/archive/archive';
import type { SignedContract } from '@core/contract';
import { canonicalObject, digest, fromUtf8, signPayload, toHex, utf8 } from '@core/kernel';
import type { LedgerRecord } from '@core/ledger';
import { lines, rewrite, testSeed, type Line } from './lying-operator';

/** Changes of a package's files: another text, or the file taken out (null). */
type Change = Readonly<Record<string, string | null>>;

const TENDER = 'T2026-0001';
const NUMBER = 'HT2026-0001';
const CONTRACT = `contracts/${NUMBER}.json`;
const PAPER = `contracts/${NUMBER}.pdf`;
const PRICE = '979546.00';

const SIGNED: SignedContract = {
  tender: TENDER,
  lot: 1,
  tenderer: { id: 'town', name: '采禾乡人民政府' },
  winner: { id: 'B1', name: '湖北鑫盛', members: [] },
  terms: {
    price: PRICE,
    durationDays: 90,
    quality: '合格',
    manager: '张工',
    performanceBond: '0.00',
    changeLimit: null,
    payment: '验收后付清',
    other: '',
  },
};

function line(type: string, scope: string, body: Readonly<Record<string, unknown>>): Line {
  const at = '2023-09-20T00:00:00Z';
  const record = {
    actor: 'cb5854e66c02dfb4',
    at,
    body: canonicalObject(body),
    n: 0,
    scope,
    type,
    v: 1,
  };
  return {
    record: { ...record, prev: '' } as unknown as LedgerRecord,
    salt: toHex(testSeed(`archive/${type}`)),
    opaque: '',
  };
}

interface Disclosed {
  readonly record: LedgerRecord;
}

/** The log of the vector with an award at `price`, and a contract at {@link PRICE} that was concluded and paid. */
function told(price: string): { readonly records: readonly Disclosed[] } {
  const won = { lot: 1, name: '湖北鑫盛', price };
  const candidates = [{ rank: 1, ...won }];
  const result = [
    line('candidates.published', TENDER, { tender: TENDER, candidates }),
    line('award.made', TENDER, { tender: TENDER, ...won }),
  ];
  const { fingerprint } = archivedContract(NUMBER, SIGNED, []);
  const about = { tender: TENDER, lot: 1, number: NUMBER };
  return rewrite([
    ...lines().flatMap((one) => (one.record?.type === 'tender.closed' ? [...result, one] : [one])),
    line('contract.concluded', 'platform', { ...about, ...won, price: PRICE, fingerprint }),
    line('contract.paid', 'platform', { ...about, amount: '100.00' }),
    line('enterprise.verified', 'platform', { id: 'B1' }),
  ]) as unknown as { readonly records: readonly Disclosed[] };
}

const ofPlatform = ({ record }: Disclosed): boolean => record.scope === 'platform';

/** The files of a log: the tender's own bundle, and the records of its contracts. */
function filesOf(whole: {
  readonly records: readonly Disclosed[];
}): Readonly<Record<string, string>> {
  const records = whole.records.filter((one) => !ofPlatform(one));
  const ofContracts = whole.records.filter(({ record }) => record.type.startsWith('contract.'));
  return {
    'bundle.json': JSON.stringify({ ...whole, records }),
    'records.json': JSON.stringify({ records: ofContracts }),
  };
}

const bundle = told(PRICE);
const own = bundle.records.filter(ofPlatform);
const ofContract = own.filter(({ record }) => record.type.startsWith('contract.'));
const contract = archivedContract(
  NUMBER,
  SIGNED,
  ofContract.map(({ record }) => record),
);

const FILES: Readonly<Record<string, string>> = {
  ...filesOf(bundle),
  [CONTRACT]: JSON.stringify(contract),
  [PAPER]: '%PDF-1.7',
};

/** A package with some files changed, and a manifest over what is then in it, signed by `seed`. */
function packed(change: Change = {}, about: object = {}, seed = 'actor/platform'): Uint8Array {
  const files = Object.entries({ ...FILES, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const manifest = {
    format: 'tp1/archive',
    tender: { id: TENDER, code: TENDER, title: '农村公路' },
    packedAt: '2026-11-26T00:00:00Z',
    files: files.map(([path, content]) => ({
      path,
      sha256: toHex(digest(utf8(content))),
      size: utf8(content).length,
    })),
    ...about,
  };
  const signature = signPayload(testSeed(seed), 'tp1/archive', manifest);
  return packZip(
    new Map(
      [
        ['manifest.json', JSON.stringify(manifest)] as const,
        ['manifest.sig.json', JSON.stringify(signature)] as const,
        ...files,
      ].map(([path, content]) => [path, utf8(content)]),
    ),
  );
}

async function verdict(bytes: Uint8Array): Promise<string> {
  const result = await verifyArchive(bytes);
  return result.ok ? 'believed' : `${result.step}: ${result.reason}`;
}

/** The package with a file changed after it was packed. */
function tampered(path: string, content: string | null): Uint8Array {
  const files = new Map(unpackZip(packed()));
  if (content === null) files.delete(path);
  else files.set(path, utf8(content));
  return packZip(files);
}

const changedContract = (change: object): Change => ({
  [CONTRACT]: JSON.stringify({ ...contract, ...change }),
});
const withRecords = (records: readonly unknown[]): Change => ({
  'records.json': JSON.stringify({ records }),
});

describe('an archive package (tp1 §7)', () => {
  it('holds as a whole: its files, its tender, its contracts and what has become of them', async () => {
    const steps: string[] = [];
    const result = await verifyArchive(packed(), null, ({ step }) => steps.push(step));
    if (!result.ok) throw new Error(`${result.step}: ${result.reason}`);
    expect(steps[0]).toBe('package');
    expect(result.report.steps.at(-1)).toEqual({
      step: 'contracts',
      counts: { contracts: 1, records: 2 },
    });
    const read = unpackZip(packed())?.get(CONTRACT) ?? new Uint8Array();
    expect(JSON.parse(fromUtf8(read) ?? '')).toMatchObject({
      life: [{ type: 'contract.concluded' }, { type: 'contract.paid', said: { amount: '100.00' } }],
    });
  });

  it.each([
    ['no package at all', utf8('PK'), 'package: not_a_package'],
    ['a file changed', tampered(PAPER, '%PDF-1.8'), 'package: file_changed'],
    ['a file cut short', tampered(PAPER, '%PDF'), 'package: file_changed'],
    ['a file gone', tampered(PAPER, null), 'package: file_missing'],
    ['a file more', tampered('a.txt', ''), 'package: file_unlisted'],
    ['no manifest', tampered('manifest.json', null), 'package: file_missing'],
    ['a manifest that is none', tampered('manifest.json', '{}'), 'package: malformed'],
    ['a manifest that is no JSON', tampered('manifest.json', '{'), 'package: malformed'],
    ['a signature of somebody else', packed({}, {}, 'stranger'), 'package: manifest_signature'],
    [
      'another tender',
      packed({}, { tender: { id: 'T2026-0002', code: TENDER, title: '桥' } }),
      'package: of_another_tender',
    ],
    ['a demo that is none', packed({}, { demo: true }), 'package: demo_mismatch'],
    [
      'a file named twice',
      packed({}, { files: [1, 2].map(() => ({ path: 'a', sha256: '0'.repeat(64), size: 0 })) }),
      'package: file_twice',
    ],
    [
      'a bundle that does not hold',
      packed({ 'bundle.json': JSON.stringify({ ...bundle, entries: [] }) }),
      /^(?!believed|package|contracts)/,
    ],
    ['a contract not printed', packed({ [PAPER]: null }), 'contracts: contract_unprinted'],
    ['a contract left out', packed({ [CONTRACT]: null }), 'contracts: contract_missing'],
    [
      'a contract under another name',
      packed({ [CONTRACT]: null, 'contracts/HT1.json': FILES[CONTRACT] ?? '' }),
      'package: malformed',
    ],
    [
      'terms written anew',
      packed(changedContract({ terms: { ...contract.terms, quality: '不问' } })),
      'contracts: contract_changed',
    ],
    [
      'terms written anew, with their fingerprint',
      packed({
        [CONTRACT]: JSON.stringify(
          archivedContract(
            NUMBER,
            { ...SIGNED, terms: { ...SIGNED.terms, price: '1.00' } },
            ofContract.map(({ record }) => record),
          ),
        ),
      }),
      'contracts: contract_changed',
    ],
    [
      'a contract of another tender',
      packed({
        [CONTRACT]: JSON.stringify(archivedContract(NUMBER, { ...SIGNED, tender: 'T2' }, [])),
      }),
      'contracts: contract_changed',
    ],
    ['a life that was not', packed(changedContract({ life: [] })), 'contracts: contract_life'],
    [
      'a contract nobody concluded',
      packed(withRecords(ofContract.slice(1))),
      'contracts: contract_not_concluded',
    ],
    [
      'records out of order',
      packed(withRecords([...ofContract].reverse())),
      'contracts: record_order',
    ],
    ['a record of something else', packed(withRecords(own)), 'contracts: record_of_another'],
  ])('is not believed with %s', async (_, bytes, expected) => {
    expect(await verdict(bytes)).toMatch(expected);
  });

  it('is not believed when the lot was awarded at another price than the contract has', async () => {
    expect(await verdict(packed(filesOf(told('979000.00'))))).toBe('contracts: contract_departs');
  });
});
