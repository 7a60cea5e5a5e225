import { verifyPayload, type PayloadSignature } from '@core/kernel';
import { PLATFORM_CONTRIBUTOR, type DrawSpec } from './spec';

/** The independent contributors who have not signed this void. */
export function unsignedVoid(
  spec: DrawSpec,
  reason: string,
  sigs: readonly PayloadSignature[],
): string[] {
  const payload = { drawId: spec.drawId, reason };
  return spec.contributors
    .filter(({ id }) => id !== PLATFORM_CONTRIBUTOR)
    .filter(({ pub }) => !sigs.some((sig) => verifyPayload(pub, 'tp1/draw/void', payload, sig)))
    .map(({ id }) => id);
}
