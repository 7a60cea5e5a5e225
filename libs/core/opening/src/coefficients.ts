/** The coefficients of a formula that are drawn in the hall, once for all its lots. */
export interface HallCoefficients {
  /** Per key the values one of which is drawn, as the published plan lists them. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
  /** The draw that is held or was held last; null: it has not begun. */
  readonly drawId: string | null;
  readonly attempt: number;
  /** The drawn values by key; null: not drawn yet. */
  readonly drawn: Readonly<Record<string, string>> | null;
}

/** What can happen to them. */
export type CoefficientEvent =
  | {
      readonly kind: 'coefficient_draw_began';
      readonly drawId: string;
      readonly attempt: number;
    }
  | { readonly kind: 'coefficient_draw_voided'; readonly reason: string }
  | {
      readonly kind: 'coefficients_drawn';
      readonly values: Readonly<Record<string, string>>;
      readonly seed: string;
    };

/** Coefficients that nobody has drawn yet. */
export function undrawn(offered: HallCoefficients['offered']): HallCoefficients {
  return { offered, drawId: null, attempt: 0, drawn: null };
}

/** The coefficients after one more event. */
export function afterCoefficients(
  coefficients: HallCoefficients,
  event: CoefficientEvent,
): HallCoefficients {
  switch (event.kind) {
    case 'coefficient_draw_began':
      return { ...coefficients, drawId: event.drawId, attempt: event.attempt };
    case 'coefficient_draw_voided':
      return coefficients;
    case 'coefficients_drawn':
      return { ...coefficients, drawn: event.values };
  }
}
