import type { invitationChinese } from '../zh-CN/invitation';

export const invitationEnglish: Readonly<Record<keyof typeof invitationChinese, string>> = {
  'invite.title': 'Invitations',
  'invite.lead':
    'Invite three or more. With the publication the letter goes to them alone; who they are stays secret until the deadline.',
  'invite.codes': 'Credit codes of the firms, one a line',
  'invite.name': 'Save the list',
  'invite.byLot': 'by lot',
  'invite.drawTitle': 'Draw from a list by lot',
  'invite.drawLead':
    'The list is at least twice as long as what is drawn, and at least two of your own people watch. Once begun the list is fixed; the lot decides, and anybody can recompute it later.',
  'invite.count': 'How many are drawn',
  'invite.watchers': 'Who watches (two or more)',
  'invite.draw': 'Begin the draw',
  'invite.drawConsequence': '{count} of {listed} are drawn; the list is fixed from now on',
  'invite.keep': 'Not yet',
  'invite.drawing': '{count} of {listed} are being drawn.',
  'invite.drawn': '{count} were drawn at {at}.',
  'invite.drawPage': 'To the draw',
  'invite.received': 'Tenders you are invited to',
  'invite.until': 'until {at}',
};
