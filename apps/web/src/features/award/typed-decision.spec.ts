import {
  anotherLot,
  decisionOf,
  firstMembers,
  missingOf,
  type TypedDecision,
} from './typed-decision';

const whole: TypedDecision = {
  way: 'vote',
  members: [
    { name: ' 周敏 ', post: '镇政府 镇长', choice: 2 },
    { name: '何秀兰', post: '镇政府 会计', choice: 1 },
  ],
  agreed: null,
  reason: ' 更合适 ',
};

describe('a committee’s decision as it is typed', () => {
  it('begins with as many lines as the document asks for', () => {
    expect(firstMembers(5)).toHaveLength(5);
    expect(firstMembers(0)).toHaveLength(1);
  });

  it('says what is missing, in the order of the form', () => {
    expect(missingOf(whole, true)).toEqual([]);
    const bare = { ...whole, members: firstMembers(2), reason: ' ' };
    expect(missingOf(bare, false)).toEqual(['members', 'choice', 'reason', 'file']);
    expect(missingOf({ ...whole, way: 'deliberation' }, true)).toEqual(['agreed']);
  });

  it('sends votes where it votes and a winner where it agrees, and never both', () => {
    const voted = decisionOf({ ...whole, agreed: 1 });
    expect(voted).toEqual({
      way: 'vote',
      members: [
        { name: '周敏', post: '镇政府 镇长', choice: 2 },
        { name: '何秀兰', post: '镇政府 会计', choice: 1 },
      ],
      reason: '更合适',
    });
    const agreed = decisionOf({ ...whole, way: 'deliberation', agreed: 1 });
    expect(agreed).toMatchObject({ agreed: 1 });
    expect(agreed.members.some((one) => 'choice' in one)).toBe(false);
  });

  it('forgets the choices when it turns to another lot, and keeps the committee', () => {
    expect(anotherLot(whole).members.map(({ name, choice }) => [name, choice])).toEqual([
      [' 周敏 ', null],
      ['何秀兰', null],
    ]);
  });
});
