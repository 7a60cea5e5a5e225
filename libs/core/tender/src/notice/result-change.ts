import type { PassOverGround, ResultRemedy } from '../remedy';
import { filledNotice, reasonInWords, type FilledNotice, type NoticeFacts } from './templates';

/** What becomes of a published result after an upheld objection. */
export interface ResultChange {
  readonly remedy: Exclude<ResultRemedy, 'stands'>;
  /** The lot by number and title; null where the tender is not divided. */
  readonly lot: string | null;
  /** Who is left out; null where nobody can be chosen. */
  readonly passedOver: string | null;
  readonly ground: PassOverGround | null;
  /** Whether an award was made and is void now. */
  readonly isVoid: boolean;
  /** What the remedy rests on. */
  readonly citation: string | null;
}

/** The notice of a change of result, with its kind. */
export interface ResultNotice {
  readonly kind: 'result_changed_notice' | 'lot_failed_notice';
  readonly text: string;
}

/** The grounds of art. 55 of the Implementing Regulations, as a notice says them. */
const GROUNDS: Readonly<Record<PassOverGround, string>> = {
  gave_up: '放弃中标',
  cannot_perform: '因不可抗力不能履行合同',
  no_security: '不按招标文件要求提交履约保证金',
  violation: '被查实存在影响中标结果的违法行为',
};

/** What a published result becomes, in the words of its notice; `said` is what its tenderer adds. */
export function resultNotice(facts: NoticeFacts, change: ResultChange, said: string): ResultNotice {
  const { remedy, lot, passedOver, ground, isVoid, citation } = change;
  const isOut = remedy === 'passed_over' && passedOver !== null && ground !== null;
  const kind: FilledNotice & ResultNotice['kind'] = isOut
    ? 'result_changed_notice'
    : 'lot_failed_notice';
  const words = [
    ...(lot === null ? [] : [`标段 ${lot}`]),
    ...(isOut ? [`取消中标候选人资格：${passedOver}`, `情形：${GROUNDS[ground]}`] : []),
    ...(isVoid ? ['已公布的中标结果无效。'] : []),
    reasonInWords(said, citation),
  ];
  return { kind, text: filledNotice(kind, facts, words.join('\n')) };
}
