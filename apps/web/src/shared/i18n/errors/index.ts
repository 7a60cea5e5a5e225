import type { ErrorCode } from '@contracts';
import type { ErrorTexts } from './error-text';
import { browserErrors, type BrowserErrorCode } from './browser';
import { platformErrors } from './platform';

export type { ErrorText } from './error-text';

/** The codes people may be shown: those of the server, and what goes wrong before it is reached. */
export type ShownErrorCode = ErrorCode | BrowserErrorCode;

export const ERROR_TEXTS: ErrorTexts<ShownErrorCode> = {
  'zh-CN': { ...platformErrors['zh-CN'], ...browserErrors['zh-CN'] },
  en: { ...platformErrors.en, ...browserErrors.en },
};
