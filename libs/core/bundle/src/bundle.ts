import {
  ANYTHING,
  dictionary,
  hexOf,
  IDENTIFIER,
  list,
  literal,
  nullable,
  struct,
  text,
  whole,
  type ShapeOf,
} from '@core/kernel';

const BASE64 = text(/^[A-Za-z0-9+/=]*$/);

/** `bundle.json` (tp1 §6): everything a reader needs to check one tender offline. */
export const BUNDLE = struct(
  {
    format: literal('tp1/bundle'),
    policy: struct(
      { log: text(), witnesses: list(text(), 1, 100), quorum: whole(1, 100) },
      { demo: literal(true, false) },
    ),
    scope: IDENTIFIER,
    entries: list(BASE64, 0, 50_000_000),
    records: list(struct({ index: whole(), record: ANYTHING, salt: nullable(hexOf(32)) })),
    checkpoints: list(struct({ size: whole(), note: text(/^[^\0]{1,20000}$/u) }), 1),
    keys: list(struct({ id: IDENTIFIER, kid: hexOf(8), pub: hexOf(32) })),
    bids: list(struct({ bid: ANYTHING, blobs: dictionary(BASE64) })),
  },
  {
    /** In the place of `entries` and `records` where the log is too large to give entirely (tp1 §6). */
    receipts: list(
      struct({ record: ANYTHING, salt: nullable(hexOf(32)), proof: text(/^[^\0]{1,40000}$/u) }),
    ),
    /** Keys of restricted envelopes, in the bundle of an auditor only. */
    secrets: list(struct({ bid: IDENTIFIER, env: text(), secret: hexOf(32) })),
  },
);
export type Bundle = ShapeOf<typeof BUNDLE>;

/** The steps of a verification, in order. */
export const STEPS = [
  'format',
  'checkpoints',
  'entries',
  'records',
  'chains',
  'bids',
  'closing',
  'keys',
  'envelopes',
  'base_prices',
  'draws',
  'evaluation',
  'result',
] as const;

/** The steps of a whole archive package: a bundle's, between what surrounds it. */
export const ARCHIVE_STEPS = ['package', ...STEPS, 'contracts'] as const;
export type StepName = (typeof ARCHIVE_STEPS)[number];

/** Ends a verification; never leaves this lib. */
export class BundleFault extends Error {
  constructor(
    readonly step: StepName,
    readonly reason: string,
    readonly detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}

/** Something a reader should know, though nothing is proven wrong. */
export interface BundleWarning {
  readonly step: StepName;
  readonly code: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A finished step and what it counted. */
export interface StepReport {
  readonly step: StepName;
  readonly counts: Readonly<Record<string, number>>;
}

/** Told of every step as it ends. */
export type StepWatcher = (report: StepReport) => void;

/** Collects what the steps find. */
export class Findings {
  readonly steps: StepReport[] = [];
  readonly warnings: BundleWarning[] = [];

  constructor(private readonly watch: StepWatcher) {}

  done(step: StepName, counts: Record<string, number>): void {
    this.steps.push({ step, counts });
    this.watch({ step, counts });
  }

  warn(step: StepName, code: string, detail: Record<string, unknown> = {}): void {
    this.warnings.push({ step, code, detail });
  }
}
