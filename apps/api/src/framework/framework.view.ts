import { ApiProperty } from '@nestjs/swagger';
import {
  CALL_OFF_WAYS,
  FRAMEWORK_DUTIES,
  ORDER_STATES,
  REMOVAL_GROUNDS,
  SUPPLIER_STATES,
  type DueFrameworkDuty,
  type FrameworkTerms,
  type Product,
} from '@core/framework';
import { fenToWire, formatInstant } from '@core/kernel';
import type {
  FrameworkOrder,
  FrameworkSupplier,
  FrameworkTurn,
  Quote,
  QuoteCall,
} from '@server/framework';
import { fenOrNull, FindingView, instantOrNull } from '../http/views';

export class FrameworkTermsView {
  @ApiProperty() eliminationPercent!: number;
  @ApiProperty({ type: Number, nullable: true }) most!: number | null;
  @ApiProperty() months!: number;
  @ApiProperty({ enum: CALL_OFF_WAYS, isArray: true }) callOff!: string[];
  /** What a unit price is the price of. */
  @ApiProperty() unit!: string;
  @ApiProperty() buyers!: string;
  @ApiProperty() outsideAward!: boolean;

  static of(this: void, { callOff, ...terms }: FrameworkTerms): FrameworkTermsView {
    return { ...terms, callOff: [...callOff] };
  }
}

/** The terms of a draft, with what the rules find in them. */
export class DraftTermsView {
  @ApiProperty({ type: FrameworkTermsView, nullable: true }) terms!: FrameworkTermsView | null;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
}

export class FrameworkProductView {
  @ApiProperty() name!: string;
  @ApiProperty() brand!: string;
  @ApiProperty() model!: string;
  @ApiProperty() parameters!: string;
  @ApiProperty() service!: string;

  static of(this: void, product: Product): FrameworkProductView {
    return { ...product };
  }
}

export class FrameworkSupplierView {
  @ApiProperty() id!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() rank!: number;
  @ApiProperty() enterpriseId!: string;
  @ApiProperty() name!: string;
  /** The unit price of the response, and the one of today. */
  @ApiProperty() offeredFen!: string;
  @ApiProperty() priceFen!: string;
  @ApiProperty({ type: FrameworkProductView, nullable: true })
  product!: FrameworkProductView | null;
  @ApiProperty({ enum: SUPPLIER_STATES }) state!: string;
  @ApiProperty() collectorSigned!: boolean;
  @ApiProperty() supplierSigned!: boolean;
  @ApiProperty({ type: String, nullable: true }) fingerprint!: string | null;
  @ApiProperty({ type: String, nullable: true }) removedAt!: string | null;
  @ApiProperty({ type: String, enum: REMOVAL_GROUNDS, nullable: true })
  removalGround!: string | null;
  @ApiProperty({ type: String, nullable: true }) removalEvidence!: string | null;
  @ApiProperty() orders!: number;
  @ApiProperty() amountFen!: string;
  /** Mean of the reviews, from 1 to 5, one decimal; null: none. */
  @ApiProperty({ type: String, nullable: true }) stars!: string | null;
  /** Whether the reader acts for it. */
  @ApiProperty() own!: boolean;

  static of(
    this: void,
    row: FrameworkSupplier,
    said: {
      readonly own: boolean;
      readonly orders: number;
      readonly amount: number;
      readonly stars: string | null;
    },
  ): FrameworkSupplierView {
    const { id, lot, rank, enterpriseId, name, state, fingerprint } = row;
    const { removalGround, removalEvidence } = row;
    return {
      id,
      lot,
      rank,
      enterpriseId,
      name,
      offeredFen: fenToWire(row.offered),
      priceFen: fenToWire(row.price),
      product: row.product && FrameworkProductView.of(row.product),
      state,
      collectorSigned: row.collectorSignedAt !== null,
      supplierSigned: row.supplierSignedAt !== null,
      fingerprint,
      removedAt: instantOrNull(row.removedAt),
      removalGround,
      removalEvidence,
      orders: said.orders,
      amountFen: String(said.amount),
      stars: said.stars,
      own: said.own,
    };
  }
}

