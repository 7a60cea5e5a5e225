import { fromBER, Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { equalBytes, type Instant } from '@core/kernel';

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Granted, and granted with modifications (RFC 3161 §2.4.2). */
const GRANTED: readonly number[] = [0, 1];

/** What a time-stamping authority says. */
export interface StampedTime {
  readonly at: Instant;
  /** Common name of the certificate that signed. */
  readonly authority: string;
  /** Whether that certificate leads to one of the authorities trusted here. */
  readonly trusted: boolean;
}

/** A token does not hold, or is not over these bytes. */
export class TimestampRefusal extends Error {}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy.buffer;
}

/** A query (RFC 3161 §2.4.1) for a time-stamp over the SHA-256 `digest`, certificate wanted. `nonce`: random bytes. */
export function timestampQuery(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: bufferOf(digest) }),
    }),
    nonce: nonceOf(nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** A DER integer is positive only with its highest bit clear, and has no needless leading zero. */
function nonceOf(nonce: Uint8Array): Integer {
  const positive = Uint8Array.from(nonce, (byte, at) => (at === 0 ? (byte & 0x3f) | 0x40 : byte));
  return new Integer({ valueHex: bufferOf(positive) });
}

function certificateOf(der: Uint8Array): Certificate {
  return Certificate.fromBER(bufferOf(der));
}

function isForTimestamping(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  return (
    usage?.parsedValue instanceof ExtKeyUsage &&
    usage.parsedValue.keyPurposes.includes(TIME_STAMPING)
  );
}

function commonNameOf(certificate: Certificate): string {
  const name = certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3');
  return name?.value.valueBlock.value ?? '';
}

interface Parsed {
  readonly signed: SignedData;
  readonly info: TSTInfo;
}

function parse(response: Uint8Array): Parsed {
  const answer = TimeStampResp.fromBER(bufferOf(response));
  const { status } = answer.status;
  if (!GRANTED.includes(status) || !answer.timeStampToken) {
    throw new TimestampRefusal(`the authority refused: status ${status}`);
  }
  const signed = new SignedData({ schema: answer.timeStampToken.content });
  const content = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== TST_INFO || !content) {
    throw new TimestampRefusal('not a time-stamp token');
  }
  const { result, offset } = fromBER(content.getValue());
  if (offset === -1) throw new TimestampRefusal('not a time-stamp token');
  return { signed, info: new TSTInfo({ schema: result }) };
}

async function holds(
  signed: SignedData,
  text: Uint8Array,
  trusted: readonly Certificate[] | null,
): Promise<Certificate | null> {
  try {
    const verdict = await signed.verify({
      signer: 0,
      data: bufferOf(text),
      checkChain: trusted !== null,
      extendedMode: true,
      ...(trusted ? { trustedCerts: [...trusted] } : {}),
    });
    return verdict.signatureVerified === true ? (verdict.signerCertificate ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * Checks an authority's answer (RFC 3161 §2.4.2): granted, over the SHA-256 of `text`, answering `nonce` where one is
 * given, signed by a certificate for time-stamping. `authorities`: DER certificates a chain may end in. Throws
 * {@link TimestampRefusal}.
 */
export async function verifyTimestamp(
  response: Uint8Array,
  text: Uint8Array,
  authorities: readonly Uint8Array[],
  nonce: Uint8Array | null = null,
): Promise<StampedTime> {
  let parsed: Parsed;
  try {
    parsed = parse(response);
  } catch (error) {
    if (error instanceof TimestampRefusal) throw error;
    throw new TimestampRefusal('the answer is malformed', { cause: error });
  }
  const { signed, info } = parsed;
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA_256) {
    throw new TimestampRefusal('another hash');
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bufferOf(text)));
  const imprint = new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView);
  if (!equalBytes(imprint, digest)) throw new TimestampRefusal('over other bytes');
  if (nonce && !isSameNonce(info.nonce, nonceOf(nonce)))
    throw new TimestampRefusal('another nonce');
  const certificate = await holds(signed, text, null);
  if (!certificate) throw new TimestampRefusal('the signature does not hold');
  if (!isForTimestamping(certificate)) throw new TimestampRefusal('not a key for time-stamping');
  const trusted =
    authorities.length > 0 && (await holds(signed, text, authorities.map(certificateOf))) !== null;
  return { at: info.genTime.getTime(), authority: commonNameOf(certificate), trusted };
}

function isSameNonce(given: Integer | undefined, wanted: Integer): boolean {
  return (
    given !== undefined &&
    equalBytes(
      new Uint8Array(given.valueBlock.valueHexView),
      new Uint8Array(wanted.valueBlock.valueHexView),
    )
  );
}
