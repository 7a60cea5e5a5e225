import {
  passphraseOf,
  PASSPHRASE_BYTES,
  unsignedHolders,
  type Opening,
  type ShownHolderKey,
} from '@core/sealed-bid';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/client';
import { uploadFile } from '../../shared/api/upload';
import { useRefresh } from '../../shared/api/use-refresh';
import type { ReservedBid } from '../../shared/api/wire';
import type { Sealed, SealStep, Sheet } from './sealing/messages';
import { canonicalText } from './sealing/canonical-text';
import { randomBytes, sealInWorker } from './sealing/sealer';

/** What the bidder filled in. */
export interface BidDraft {
  readonly sheet: Sheet;
  readonly files: readonly File[];
}

/** A sealed bid whose key has not been used yet. */
export interface Keyed {
  readonly reserved: ReservedBid;
  readonly sealed: Sealed;
  readonly passphrase: string;
}

/** Where the submission is. Only the server's answer makes it submitted. */
export type Submission =
  | { readonly kind: 'form'; readonly error?: unknown }
  | {
      readonly kind: 'sealing';
      readonly step: SealStep;
      readonly done: number;
      readonly total: number;
    }
  | (Keyed & { readonly kind: 'key'; readonly error?: unknown })
  | {
      readonly kind: 'uploading';
      readonly step: 'upload' | 'register';
      readonly done: number;
      readonly total: number;
    };

/** Seals with a fresh seed; the same way for the rehearsal, with a throw-away one. */
export function sealDraft(
  draft: BidDraft,
  reserved: Pick<
    ReservedBid,
    'id' | 'tenderId' | 'lot' | 'bidder' | 'seq' | 'opening' | 'holderKeys'
  >,
  passphrase: string | null,
  watch: Parameters<typeof sealInWorker>[1],
): Promise<Sealed> {
  const { holders, lots } = reserved.opening as unknown as Opening;
  const shown = reserved.holderKeys as unknown as ShownHolderKey[];
  const unsigned = unsignedHolders(reserved.tenderId, holders, shown);
  if (unsigned.length > 0) {
    return Promise.reject(new Error(`no signed key of ${unsigned.join(', ')}`));
  }
  return sealInWorker(
    {
      kind: 'seal',
      tender: reserved.tenderId,
      bid: reserved.id,
      bidder: reserved.bidder,
      seq: reserved.seq,
      lot: lots === undefined ? undefined : reserved.lot,
      opening: reserved.opening as unknown as Opening,
      seed: randomBytes(32),
      nonce: randomBytes(32),
      sheet: draft.sheet,
      files: draft.files,
      passphrase,
    },
    watch,
  );
}

/** Reserves the number to seal under, for one lot. */
export function reserve(tenderId: string, lot: number): Promise<ReservedBid> {
  return bodyOf(
    api.POST('/api/tenders/{id}/bids', { params: { path: { id: tenderId } }, body: { lot } }),
  );
}

async function uploadAll(
  sealed: Sealed,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<{ readonly name: string; readonly fileId: string }[]> {
  const stored: { name: string; fileId: string }[] = [];
  let before = 0;
  for (const { name, blob, sha256 } of sealed.blobs) {
    const start = before;
    const file = await uploadFile({
      file: blob,
      name: name.replace('/', '-'),
      media: 'application/octet-stream',
      sha256,
      signal,
      onProgress: ({ sent }) => onSent(start + sent),
    });
    stored.push({ name, fileId: file.id });
    before += blob.size;
  }
  return stored;
}

/** The submission of one bid, from the filled form to the server's receipt. */
export function useSubmission(tenderId: string, lot: number) {
  const refresh = useRefresh();
  const [state, setState] = useState<Submission>({ kind: 'form' });
  const [stopper, setStopper] = useState<AbortController | null>(null);

  const seal = async (draft: BidDraft) => {
    const total = draft.files.reduce((sum, file) => sum + file.size, 0);
    let step: SealStep = 'seal';
    let done = 0;
    const show = () => setState({ kind: 'sealing', step, done, total });
    show();
    try {
      const reserved = await reserve(tenderId, lot);
      const passphrase = passphraseOf(randomBytes(PASSPHRASE_BYTES));
      const sealed = await sealDraft(draft, reserved, passphrase, {
        onStep: (next) => {
          step = next;
          show();
        },
        onBytes: (bytes) => {
          done = bytes;
          show();
        },
      });
      setState({ kind: 'key', reserved, sealed, passphrase });
    } catch (error) {
      setState({ kind: 'form', error });
    }
  };

  const submit = async (keyed: Keyed) => {
    const { reserved, sealed, passphrase } = keyed;
    const total = sealed.blobs.reduce((sum, { blob }) => sum + blob.size, 0);
    const abort = new AbortController();
    setStopper(abort);
    const show = (step: 'upload' | 'register', done: number) =>
      setState({ kind: 'uploading', step, done, total });
    show('upload', 0);
    try {
      const blobs = await uploadAll(sealed, abort.signal, (bytes) => show('upload', bytes));
      show('register', total);
      await api.POST('/api/bids/{id}/submit', {
        params: { path: { id: reserved.id } },
        body: {
          bidObject: canonicalText(sealed.sealed.bid),
          signature: { ...sealed.sealed.sig },
          publicKey: sealed.publicKey,
          blobs,
          ...(sealed.backup === null ? {} : { backup: sealed.backup }),
        },
      });
      await refresh();
      setState({ kind: 'form' });
    } catch (error) {
      const stopped = error instanceof DOMException && error.name === 'AbortError';
      setState({ kind: 'key', reserved, sealed, passphrase, ...(stopped ? {} : { error }) });
    }
  };

  return {
    state,
    seal,
    submit,
    stop: () => stopper?.abort(),
    reset: () => setState({ kind: 'form' }),
  };
}
