import { commonEnglish } from './common';
import { identityEnglish } from './identity';
import { partsEnglish } from './parts';
import { portalEnglish } from './portal';

export const english = {
  ...commonEnglish,
  ...partsEnglish,
  ...identityEnglish,
  ...portalEnglish,
} as const;
