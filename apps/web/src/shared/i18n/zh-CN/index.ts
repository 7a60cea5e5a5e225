import { commonChinese } from './common';
import { identityChinese } from './identity';
import { partsChinese } from './parts';
import { portalChinese } from './portal';

/** The source of all keys. */
export const chinese = {
  ...commonChinese,
  ...partsChinese,
  ...identityChinese,
  ...portalChinese,
} as const;
