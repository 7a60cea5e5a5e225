import type { ErrorCode } from '@contracts';
import type { ErrorTexts } from './error-text';
import { basePriceErrors } from './base-price';
import { bidErrors } from './bid';
import { bidSecurityErrors } from './bid-security';
import { browserErrors, type BrowserErrorCode } from './browser';
import { complaintErrors } from './complaint';
import { contractErrors } from './contract';
import { drawErrors } from './draw';
import { expertErrors } from './expert';
import { enterpriseErrors } from './enterprise';
import { evaluationErrors } from './evaluation';
import { frameworkErrors } from './framework';
import { identityErrors } from './identity';
import { lotErrors } from './lot';
import { methodErrors } from './method';
import { objectionErrors } from './objection';
import { openingErrors } from './opening';
import { platformErrors } from './platform';
import { poolErrors } from './pool';
import { procedureErrors } from './procedure';
import { projectErrors } from './project';
import { publicationErrors } from './publication';
import { tenderErrors } from './tender';

export type { ErrorText } from './error-text';

/** The codes people may be shown: those of the server, and what goes wrong before it is reached. */
export type ShownErrorCode = ErrorCode | BrowserErrorCode;

const CHINESE = {
  ...platformErrors['zh-CN'],
  ...identityErrors['zh-CN'],
  ...enterpriseErrors['zh-CN'],
  ...procedureErrors['zh-CN'],
  ...projectErrors['zh-CN'],
  ...publicationErrors['zh-CN'],
  ...tenderErrors['zh-CN'],
  ...objectionErrors['zh-CN'],
  ...lotErrors['zh-CN'],
  ...bidErrors['zh-CN'],
  ...bidSecurityErrors['zh-CN'],
  ...openingErrors['zh-CN'],
  ...basePriceErrors['zh-CN'],
  ...evaluationErrors['zh-CN'],
  ...methodErrors['zh-CN'],
  ...drawErrors['zh-CN'],
  ...expertErrors['zh-CN'],
  ...poolErrors['zh-CN'],
  ...complaintErrors['zh-CN'],
  ...contractErrors['zh-CN'],
  ...frameworkErrors['zh-CN'],
  ...browserErrors['zh-CN'],
};
const ENGLISH = {
  ...platformErrors.en,
  ...identityErrors.en,
  ...enterpriseErrors.en,
  ...procedureErrors.en,
  ...projectErrors.en,
  ...publicationErrors.en,
  ...tenderErrors.en,
  ...objectionErrors.en,
  ...lotErrors.en,
  ...bidErrors.en,
  ...bidSecurityErrors.en,
  ...openingErrors.en,
  ...basePriceErrors.en,
  ...evaluationErrors.en,
  ...methodErrors.en,
  ...drawErrors.en,
  ...expertErrors.en,
  ...poolErrors.en,
  ...complaintErrors.en,
  ...contractErrors.en,
  ...frameworkErrors.en,
  ...browserErrors.en,
};

/** One text for each code in each language. */
export const ERROR_TEXTS: ErrorTexts<ShownErrorCode> = { 'zh-CN': CHINESE, en: ENGLISH };