/** A chance in a rotation, with the order it was given for. */
export class FrameworkTurnView {
  @ApiProperty() round!: number;
  @ApiProperty() supplierId!: string;
  @ApiProperty() orderId!: string;
  @ApiProperty() at!: string;

  static of(this: void, { round, supplierId, orderId, at }: FrameworkTurn): FrameworkTurnView {
    return { round, supplierId, orderId, at: formatInstant(at) };
  }
}

/** A package of a framework. */
export class FrameworkPackageView {
  @ApiProperty() lot!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) ceilingFen!: string | null;
  @ApiProperty({ type: [FrameworkSupplierView] }) suppliers!: FrameworkSupplierView[];
  /** Whose turn it is in the rotation; null: nobody's, or there is none. */
  @ApiProperty({ type: String, nullable: true }) nextSupplierId!: string | null;
  @ApiProperty({ type: [FrameworkTurnView] }) turns!: FrameworkTurnView[];
  /** Whether so few suppliers are left that more may be collected. */
  @ApiProperty() supplementDue!: boolean;
}

/** What was bought under a framework. */
export class FrameworkTotalsView {
  @ApiProperty() orders!: number;
  @ApiProperty() amountFen!: string;
  /** Against the ceilings. */
  @ApiProperty() savedFen!: string;
  /** Orders by way. */
  @ApiProperty() direct!: number;
  @ApiProperty() competition!: number;
  @ApiProperty() rotation!: number;
  /** Share of the supplier with most, in thousandths of the amount. */
  @ApiProperty() topShare!: number;
}

export class FrameworkDutyView {
  @ApiProperty({ enum: FRAMEWORK_DUTIES }) duty!: string;
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
  @ApiProperty() citation!: string;
  @ApiProperty({ type: String, nullable: true }) doneAt!: string | null;

  static of(this: void, { duty, until, law, doneAt }: DueFrameworkDuty): FrameworkDutyView {
    return {
      duty,
      until: instantOrNull(until),
      citation: law.citation,
      doneAt: instantOrNull(doneAt),
    };
  }
}

/** A framework in a list. */
export class FrameworkRowView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: String, nullable: true }) startsOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) endsOn!: string | null;
  /** Whether orders may be placed now. */
  @ApiProperty() open!: boolean;
  @ApiProperty() suppliers!: number;
}

/** A framework with everything that is public of it. */
export class FrameworkView extends FrameworkRowView {
  @ApiProperty({ type: FrameworkTermsView }) terms!: FrameworkTermsView;
  @ApiProperty({ type: [FrameworkPackageView] }) packages!: FrameworkPackageView[];
  @ApiProperty({ type: FrameworkTotalsView }) totals!: FrameworkTotalsView;
  @ApiProperty({ type: [FrameworkDutyView] }) duties!: FrameworkDutyView[];
  @ApiProperty({ type: String, nullable: true }) filedWith!: string | null;
  /** Whether the reader concluded its agreements. */
  @ApiProperty() own!: boolean;
}

/** An agreement in words. */
export class AgreementView {
  @ApiProperty() text!: string;
  @ApiProperty() fingerprint!: string;
}

