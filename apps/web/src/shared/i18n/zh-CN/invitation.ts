/** Invited tenders. */
export const invitationChinese = {
  'invite.title': '邀请投标',
  'invite.lead': '至少邀请三家。发布时邀请书只发给它们；名单在投标截止前保密。',
  'invite.codes': '企业的统一社会信用代码，一行一个',
  'invite.name': '保存邀请名单',
  'invite.byLot': '抽取',
  'invite.drawTitle': '从名单里随机抽取',
  'invite.drawLead':
    '名单至少是抽取家数的两倍，本单位至少两人在场监督。开始后名单不能改，谁被邀请由抽取决定，任何人以后都能复核。',
  'invite.count': '抽取家数',
  'invite.watchers': '在场监督的人（两人以上）',
  'invite.draw': '开始抽取',
  'invite.drawConsequence': '从 {listed} 家里抽 {count} 家，名单就此固定',
  'invite.keep': '先不抽',
  'invite.drawing': '正在从 {listed} 家里抽取 {count} 家。',
  'invite.drawn': '{at} 抽出 {count} 家。',
  'invite.drawPage': '到抽取页',
  'invite.received': '邀请你投标的项目',
  'invite.until': '{at} 截止',
} as const;
