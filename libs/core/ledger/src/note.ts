import {
  concatBytes,
  digest,
  equalBytes,
  fromBase64,
  fromHex,
  publicKeyOf,
  signBytes,
  toBase64,
  toHex,
  utf8,
  verifyBytes,
  type BytesVerifier,
} from '@core/kernel';

/** C2SP signature types of the keys we know. */
export const LOG_SIGNATURE = 0x01;
export const COSIGNATURE = 0x04;

/** A key that verifies notes: `name+<key id>+<base64(type ‖ public key)>`. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly type: number;
  readonly publicKey: Uint8Array;
  /** The text form. */
  readonly text: string;
}

/** One line of a signed note. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  /** What follows the key id. */
  readonly body: Uint8Array;
  /** The line as it stands in the note, with its newline. */
  readonly line: string;
}

/** A signed note, taken apart but not yet verified. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MARK = '— ';
const MOST_SIGNATURES = 100;

/** Whether a text is a key name: not empty, no white space, no plus. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{C}]/u.test(name);
}

/** C2SP key id: the first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key). */
export function noteKeyId(name: string, type: number, publicKey: Uint8Array): Uint8Array {
  return digest(concatBytes(utf8(name), Uint8Array.of(0x0a, type), publicKey)).slice(0, 4);
}

/** The verifier key of a public key. */
export function verifierKey(name: string, type: number, publicKey: Uint8Array): VerifierKey {
  const keyId = noteKeyId(name, type, publicKey);
  const tail = toBase64(concatBytes(Uint8Array.of(type), publicKey));
  return { name, keyId, type, publicKey, text: `${name}+${toHex(keyId)}+${tail}` };
}

/** Reads a verifier key. Returns null when it is malformed, its id is wrong or its type unknown. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  const [, name = '', , tail = ''] = match ?? [];
  const bytes = fromBase64(tail);
  if (!match || !isKeyName(name) || bytes?.length !== 33) return null;
  const type = bytes[0] ?? 0;
  if (type !== LOG_SIGNATURE && type !== COSIGNATURE) return null;
  const key = verifierKey(name, type, bytes.slice(1));
  return key.text === text ? key : null;
}

/** A key that signs notes: a name, a type and a 32-byte seed. */
export interface NoteSigner {
  readonly key: VerifierKey;
  readonly seed: Uint8Array;
}

/** Makes a signer from a seed. */
export function noteSigner(name: string, type: number, seed: Uint8Array): NoteSigner {
  return { key: verifierKey(name, type, fromHex(publicKeyOf(seed))), seed };
}

/** Writes a signature line from a key and what follows its id. */
export function signatureLine(key: VerifierKey, body: Uint8Array): string {
  return `${MARK}${key.name} ${toBase64(concatBytes(key.keyId, body))}\n`;
}

/** Signs a note text as a log does (type 0x01): a whole note with one signature. */
export function signNote(text: string, signer: NoteSigner): string {
  return `${text}\n${signatureLine(signer.key, signBytes(signer.seed, utf8(text)))}`;
}

/** Adds signature lines to a note. */
export function addSignatures(note: string, lines: readonly string[]): string {
  return note + lines.join('');
}

function parseSignature(line: string): NoteSignature | null {
  const match = /^— (\S+) ([A-Za-z0-9+/=]+)$/u.exec(line);
  const [, name = '', encoded = ''] = match ?? [];
  const bytes = match && isKeyName(name) ? fromBase64(encoded) : null;
  if (!bytes || bytes.length < 5) return null;
  return { name, keyId: bytes.slice(0, 4), body: bytes.slice(4), line: `${line}\n` };
}

/** Takes a signed note apart, strictly (C2SP signed-note). Returns null when it is malformed. */
export function parseNote(note: string): SignedNote | null {
  const split = note.lastIndexOf('\n\n');
  // Everything below U+0020 but the newline, and what UTF-8 cannot carry, is forbidden.
  if (split < 0 || !note.endsWith('\n') || /[^\n\P{Cc}]|\p{Surrogate}/u.test(note)) return null;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(parseSignature);
  if (signatures.some((signature) => signature === null)) return null;
  return {
    text: note.slice(0, split + 1),
    signatures: signatures.filter((signature) => signature !== null),
  };
}

/** The signatures of a note that claim to be of this key. */
export function signaturesOf(note: SignedNote, key: VerifierKey): NoteSignature[] {
  return note.signatures.filter(
    (signature) => signature.name === key.name && equalBytes(signature.keyId, key.keyId),
  );
}

/**
 * Whether a note carries a valid log signature (type 0x01) of this key. A signature of the key that does not
 * verify spoils the note, whatever else it carries.
 */
export function isSignedBy(
  note: SignedNote,
  key: VerifierKey,
  verify: BytesVerifier = verifyBytes,
): boolean {
  if (key.type !== LOG_SIGNATURE) return false;
  const own = signaturesOf(note, key);
  return (
    own.length > 0 &&
    own.every((signature) => verify(key.publicKey, utf8(note.text), signature.body))
  );
}
