import type { CodesOf, ErrorTexts } from './error-text';

/** Texts for places' own documents, and for what is chosen under them. */
export const procedureErrors: ErrorTexts<CodesOf<'procedure' | 'direct'>> = {
  'zh-CN': {
    'procedure.invalid': {
      happened: '这张分档表不完整，或者前后矛盾',
      safe: '没有保存。',
      cure: '核对文号、公平竞争审查结论、日期、适用类别；各档限额从小到大，每档至少一种方式。',
    },
    'procedure.unknown': { happened: '没有找到这张分档表', cure: '回到列表再找一次。' },
    'procedure.no_place': {
      happened: '没有找到这个单位',
      safe: '没有保存。',
      cure: '从列表里重新选择。',
    },
    'procedure.not_yours': {
      happened: '这个单位的文件不由你录入',
      safe: '没有保存。',
      cure: '乡镇中心只录入本乡镇和下级的文件，其他由县交易中心录入。',
    },
    'procedure.reason_missing': {
      happened: '没有写停用的原因',
      safe: '分档表照旧有效。',
      cure: '写明原因，例如文件已废止。',
    },
    'procedure.ended': { happened: '这张分档表已经停用', cure: '刷新页面。' },
    'direct.no_call': {
      happened: '直接择优不发招标公告',
      safe: '没有发布。',
      cure: '直接公示选定结果，或者换一种发包方式。',
    },
    'direct.other_method': {
      happened: '这个项目不是直接择优',
      safe: '没有发布。',
      cure: '先把发包方式改为直接择优。',
    },
    'direct.project_used': {
      happened: '这个项目已经有别的招标或者择优',
      safe: '没有发布。',
      cure: '一个项目只能直接择优一次；其余部分另行立项，合计金额决定适用哪一档。',
    },
    'direct.reason_missing': {
      happened: '没有写选定这家单位的理由',
      safe: '没有发布。',
      cure: '写明为什么选它。',
    },
    'direct.over_estimate': {
      happened: '价格超过了预算或者限价',
      safe: '没有发布。',
      cure: '核对价格；预算不够的，重新立项。',
    },
    'direct.unknown_firm': {
      happened: '企业库里没有这家单位',
      safe: '没有发布。',
      cure: '核对统一社会信用代码；单位要先入库并通过核验。',
    },
  },
  en: {
    'procedure.invalid': {
      happened: 'This table is incomplete or contradicts itself',
      safe: 'Nothing was saved.',
      cure: 'Check number, fair competition review, dates and kinds; limits rise from band to band, and each band names at least one way.',
    },
    'procedure.unknown': { happened: 'There is no such table', cure: 'Look again in the list.' },
    'procedure.no_place': {
      happened: 'There is no such organisation',
      safe: 'Nothing was saved.',
      cure: 'Choose it from the list again.',
    },
    'procedure.not_yours': {
      happened: 'The documents of this place are not yours to keep',
      safe: 'Nothing was saved.',
      cure: 'A township’s centre keeps those of its township and below; the county’s centre keeps the others.',
    },
    'procedure.reason_missing': {
      happened: 'It does not say why the table ends',
      safe: 'The table still decides.',
      cure: 'Write the reason, such as that the document was repealed.',
    },
    'procedure.ended': { happened: 'This table has ended already', cure: 'Reload the page.' },
    'direct.no_call': {
      happened: 'A direct choice has no tender notice',
      safe: 'Nothing was published.',
      cure: 'Publish the choice itself, or choose another method.',
    },
    'direct.other_method': {
      happened: 'This is not a direct choice',
      safe: 'Nothing was published.',
      cure: 'Choose the direct choice as its method first.',
    },
    'direct.project_used': {
      happened: 'This project has another tender or choice already',
      safe: 'Nothing was published.',
      cure: 'A project is given away directly once. What else there is needs a project of its own; together they decide the band.',
    },
    'direct.reason_missing': {
      happened: 'It does not say why this firm was chosen',
      safe: 'Nothing was published.',
      cure: 'Write why.',
    },
    'direct.over_estimate': {
      happened: 'The price is above the estimate or the ceiling',
      safe: 'Nothing was published.',
      cure: 'Check the price; a project that has become dearer is registered anew.',
    },
    'direct.unknown_firm': {
      happened: 'The register has no such firm',
      safe: 'Nothing was published.',
      cure: 'Check the credit code; a firm has to be registered and verified first.',
    },
  },
};
