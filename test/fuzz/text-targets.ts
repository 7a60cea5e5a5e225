import { Readable } from 'node:stream';
import { isRecipient, secretOf, identityOf, hasOneX25519Stanza, decryptWith } from '@core/escrow';
import {
  canonicalBytes,
  canonicalize,
  fromBase64,
  fromHex,
  parseCanonical,
  utf8,
  certificatesOf,
  sm2KeyOf,
} from '@core/kernel';
import {
  addCheckpointBody,
  checkpointText,
  decideAddCheckpoint,
  noteSigner,
  COSIGNATURE,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  parsePolicyFile,
  parseTlogProof,
  parseVerifierKey,
  policyFile,
  readEntry,
  tlogProof,
} from '@core/ledger';
import {
  basePriceText,
  openingKeyText,
  parseBasePrice,
  parseOpeningKey,
  readBid,
} from '@core/sealed-bid';
import { AgeError, nativeDecrypt } from '@server/sealing';
import certificates from '../vectors/certificates.json';
import bundle from '../vectors/tp1/bundle.json';
import jcs from '../vectors/tp1/jcs.json';
import seal from '../vectors/tp1/seal.json';
import tlog from '../vectors/tp1/tlog.json';
import { mutateBytes, mutateText } from './mutate';
import { bytesOf, refused, same, textOf, Violation, type Target } from './target';

/** A target of texts. */
function ofText(
  name: string,
  share: number,
  seeds: readonly string[],
  judge: (text: string) => string,
): Target {
  return {
    name,
    share,
    invent: (random) => ({ text: mutateText(random, seeds) }),
    judge: (input) => judge(textOf(input)),
  };
}

/** A target of bytes. */
function ofBytes(
  name: string,
  share: number,
  seeds: readonly Uint8Array[],
  judge: (bytes: Uint8Array) => string | Promise<string>,
): Target {
  return {
    name,
    share,
    invent: (random) => ({ base64: Buffer.from(mutateBytes(random, seeds)).toString('base64') }),
    judge: (input) => judge(bytesOf(input)),
  };
}

