import { makeCard, readCard } from './holder-card';

describe('the card of a holder', () => {
  it('is signed for one tender and no other', async () => {
    const card = await makeCard(new Uint8Array(32).fill(3), 't1', 'centre', 2);
    expect(readCard(JSON.stringify(card), 't1')).toEqual(card);
    expect(readCard(JSON.stringify(card), 't2')).toBeNull();
    expect(readCard(JSON.stringify({ ...card, x: 1 }), 't1')).toBeNull();
    expect(readCard('no card', 't1')).toBeNull();
  });
});
