import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { canonicalize, fenToYuan, publicKeyOf, signPayload, toHex, type Fen } from '@core/kernel';
import { sheetValue } from '@core/opening';
import { envelopeSecret, openingKey, openingKeyText, sealBid } from '@core/sealed-bid';
import { SubmitBid } from '@server/bid';
import { FileStore, Randomness } from '@server/platform';
import { SignUpForTender } from '@server/sign-up';
import { Lots, openingOf, Tenders } from '@server/tender';

/** A submitted demo bid with the secret that opens it. */
export interface DemoBid {
  readonly actor: Actor;
  readonly bidId: string;
  readonly secret: string;
  /** The key file its bidder would keep. */
  readonly keyFile: string;
}

/** Bids for the demo's firms exactly as their browsers would: sealed to their own keys, then submitted. */
@Injectable()
export class DemoBidder {
  constructor(
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly signUp: SignUpForTender,
    private readonly submitBid: SubmitBid,
    private readonly files: FileStore,
    private readonly randomness: Randomness,
  ) {}

  /** Signs up for a lot, seals, submits. A leader's consortium has signed up already. */
  async bid(
    actor: Actor,
    tenderId: string,
    offer: { readonly price: Fen; readonly manager: string; readonly lot?: number },
    hasSignedUp = false,
  ): Promise<DemoBid> {
    const { price, manager, lot = 1 } = offer;
    if (!hasSignedUp) await this.signUp.run(actor, tenderId, lot);
    const tender = await this.tenders.published(tenderId);
    const lots = await this.lots.ofTender(tenderId);
    const reserved = await this.submitBid.reserve(actor, tenderId, lot);
    const [key, seed] = [this.randomness.bytes(32), this.randomness.bytes(32)];
    const blobs = new Map<string, Uint8Array[]>();
    const sealed = await sealBid(
      {
        tender: tenderId,
        bid: reserved.id,
        bidder: actor.organisationId,
        seq: reserved.seq,
        lot: lots.length > 1 ? lot : undefined,
        opening: openingOf(tender, lots),
        seed,
        envelopes: [
          {
            id: 'sheet',
            files: [],
            sheet: sheetValue({
              price: fenToYuan(price),
              durationDays: 90,
              quality: '合格',
              manager,
            }),
            nonce: this.randomness.bytes(32),
          },
        ],
        sign: (tag, payload) => signPayload(key, tag, payload),
      },
      (blob, piece) => {
        blobs.set(blob, [...(blobs.get(blob) ?? []), piece]);
      },
    );
    const stored: { name: string; fileId: string }[] = [];
    for (const [name, pieces] of blobs) {
      const file = await this.files.put(Buffer.concat(pieces), {
        name: `${name}.age`,
        media: 'application/octet-stream',
        uploadedBy: actor.personId,
        dataClass: 'sealed',
      });
      stored.push({ name, fileId: file.id });
    }
    await this.submitBid.submit(actor, reserved.id, {
      bidObject: canonicalize(sealed.bid),
      signature: sealed.sig,
      publicKey: publicKeyOf(key),
      blobs: stored,
      backup: null,
    });
    const secret = toHex(envelopeSecret(seed, 'sheet'));
    const keyFile = openingKeyText(openingKey(tenderId, reserved.id, seed, ['sheet']));
    return { actor, bidId: reserved.id, secret, keyFile };
  }
}
