import {
  DRAW_PARTIES,
  DRAW_SOURCE_KINDS,
  TWENTY_DICE,
  type DrawInput,
  type DrawParty,
  type DrawSourceKind,
  type SourceChoice,
} from '@core/draw';
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

/** A nonce in plain, or (escrow) a commitment to one. */
export class DrawInputDto {
  @Hex(32, { optional: true }) commit?: string;
  @Hex(32, { optional: true }) nonce?: string;
  @CoreObject() sig!: Record<string, unknown>;

  static toInput(this: void, { commit, nonce, sig }: DrawInputDto): Omit<DrawInput, 'id'> {
    return {
      ...(commit === undefined ? {} : { commit }),
      ...(nonce === undefined ? {} : { nonce }),
      sig: signature(sig),
    };
  }
}

export class DrawSourceDto {
  @OneOf(DRAW_SOURCE_KINDS) kind!: DrawSourceKind;
  /** Dice or balls: how many are thrown. */
  @WholeNumber({ min: 1, max: 1000, optional: true }) symbolCount?: number;
  /** Dice or balls: sides, or the highest number. */
  @WholeNumber({ min: 2, max: 1000, optional: true }) symbolMax?: number;
  /** Dice or balls: how many contributors sign what was thrown, the platform among them. */
  @WholeNumber({ min: 2, max: 3, optional: true }) minSigners?: number;

  static toChoice(this: void, body: DrawSourceDto): SourceChoice {
    const { kind } = body;
    if (kind !== 'physical') return { kind };
    return {
      kind,
      symbolCount: body.symbolCount ?? TWENTY_DICE.symbolCount,
      symbolMax: body.symbolMax ?? TWENTY_DICE.symbolMax,
      minSigners: body.minSigners ?? TWENTY_DICE.minSigners,
    };
  }
}

export class DrawRoundDto {
  /** The round's signature: 96 hexadecimal digits. */
  @Hex(48) signature!: string;
}

export class DrawSymbolsDto {
  /** `4,1,6,…` in the order in which they lie. */
  @Text({ max: 5000 }) symbols!: string;
}

export class DrawSignatureDto {
  @CoreObject() sig!: Record<string, unknown>;

  static toSignature(this: void, body: DrawSignatureDto): PayloadSignature {
    return signature(body.sig);
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
  /**
   * After the lock: the signatures of all independent contributors over `{drawId, reason}`. Without any, a locked
   * draw is not voided: they are asked to sign.
   */
  @CoreObjects({ max: 10, optional: true }) sigs?: Record<string, unknown>[];

  static toSignatures(this: void, body: VoidDrawDto): PayloadSignature[] {
    return (body.sigs ?? []).map(signature);
  }
}
