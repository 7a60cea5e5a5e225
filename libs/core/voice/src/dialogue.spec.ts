import fc from 'fast-check';
import {
  DIALOGUE_BEGINS,
  dialogueKey,
  dialogueSilence,
  invitationScript,
  DEFAULT_CALL_TEMPLATE,
  type Dialogue,
  type DialogueStep,
} from './index';

const script = invitationScript(DEFAULT_CALL_TEMPLATE, { at: 0, place: '一室', secrets: [] });
const aTurn = fc.oneof(fc.constantFrom('1', '2', '3', '7', '#'), fc.constant(null));

describe('a dialogue', () => {
  it('decides only what was pressed twice in a row, and always comes to an end', () => {
    fc.assert(
      fc.property(fc.array(aTurn, { maxLength: 40 }), (turns) => {
        let dialogue: Dialogue = DIALOGUE_BEGINS;
        for (const [at, turn] of turns.entries()) {
          let step: DialogueStep;
          [dialogue, step] =
            turn === null
              ? dialogueSilence(script, dialogue, 1)
              : dialogueKey(script, dialogue, turn);
          expect(dialogue.plays).toBeLessThanOrEqual(5);
          if (step.type === 'decide') {
            expect([turns[at - 1], turn]).toEqual([step.key, step.key]);
            expect(['1', '2']).toContain(step.key);
          }
          if (step.type === 'give-up') expect(turn).toBeNull();
          if (step.type !== 'say') return;
        }
      }),
    );
  });

  it('ends after the repetitions in silence', () => {
    let dialogue: Dialogue = DIALOGUE_BEGINS;
    const said: string[] = [];
    for (let turn = 0; turn < 9; turn++) {
      const [next, step] = dialogueSilence(script, dialogue, 2);
      dialogue = next;
      said.push(step.type);
    }
    expect(said.slice(0, 3)).toEqual(['say', 'say', 'give-up']);
  });
});
