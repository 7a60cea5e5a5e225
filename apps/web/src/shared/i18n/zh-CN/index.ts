import { commonChinese } from './common';
import { administrationChinese } from './administration';
import { notificationChinese } from './notification';
import { clarificationChinese } from './clarification';
import { objectionChinese } from './objection';
import { expertChinese } from './expert';
import { poolChinese } from './pool';
import { frameworkChinese } from './framework';
import { complaintChinese } from './complaint';
import { contractChinese } from './contract';
import { identityChinese } from './identity';
import { partsChinese } from './parts';
import { enterpriseChinese } from './enterprise';
import { registerChinese } from './register';
import { formsChinese } from './forms';
import { bidChinese } from './bid';
import { bidSecurityChinese } from './bid-security';
import { hallChinese } from './hall';
import { procedureChinese } from './procedure';
import { projectChinese } from './project';
import { noticeChinese } from './notice';
import { invitationChinese } from './invitation';
import { tendererChinese } from './tenderer';
import { awardChinese } from './award';
import { drawChinese } from './draw';
import { simulatorChinese } from './simulator';
import { lotChinese } from './lot';
import { basePriceChinese } from './base-price';
import { roomChinese } from './room';
import { planChinese } from './plan';
import { portalChinese } from './portal';

/** The source of all keys. */
export const chinese = {
  ...commonChinese,
  ...partsChinese,
  ...identityChinese,
  ...objectionChinese,
  ...expertChinese,
  ...poolChinese,
  ...frameworkChinese,
  ...complaintChinese,
  ...contractChinese,
  ...clarificationChinese,
  ...notificationChinese,
  ...administrationChinese,
  ...enterpriseChinese,
  ...registerChinese,
  ...formsChinese,
  ...bidChinese,
  ...bidSecurityChinese,
  ...hallChinese,
  ...basePriceChinese,
  ...procedureChinese,
  ...projectChinese,
  ...noticeChinese,
  ...invitationChinese,
  ...tendererChinese,
  ...awardChinese,
  ...drawChinese,
  ...simulatorChinese,
  ...lotChinese,
  ...planChinese,
  ...roomChinese,
  ...portalChinese,
} as const;
