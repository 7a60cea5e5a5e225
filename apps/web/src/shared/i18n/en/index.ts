import { commonEnglish } from './common';
import { administrationEnglish } from './administration';
import { notificationEnglish } from './notification';
import { clarificationEnglish } from './clarification';
import { objectionEnglish } from './objection';
import { expertEnglish } from './expert';
import { poolEnglish } from './pool';
import { frameworkEnglish } from './framework';
import { complaintEnglish } from './complaint';
import { contractEnglish } from './contract';
import { identityEnglish } from './identity';
import { partsEnglish } from './parts';
import { enterpriseEnglish } from './enterprise';
import { registerEnglish } from './register';
import { formsEnglish } from './forms';
import { bidEnglish } from './bid';
import { bidSecurityEnglish } from './bid-security';
import { hallEnglish } from './hall';
import { procedureEnglish } from './procedure';
import { projectEnglish } from './project';
import { noticeEnglish } from './notice';
import { invitationEnglish } from './invitation';
import { tendererEnglish } from './tenderer';
import { awardEnglish } from './award';
import { drawEnglish } from './draw';
import { simulatorEnglish } from './simulator';
import { lotEnglish } from './lot';
import { basePriceEnglish } from './base-price';
import { roomEnglish } from './room';
import { planEnglish } from './plan';
import { portalEnglish } from './portal';

export const english = {
  ...commonEnglish,
  ...partsEnglish,
  ...identityEnglish,
  ...objectionEnglish,
  ...expertEnglish,
  ...poolEnglish,
  ...frameworkEnglish,
  ...complaintEnglish,
  ...contractEnglish,
  ...clarificationEnglish,
  ...notificationEnglish,
  ...administrationEnglish,
  ...enterpriseEnglish,
  ...registerEnglish,
  ...formsEnglish,
  ...bidEnglish,
  ...bidSecurityEnglish,
  ...hallEnglish,
  ...basePriceEnglish,
  ...procedureEnglish,
  ...projectEnglish,
  ...noticeEnglish,
  ...invitationEnglish,
  ...tendererEnglish,
  ...awardEnglish,
  ...drawEnglish,
  ...simulatorEnglish,
  ...lotEnglish,
  ...planEnglish,
  ...roomEnglish,
  ...portalEnglish,
} as const;
