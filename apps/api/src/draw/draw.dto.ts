import { DRAW_PARTIES, type DrawParty } from '@core/draw';
import type { OpenShare } from '@core/escrow';
import { SIGNATURE, read, type PayloadSignature } from '@core/kernel';
import { DomainError } from '@server/platform';
import { CoreObject, CoreObjects, Hex, ListOf, OneOf, Text, WholeNumber } from '../http/fields';

const PARTIES = Object.keys(DRAW_PARTIES) as DrawParty[];

function signature(value: unknown): PayloadSignature {
  const read_ = read(SIGNATURE, value);
  if (!read_.ok) throw new DomainError('draw.input_invalid', { ...read_.refusal.params });
  return read_.value;
}

export class EnrolDto {
  @Hex(32) publicKey!: string;
  /** An age X25519 recipient, fresh for this draw. */
  @Text({ max: 100 }) recipient!: string;
}

export class DrawInputDto {
  @Hex(32) commit!: string;
  @CoreObject() sig!: Record<string, unknown>;

  static toInput(
    this: void,
    body: DrawInputDto,
  ): { readonly commit: string; readonly sig: PayloadSignature } {
    return { commit: body.commit, sig: signature(body.sig) };
  }
}

export class DealtShareDto {
  @WholeNumber({ min: 1, max: 255 }) x!: number;
  @Hex(32) commit!: string;
  @Text({ max: 4096 }) envelope!: string;
}

export class DrawDepositDto {
  @ListOf(() => DealtShareDto, { max: 15 }) shares!: DealtShareDto[];
}

export class DrawRevealDto {
  @Hex(32) nonce!: string;
}

export class OpenShareDto {
  @WholeNumber({ min: 1, max: 255 }) x!: number;
  @Hex(33) share!: string;
}

export class ForceDto {
  /** The party that has not revealed. */
  @OneOf(PARTIES) id!: DrawParty;
  @ListOf(() => OpenShareDto, { max: 15 }) shares!: OpenShareDto[];

  static toShares(this: void, body: ForceDto): OpenShare[] {
    return body.shares.map(({ x, share }) => ({ x, share }));
  }
}

export class VoidDrawDto {
  @Text({ max: 200 }) reason!: string;
  @OneOf(PARTIES, { optional: true }) offender?: DrawParty;
  /** After the lock: the signatures of all independent contributors over `{drawId, reason}`. */
  @CoreObjects({ max: 10, optional: true }) sigs?: Record<string, unknown>[];

  static toSignatures(this: void, body: VoidDrawDto): PayloadSignature[] {
    return (body.sigs ?? []).map(signature);
  }
}
