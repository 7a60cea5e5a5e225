import type {
  DrawDeposit,
  DrawFinal,
  DrawForced,
  DrawInput,
  DrawLock,
  DrawResult,
  DrawReveal,
  DrawSpec,
} from '@core/draw';
import type { Draw } from '../../shared/api/wire';

/** The records of a draw in the core's own types: the wire sends them word for word as logged. */
export interface DrawRecords {
  readonly spec: DrawSpec | null;
  readonly inputs: readonly DrawInput[];
  readonly lock: DrawLock | null;
  readonly deposits: readonly DrawDeposit[];
  readonly reveals: readonly DrawReveal[];
  readonly forced: readonly DrawForced[];
  readonly final: DrawFinal | null;
  readonly result: DrawResult | null;
}

/** Reads the records of a draw. */
export function recordsOf(draw: Draw): DrawRecords {
  return {
    spec: draw.spec as DrawSpec | null,
    inputs: draw.inputs as unknown as DrawInput[],
    lock: draw.lock as DrawLock | null,
    deposits: draw.deposits as unknown as DrawDeposit[],
    reveals: draw.reveals as unknown as DrawReveal[],
    forced: draw.forced as unknown as DrawForced[],
    final: draw.final as DrawFinal | null,
    result: draw.result as DrawResult | null,
  };
}
