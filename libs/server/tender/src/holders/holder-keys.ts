import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { Actor } from '@core/identity';
import type { PayloadSignature } from '@core/kernel';
import { isRecipient } from '@core/escrow';
import { isHolderKey } from '@core/sealed-bid';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, Reads, UnitOfWork, violates } from '@server/platform';
import type { SealingTerms } from '../tender.entity';
import { HolderBatchRow, HolderKeyRow } from './holder-key.entity';

/** A batch as its holder hands it in. */
export interface NewHolderBatch {
  /** Name of the batch, random: its slots are `<batch>/<number>`, from 1 on. */
  readonly batch: string;
  readonly holder: string;
  readonly x: number;
  readonly publicKey: string;
  readonly keys: readonly { readonly recipient: string; readonly signature: PayloadSignature }[];
  readonly backup: string;
}

/** A batch with how many of its keys are left. */
export interface KeptBatch {
  readonly batch: HolderBatchRow;
  readonly total: number;
  readonly free: number;
}

/** An organisation from whose batch a tenderer may name a holder. */
export interface HolderOffer {
  readonly organisationId: string;
  readonly name: string;
  readonly holder: string;
  readonly x: number;
  readonly free: number;
}

/** A key of a batch, with the tender it serves. */
export interface HeldKey {
  readonly key: HolderKeyRow & { readonly tenderId: string };
  readonly batch: HolderBatchRow;
}

const BATCH_COLUMNS = ['recipient'];

/** Recipients made ahead by key holders: kept, offered to tenderers, and given to one tender each (tp1 §4.2, §12). */
@Injectable()
export class HolderKeys {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly people: People,
    private readonly ledger: Ledger,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  /** Keeps a batch after checking every signature; it is a record of the log (`holder.key`). */
  async keep(actor: Actor, made: NewHolderBatch): Promise<KeptBatch> {
    const { holder, x, publicKey, backup } = made;
    const keys = made.keys.map((key, at) => ({ ...key, slot: `${made.batch}/${at + 1}` }));
    const isSigned = keys.every(
      ({ slot, recipient, signature }) =>
        isRecipient(recipient) &&
        isHolderKey(publicKey, { tender: slot, x, recipient, sig: signature }),
    );
    if (!isSigned) throw new DomainError('seal.opening_invalid', { reason: 'signature' });
    const { organisationId } = actor;
    const batch: HolderBatchRow = {
      id: this.ids.next(),
      organisationId,
      holder,
      x,
      publicKey,
      backup,
      createdAt: this.arrival.at(),
    };
    await this.unit.run(async () => {
      await this.unit.manager.getRepository(HolderBatchRow).insert(batch);
      for (const [at, { slot, recipient, signature }] of keys.entries()) {
        await this.add({
          id: this.ids.next(),
          batchId: batch.id,
          organisationId,
          number: at + 1,
          slot,
          recipient,
          signature,
          tenderId: null,
        });
      }
      await this.ledger.append({
        type: 'holder.key',
        scope: 'platform',
        by: actor,
        body: {
          holder,
          x,
          publicKey,
          keys: keys.map(({ slot, recipient, signature }) => ({
            slot,
            recipient,
            sig: { ...signature },
          })),
        },
      });
    });
    return { batch, total: keys.length, free: keys.length };
  }

  /** The batches of an organisation, the newest first. */
  async ofOrganisation(organisationId: string): Promise<KeptBatch[]> {
    const manager = await this.reads.manager();
    const batches = await manager
      .getRepository(HolderBatchRow)
      .find({ where: { organisationId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 100 });
    const kept: KeptBatch[] = [];
    for (const batch of batches) {
      const rows = manager.getRepository(HolderKeyRow);
      const total = await rows.countBy({ batchId: batch.id });
      const free = await rows.countBy({ batchId: batch.id, tenderId: IsNull() });
      kept.push({ batch, total, free });
    }
    return kept;
  }

  /** Who has keys left, and under which name and number; of each organisation the newest batch that has. */
  async offers(): Promise<HolderOffer[]> {
    const offers: HolderOffer[] = [];
    for (const { id: organisationId, name } of await this.people.organisations()) {
      const kept = (await this.ofOrganisation(organisationId)).find(({ free }) => free > 0);
      if (!kept) continue;
      const { holder, x } = kept.batch;
      offers.push({ organisationId, name, holder, x, free: kept.free });
    }
    return offers;
  }

  /**
   * Gives a tender one key of each of these organisations, in the present unit; the tender's row is locked. Asked again,
   * it gives the same. Throws `seal.no_holder_key` when an organisation has none left.
   */
  async claim(
    tenderId: string,
    organisationIds: readonly string[],
  ): Promise<SealingTerms['holders']> {
    const holders: SealingTerms['holders'][number][] = [];
    for (const organisationId of organisationIds) {
      const { key, batch } = await this.claimOne(tenderId, organisationId);
      const { slot, recipient, signature } = key;
      const { holder: id, x, publicKey } = batch;
      holders.push({ id, x, recipient, publicKey, signature, slot });
    }
    return holders.sort((one, other) => one.x - other.x);
  }

  /** The organisations that gave this tender a key of a batch. */
  async givers(tenderId: string): Promise<string[]> {
    const manager = await this.reads.manager();
    const keys = await manager.getRepository(HolderKeyRow).findBy({ tenderId });
    return keys.map(({ organisationId }) => organisationId);
  }

  /** Whether each of these organisations has a key left. */
  async haveLeft(organisationIds: readonly string[]): Promise<boolean> {
    const offered = new Set((await this.offers()).map(({ organisationId }) => organisationId));
    return organisationIds.every((id) => offered.has(id));
  }

  /** The keys of an organisation that serve a tender. */
  async held(organisationId: string): Promise<HeldKey[]> {
    const manager = await this.reads.manager();
    const keys = await manager
      .getRepository(HolderKeyRow)
      .findBy({ organisationId, tenderId: Not(IsNull()) });
    const batchIds = [...new Set(keys.map(({ batchId }) => batchId))];
    const batches = await manager.getRepository(HolderBatchRow).findBy({ id: In(batchIds) });
    return keys.flatMap((key) => {
      const batch = batches.find(({ id }) => id === key.batchId);
      const { tenderId } = key;
      return batch && tenderId !== null ? [{ key: { ...key, tenderId }, batch }] : [];
    });
  }

  private async claimOne(
    tenderId: string,
    organisationId: string,
  ): Promise<{ key: HolderKeyRow; batch: HolderBatchRow }> {
    const rows = this.unit.manager.getRepository(HolderKeyRow);
    const known = (await this.held(organisationId)).find(({ key }) => key.tenderId === tenderId);
    if (known) return known;
    const kept = (await this.ofOrganisation(organisationId)).filter(({ free }) => free > 0);
    for (const { batch } of kept) {
      const free = await rows.find({
        where: { batchId: batch.id, tenderId: IsNull() },
        order: { number: 'ASC' },
        take: 20,
      });
      for (const key of free) {
        // Two tenders may want the same key at once; the compare-and-set gives it to one.
        const taken = await rows.update({ id: key.id, tenderId: IsNull() }, { tenderId });
        if (taken.affected === 1) return { key: { ...key, tenderId }, batch };
      }
    }
    throw new DomainError('seal.no_holder_key', { organisationId });
  }

  private async add(row: HolderKeyRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(HolderKeyRow).insert(row);
    } catch (error) {
      if (!violates(error, 'uq_holder_key_recipient', 'holder_key', BATCH_COLUMNS)) throw error;
      throw new DomainError('seal.recipient_reused', { recipient: row.recipient });
    }
  }
}
