import type { LawBasis } from '@core/kernel';

/** The law behind a limit, as far as it is to be shown. */
export interface Citation extends LawBasis {
  /** What it demands, in plain words. */
  readonly summary?: string;
  /** The operative phrase. */
  readonly quote?: string;
  /** Whether the text still has to be checked against the statute. */
  readonly unverified?: boolean;
}

/** Statuses of rules that need no warning: transcribed from the statute itself, or the platform's own. */
const CHECKED: readonly string[] = ['checked', 'design'];

/** Whether a rule of this status still has to be checked against the statute. */
export function isUnverified(status: string): boolean {
  return !CHECKED.includes(status);
}

/** Short names of the statutes, longest first; the full name stands in the tooltip and in print. */
const SHORT: readonly (readonly [full: string, short: string])[] = [
  ['中华人民共和国招标投标法实施条例', '条例'],
  ['招标投标法实施条例', '条例'],
  ['中华人民共和国招标投标法', '招标投标法'],
  ['中华人民共和国政府采购法实施条例', '采购法条例'],
  ['政府采购法实施条例', '采购法条例'],
  ['中华人民共和国政府采购法', '政府采购法'],
  ['电子招标投标办法', '电子招标投标办法'],
  ['评标委员会和评标方法暂行规定', '评标规定'],
  ['工程建设项目施工招标投标办法', '施工招标办法'],
  ['工程建设项目货物招标投标办法', '货物招标办法'],
  ['政府采购货物和服务招标投标管理办法', '87 号令'],
  ['政府采购框架协议采购方式管理暂行办法', '110 号令'],
  ['评标专家和评标专家库管理办法', '专家库办法'],
  ['工程建设项目招标投标活动投诉处理办法', '投诉办法'],
];

const DIGITS = '零一二三四五六七八九';

/** 五十四 → 54, up to 999: articles are not numbered higher. */
export function chineseNumber(text: string): number | null {
  const match =
    /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      text,
    );
  if (text === '' || match === null) return null;
  const [, hundreds, , tens, ten, ones] = match;
  const value = (figure: string | undefined) => (figure === undefined ? 0 : DIGITS.indexOf(figure));
  const tenth = ten === undefined ? 0 : tens === undefined ? 1 : value(tens);
  return value(hundreds) * 100 + tenth * 10 + value(ones);
}

/** `《中华人民共和国招标投标法实施条例》第五十四条` → `条例 第 54 条`. Unknown names stay whole. */
export function shortCitation(citation: string): string {
  const named = citation.replace(/《([^》]+)》/g, (_all, name: string) => {
    const found = SHORT.find(([full]) => full === name);
    return `${found?.[1] ?? name} `;
  });
  return named
    .replace(
      /第\s*([零一二三四五六七八九十百]+|\d+)\s*(条|款|项)/g,
      (all, number: string, unit) => {
        const value = /^\d+$/.test(number) ? Number(number) : chineseNumber(number);
        return value === null ? all : `第 ${value} ${String(unit)}`;
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
}