const vectorOf = (text: string): Uint8Array => fromBase64(text)!;
const PEM = [certificates.sm2, certificates.p256]
  .map((text) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`)
  .join('');

const canonicalSeeds = [
  ...jcs.cases.map(({ canonical }) => canonical).filter((text) => text !== null),
  ...bundle.records.slice(0, 4).map(({ record }) => canonicalize(record)),
  canonicalize(bundle.bids[0]!.bid),
].map((text) => utf8(text));
const entries = bundle.entries.map((entry) => fromBase64(entry)!);
const proofs = tlog.receipts.map(({ proof }) => proof);
const notes = bundle.checkpoints.map(({ note }) => note);
const keys = [bundle.policy.log, ...bundle.policy.witnesses];
const blobs = Object.values(seal.blobs).map((blob) => fromBase64(blob)!);
const envelopes = seal.bid.envelopes[0]!.shares.map(({ envelope }) => fromBase64(envelope)!);
const bodies = [...tlog.checkpoints.map(({ request }) => request), `old 0\n\n${notes[0]!}`];
const openingKey = openingKeyText({
  tender: 'T1',
  bid: 'B1',
  secrets: { sheet: '1'.repeat(64), tech: '2'.repeat(64) },
});
const basePrice = basePriceText({
  tender: 'T1',
  lot: 2,
  price: '3579546.00',
  nonce: '3'.repeat(64),
});
const witness = noteSigner('w.example/x', COSIGNATURE, fromHex('11'.repeat(32)));
const log = parseVerifierKey(bundle.policy.log)!;

/** Parsers of texts and bytes, which accept only what they would write themselves. */
export const TEXT_TARGETS: readonly Target[] = [
  ofBytes('canonical', 300_000, canonicalSeeds, (bytes) => {
    const parsed = parseCanonical(bytes);
    return parsed.ok
      ? same(bytes, canonicalBytes(parsed.value))
      : refused(parsed.refusal.code, parsed.refusal.params);
  }),
  ofBytes('entry', 100_000, entries, (bytes) => {
    const entry = readEntry(bytes);
    if (!entry.ok) return refused(entry.refusal.code, entry.refusal.params);
    if (entry.value.kind === 'sealed') return 'sealed';
    return `${entry.value.record.type} ${same(bytes, canonicalBytes(entry.value.record))}`;
  }),
  ofText('note', 120_000, notes, (text) => {
    const note = parseNote(text);
    return note
      ? `${note.signatures.length > 3 ? 'many ' : ''}${same(text, `${note.text}\n${note.signatures.map(({ line }) => line).join('')}`)}`
      : 'refused';
  }),
  ofText(
    'checkpoint',
    60_000,
    notes.map((note) => `${note.split('\n\n')[0]!}\n`),
    (text) => {
      const checkpoint = parseCheckpoint(text);
      return checkpoint ? same(text, checkpointText(checkpoint)) : 'refused';
    },
  ),
  ofText('tlog-proof', 100_000, proofs, (text) => {
    const proof = parseTlogProof(text);
    return proof ? same(text, tlogProof(proof)) : 'refused';
  }),
  ofText('add-checkpoint', 80_000, bodies, (text) => {
    const request = parseAddCheckpoint(text);
    return request ? same(text, addCheckpointBody(request)) : 'refused';
  }),
  ofText('witness', 3_000, bodies, (text) => {
    const facts = { logs: [log], latest: () => null, signer: witness, time: 1 };
    const { status, store } = decideAddCheckpoint(text, facts);
    if ((status === 200) !== (store !== null)) throw new Violation('cosigned without storing');
    return String(status);
  }),
  ofText('verifier-key', 40_000, keys, (text) => {
    const key = parseVerifierKey(text);
    return key ? same(text, key.text) : 'refused';
  }),
  // White space, comments and names of a policy file are free: what is accepted means what it would be written as.
  ofText('policy', 40_000, [tlog.policyFile], (text) => {
    const policy = parsePolicyFile(text);
    if (!policy.ok) return refused(policy.refusal.code, policy.refusal.params);
    const again = parsePolicyFile(policyFile(policy.value));
    return again.ok ? same(policyFile(policy.value), policyFile(again.value)) : 'lost';
  }),
  ofText('bid', 70_000, [canonicalize(seal.bid), canonicalize(bundle.bids[1]!.bid)], (text) => {
    const bid = readBid(text);
    return bid.ok
      ? same(text, canonicalize(bid.value))
      : refused(bid.refusal.code, bid.refusal.params);
  }),
  ofText('opening-key', 20_000, [openingKey], (text) => {
    const key = parseOpeningKey(text);
    return key ? same(`${text.trim()}\n`, openingKeyText(key)) : 'refused';
  }),
  ofText('base-price', 20_000, [basePrice], (text) => {
    const base = parseBasePrice(text);
    return base ? same(`${text.trim()}\n`, basePriceText(base)) : 'refused';
  }),
  ofText('recipient', 20_000, [seal.bid.envelopes[0]!.recipient, seal.identity], (text) => {
    const isOne: boolean = isRecipient(text);
    if (isOne) return 'recipient';
    const secret = secretOf(text);
    return secret ? same(text.trim().toUpperCase(), identityOf(secret)) : 'refused';
  }),
  ofBytes('age-header', 60_000, [...blobs, ...envelopes], (bytes) => {
    if (!hasOneX25519Stanza(bytes)) return 'refused';
    const [version, stanza, body, mac] = Buffer.from(bytes).toString('latin1').split('\n');
    const parts = [version, stanza?.slice(0, 10), body?.length, mac?.slice(0, 4)];
    return same(JSON.stringify(parts), '["age-encryption.org/v1","-> X25519 ",43,"--- "]');
  }),
  ofBytes(
    'certificate',
    60_000,
    [vectorOf(certificates.sm2), vectorOf(certificates.p256)],
    (bytes) => {
      const key = sm2KeyOf(bytes);
      if (key === null) return 'refused';
      return Buffer.from(bytes).toString('hex').includes(key)
        ? 'a key that stands in it'
        : 'another';
    },
  ),
  ofText('pem', 10_000, [PEM], (text) => {
    const found = certificatesOf(text);
    return `${found.length} certificates`;
  }),
  // Every byte of an age file is authenticated: nothing but the file itself may open.
  ofBytes('age-file', 6_000, blobs, async (bytes) => {
    const plain = await decryptWith(fromHex(seal.secret), bytes);
    if (plain === null) return 'refused';
    if (!blobs.some((blob) => Buffer.from(blob).equals(bytes))) throw new Violation('forged');
    return 'opened';
  }),
  // The server's own reader must refuse what the portable one refuses, and open what that one opens.
  ofBytes('age-native', 5_000, [...blobs, ...envelopes], async (bytes) => {
    const secret = fromHex(seal.secret);
    const portable = await decryptWith(secret, bytes);
    let native: Buffer | null = null;
    try {
      const pieces: Uint8Array[] = [];
      for await (const piece of nativeDecrypt(secret, Readable.from([Buffer.from(bytes)]))) {
        pieces.push(piece);
      }
      native = Buffer.concat(pieces);
    } catch (error) {
      if (!(error instanceof AgeError)) throw error;
    }
    if (native === null || portable === null) {
      if (native !== portable) throw new Violation('one opens it, the other does not');
      return 'refused';
    }
    return same(native, portable);
  }),
];
