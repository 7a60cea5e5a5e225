import type { CodesOf, ErrorTexts } from './error-text';

/** Publications and invitations. */
export const publicationErrors: ErrorTexts<CodesOf<'invite' | 'publication'>> = {
  'zh-CN': {
    'invite.too_few': {
      happened: '邀请的企业不够',
      safe: '没有保存，也没有发布。',
      cure: '至少邀请规定的家数，再试。',
    },
    'invite.twice': {
      happened: '有的企业写了两次',
      safe: '没有保存。',
      cure: '每家只写一次。',
    },
    'invite.no_draw': {
      happened: '这类项目没有可以随机抽取邀请对象的规定',
      safe: '没有开始抽取。',
      cure: '直接写明邀请哪些企业，或者公开招标。',
    },
    'invite.list_too_short': {
      happened: '备选的企业不够多',
      safe: '没有开始抽取。',
      cure: '备选名单至少是抽取家数的两倍。',
    },
    'invite.watchers_missing': {
      happened: '监督抽取的人不够',
      safe: '没有开始抽取。',
      cure: '写明至少两名本单位在场监督的人。',
    },
    'invite.not_invited': {
      happened: '这个项目是邀请招标，没有邀请你的企业',
      safe: '没有报名，也没有收投标。',
      cure: '可以参加公开招标的项目。',
    },
    'invite.unknown_firm': {
      happened: '登记库里没有这家企业',
      safe: '没有保存。',
      cure: '核对统一社会信用代码；企业要先登记核验。',
    },
    'invite.other_method': {
      happened: '这个项目不是邀请招标',
      safe: '没有保存。',
      cure: '先把交易方式改成邀请招标。',
    },
    'invite.drawn': {
      happened: '邀请对象由抽取决定，名单已经固定',
      safe: '名单没有变。',
      cure: '到抽取页看进展和结果。',
    },
    'publication.in_the_past': {
      happened: '发布时间已经过了',
      safe: '没有发布，草稿都在。',
      cure: '选一个以后的时间，或者马上发布。',
    },
    'publication.none': {
      happened: '没有备好的公告',
      cure: '刷新页面，再看一次。',
    },
    'publication.prepared': {
      happened: '公告已经备好，草稿锁定了',
      safe: '备好的公告没有变。',
      cure: '要改，先退回草稿。',
    },
    'publication.same_person': {
      happened: '要由另一个人确认',
      safe: '没有发布。',
      cure: '请本单位的其他经办人登录确认。',
    },
    'publication.changed': {
      happened: '公告和你看到的不一样了',
      safe: '没有发布。',
      cure: '刷新页面，看完再确认。',
    },
    'publication.confirmed_already': {
      happened: '这份公告已经确认过',
      safe: '没有重复发布。',
      cure: '刷新页面看现在的状态。',
    },
  },
  en: {
    'invite.too_few': {
      happened: 'Too few firms are invited',
      safe: 'Nothing was saved or published.',
      cure: 'Invite at least as many as the rule says.',
    },
    'invite.twice': {
      happened: 'A firm is named twice',
      safe: 'Nothing was saved.',
      cure: 'Name each firm once.',
    },
    'invite.no_draw': {
      happened: 'No rule lets firms be drawn by lot for this kind of project',
      safe: 'No draw has begun.',
      cure: 'Name the firms to be invited, or tender openly.',
    },
    'invite.list_too_short': {
      happened: 'The list is too short',
      safe: 'No draw has begun.',
      cure: 'It must be at least twice as long as what is drawn.',
    },
    'invite.watchers_missing': {
      happened: 'Too few people watch the draw',
      safe: 'No draw has begun.',
      cure: 'Name at least two of your own people who are there.',
    },
    'invite.not_invited': {
      happened: 'This is an invited tender, and your firm is not invited',
      safe: 'Nothing was signed up or submitted.',
      cure: 'Open tenders are open to you.',
    },
    'invite.unknown_firm': {
      happened: 'The register has no such firm',
      safe: 'Nothing was saved.',
      cure: 'Check the credit code; a firm has to be registered and verified first.',
    },
    'invite.other_method': {
      happened: 'This is not an invited tender',
      safe: 'Nothing was saved.',
      cure: 'Choose the invited tender as its method first.',
    },
    'invite.drawn': {
      happened: 'The lot decides who is invited; the list is fixed',
      safe: 'The list has not changed.',
      cure: 'See the page of the draw.',
    },
    'publication.in_the_past': {
      happened: 'The time to go out is over',
      safe: 'Nothing was published; the draft is all there.',
      cure: 'Choose a later time, or publish now.',
    },
    'publication.none': {
      happened: 'No notice is prepared',
      cure: 'Reload the page and look again.',
    },
    'publication.prepared': {
      happened: 'The notice is prepared and the draft locked',
      safe: 'What was prepared has not changed.',
      cure: 'Take it back to change it.',
    },
    'publication.same_person': {
      happened: 'Another person has to confirm this',
      safe: 'Nothing was published.',
      cure: 'Somebody else who acts for your organisation signs in and confirms.',
    },
    'publication.changed': {
      happened: 'The notice is no longer what you read',
      safe: 'Nothing was published.',
      cure: 'Reload the page, read it, then confirm.',
    },
    'publication.confirmed_already': {
      happened: 'This notice is confirmed already',
      safe: 'It was not published twice.',
      cure: 'Reload the page to see where it stands.',
    },
  },
};