/** An order. */
export class FrameworkOrderView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() frameworkId!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() supplierId!: string;
  @ApiProperty() supplierName!: string;
  @ApiProperty() product!: string;
  @ApiProperty({ enum: CALL_OFF_WAYS }) way!: string;
  @ApiProperty() buyerName!: string;
  @ApiProperty() quantity!: number;
  @ApiProperty() unitPriceFen!: string;
  @ApiProperty() amountFen!: string;
  @ApiProperty() reason!: string;
  /** Where and when it is wanted; null for others than its parties. */
  @ApiProperty({ type: String, nullable: true }) delivery!: string | null;
  @ApiProperty({ enum: ORDER_STATES }) state!: string;
  @ApiProperty() placedAt!: string;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusal!: string | null;
  @ApiProperty({ type: String, nullable: true }) deliveredAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) receivedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) paidAt!: string | null;
  @ApiProperty({ type: Number, nullable: true }) stars!: number | null;
  @ApiProperty({ type: String, nullable: true }) review!: string | null;

  static of(
    this: void,
    row: FrameworkOrder,
    supplier: FrameworkSupplier | undefined,
    isParty: boolean,
  ): FrameworkOrderView {
    const { id, code, frameworkId, lot, supplierId, way, buyerName, quantity, reason } = row;
    const { state, refusal, stars, review } = row;
    const product = supplier?.product;
    return {
      id,
      code,
      frameworkId,
      lot,
      supplierId,
      supplierName: supplier?.name ?? '',
      product: product ? [product.name, product.brand, product.model].join(' ').trim() : '',
      way,
      buyerName,
      quantity,
      unitPriceFen: fenToWire(row.unitPrice),
      amountFen: fenToWire(row.amount),
      reason,
      delivery: isParty ? row.delivery : null,
      state,
      placedAt: formatInstant(row.placedAt),
      answeredAt: instantOrNull(row.answeredAt),
      refusal,
      deliveredAt: instantOrNull(row.deliveredAt),
      receivedAt: instantOrNull(row.receivedAt),
      paidAt: instantOrNull(row.paidAt),
      stars,
      review,
    };
  }
}

/** A sealed quote, and what was in it once it is opened. */
export class QuoteView {
  @ApiProperty() supplierId!: string;
  @ApiProperty() supplierName!: string;
  @ApiProperty() sealed!: string;
  @ApiProperty() sealedAt!: string;
  @ApiProperty({ type: String, nullable: true }) unitPriceFen!: string | null;
  @ApiProperty({ type: String, nullable: true }) nonce!: string | null;

  static of(this: void, row: Quote, supplierName: string): QuoteView {
    const { supplierId, sealed, sealedAt, unitPrice, nonce } = row;
    return {
      supplierId,
      supplierName,
      sealed,
      sealedAt: formatInstant(sealedAt),
      unitPriceFen: fenOrNull(unitPrice),
      nonce,
    };
  }
}

/** A competition among the suppliers of a package. Who has quoted is shown from the deadline on. */
export class QuoteCallView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() frameworkId!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() buyerName!: string;
  @ApiProperty() quantity!: number;
  @ApiProperty() need!: string;
  @ApiProperty({ type: String, nullable: true }) delivery!: string | null;
  @ApiProperty() calledAt!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty() openUntil!: string;
  @ApiProperty({ enum: ['open', 'decided', 'failed'] }) state!: string;
  @ApiProperty({ type: String, nullable: true }) orderId!: string | null;
  @ApiProperty({ type: [QuoteView] }) quotes!: QuoteView[];
  /** The reader's own place in it, where he is one of the suppliers asked. */
  @ApiProperty({ type: String, nullable: true }) ownSupplierId!: string | null;
  /** The highest unit price the reader's own agreement allows. */
  @ApiProperty({ type: String, nullable: true }) ownPriceFen!: string | null;

  static of(
    this: void,
    call: QuoteCall,
    shown: {
      readonly quotes: readonly QuoteView[];
      readonly own: FrameworkSupplier | undefined;
      readonly isParty: boolean;
    },
  ): QuoteCallView {
    const { id, code, frameworkId, lot, buyerName, quantity, need, state, orderId } = call;
    return {
      id,
      code,
      frameworkId,
      lot,
      buyerName,
      quantity,
      need,
      delivery: shown.isParty ? call.delivery : null,
      calledAt: formatInstant(call.calledAt),
      deadline: formatInstant(call.deadline),
      openUntil: formatInstant(call.openUntil),
      state,
      orderId,
      quotes: [...shown.quotes],
      ownSupplierId: shown.own?.id ?? null,
      ownPriceFen: shown.own ? fenToWire(shown.own.price) : null,
    };
  }
}
