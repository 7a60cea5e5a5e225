import type { Target } from './target';
import { TEXT_TARGETS } from './text-targets';
import { VALUE_TARGETS } from './value-targets';

/** Every parser of the trust core. */
export const TARGETS: readonly Target[] = [...TEXT_TARGETS, ...VALUE_TARGETS];
