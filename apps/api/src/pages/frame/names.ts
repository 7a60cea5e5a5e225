import type { Language } from './words';

type Pair = readonly [zh: string, en: string];

/** Names of codes, in both languages. */
const NAMES: Readonly<Record<string, Pair>> = {
  'state.published': ['招标中', 'Open'],
  'state.opening': ['开标', 'Opening'],
  'state.evaluation': ['评标', 'Evaluation'],
  'state.publicity': ['公示', 'Publicity'],
  'state.awarded': ['已中标', 'Awarded'],
  'state.contracted': ['已签约', 'Contracted'],
  'state.archived': ['已归档', 'Archived'],
  'state.failed': ['流标', 'Failed'],
  'state.terminated': ['已终止', 'Terminated'],
  'state.suspended': ['暂停', 'Suspended'],
  'stage.notice': ['公告', 'Notice'],
  'stage.sign_up': ['报名', 'Sign-up'],
  'stage.bidding': ['文件与投标', 'Documents and bids'],
  'stage.opening': ['开标', 'Opening'],
  'stage.evaluation': ['评标', 'Evaluation'],
  'stage.publicity': ['公示', 'Publicity'],
  'stage.award': ['中标', 'Award'],
  'progress.done': ['已完成', 'done'],
  'progress.now': ['进行中', 'now'],
  'progress.later': ['未到', 'later'],
  'progress.failed': ['未完成', 'ended'],
  'method.open_tender': ['公开招标', 'Open tender'],
  'method.invited_tender': ['邀请招标', 'Invited tender'],
  'method.comparison': ['比选（比价）', 'Comparison of prices'],
  'method.direct_choice': ['直接择优', 'Direct choice'],
  'method.reasonable_low_price': ['合理低价', 'Reasonable low price'],
  'method.lottery': ['公开摇号', 'Public lottery'],
  'method.framework_agreement': ['框架协议采购', 'Framework agreement'],
  'kind.works': ['工程', 'Works'],
  'kind.goods': ['货物', 'Goods'],
  'kind.services': ['服务', 'Services'],
  'category.works': ['工程建设', 'Works'],
  'category.goods': ['货物', 'Goods'],
  'category.services': ['服务', 'Services'],
  'category.procurement': ['政府采购', 'Government procurement'],
  'category.framework': ['协议供货', 'Framework'],
  'category.pool': ['限额以下', 'Below the threshold'],
  'category.rural': ['农村集体', 'Rural collectives'],
  'category.agro': ['农林', 'Agro-forestry'],
  'poolStep.suspended': ['暂停', 'suspended'],
  'poolStep.removed': ['清退', 'removed'],
  'poolStep.reinstated': ['恢复', 'reinstated'],
  'poolGround.collusion': ['串通投标', 'collusion'],
  'poolGround.subcontracting': ['转包、违法分包', 'unlawful subcontracting'],
  'poolGround.refused_to_sign': ['拒签合同', 'refused to sign'],
  'poolGround.poor_performance': ['履约不合格', 'poor performance'],
  'poolGround.licence_lost': ['资质失效', 'licence lost'],
  'poolGround.false_papers': ['弄虚作假', 'false papers'],
  'poolGround.review_failed': ['复核不合格', 'review failed'],
  'by.year': ['年份', 'Year'],
  'by.region': ['乡镇', 'Township'],
  'by.method': ['交易方式', 'Method'],
  'by.category': ['类别', 'Category'],
  'regime.A': ['依法必须招标的工程', 'Works that must be tendered by law'],
  'regime.B': ['政府采购', 'Government procurement'],
  'regime.C': ['限额以下', 'Below the threshold'],
  'regime.D': ['村镇集体', 'Rural collectives'],
};

/** The name of a code (`state.awarded`); a code without a name is shown as it is. */
export function nameOf(language: Language, group: string, code: string): string {
  return NAMES[`${group}.${code}`]?.[language === 'en' ? 1 : 0] ?? code;
}

/** The state of a tender in one word; one that stands still is not open. */
export function stateName(
  language: Language,
  { state, suspendedAt }: { readonly state: string; readonly suspendedAt: string | null },
): string {
  const stands = state === 'published' && suspendedAt !== null;
  return nameOf(language, 'state', stands ? 'suspended' : state);
}

/** `2026-03-23 09:30`, Beijing time; empty for null. */
export function beijing(instant: string | null): string {
  if (instant === null) return '';
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}
