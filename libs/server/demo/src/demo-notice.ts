import { draftNotice, type NoticeFacts } from '@core/tender';

/** What the tenderers of the demo write into the open lines of the template. */
const SAID: readonly (readonly [label: string, said: string])[] = [
  ['内容、范围和规模', '见招标文件第二章，图纸和清单所列的全部内容'],
  ['资金来源', '财政资金，已落实'],
  ['资质和业绩', '具备相应资质和安全生产许可，业绩要求见招标文件'],
  ['地址', '青禾县（示例地址）'],
  ['联系人和电话', '经办人，0000-0000000（示例号码）'],
  ['公告期限', '自公告发布之日起5个工作日'],
];

/** The notice of a demo tender: the template with all its lines filled in. */
export function demoNotice(facts: NoticeFacts): string {
  return SAID.reduce(
    (text, [label, said]) => text.replace(`${label}：（请填写）`, () => `${label}：${said}`),
    draftNotice('tender_notice', facts),
  );
}
