/** What is said in a call, and which keys answer it. All texts are rendered already. */
export interface VoiceScript {
  /** Time and place of the meeting and the keys; never a project, a tenderer or a name. */
  readonly invitation: string;
  /** Said to a key that means nothing here. */
  readonly invalidKey: string;
  /** Keys that answer, such as `1` and `2`. */
  readonly keys: readonly string[];
  /** By key: asks for the same key once more. Without a text the first press answers. */
  readonly sure?: Readonly<Record<string, string>>;
  /** By key: said once the answer is recorded. */
  readonly confirm: Readonly<Record<string, string>>;
  /** Plays the invitation again. */
  readonly repeatKey?: string;
  /** Said when the answer could not be recorded. */
  readonly failure?: string;
}

/** How far a conversation has come: plays of the invitation, and the key that waits for its second press. */
export interface Dialogue {
  readonly plays: number;
  readonly chosen: string | null;
}

/** What is said, or done, next. */
export type DialogueStep =
  | { readonly type: 'say'; readonly what: 'invitation' | 'invalid-key'; readonly text: string }
  | { readonly type: 'say'; readonly what: 'sure'; readonly text: string; readonly key: string }
  | { readonly type: 'decide'; readonly key: string }
  | { readonly type: 'give-up' };

/** Plays of one invitation at most, however often it is asked for: a call is not a loop. */
const MOST_PLAYS = 5;

/** A conversation when the call is answered: the invitation is being said. */
export const DIALOGUE_BEGINS: Dialogue = { plays: 1, chosen: null };

type Turn = readonly [Dialogue, DialogueStep];

function invitation({ plays }: Dialogue, script: VoiceScript): Turn {
  return [
    { plays: plays + 1, chosen: null },
    { type: 'say', what: 'invitation', text: script.invitation },
  ];
}

/** What a pressed key makes of a conversation: an answer only when the same key was pressed for it before. */
export function dialogueKey(script: VoiceScript, dialogue: Dialogue, key: string): Turn {
  if (script.keys.includes(key)) {
    const sure = script.sure?.[key];
    if (sure === undefined || dialogue.chosen === key) return [dialogue, { type: 'decide', key }];
    return [
      { ...dialogue, chosen: key },
      { type: 'say', what: 'sure', text: sure, key },
    ];
  }
  if (key === script.repeatKey && dialogue.plays < MOST_PLAYS) return invitation(dialogue, script);
  return [
    { ...dialogue, chosen: null },
    { type: 'say', what: 'invalid-key', text: script.invalidKey },
  ];
}

/** What silence makes of it: the invitation again, `repeats` times, and then nothing more. */
export function dialogueSilence(script: VoiceScript, dialogue: Dialogue, repeats: number): Turn {
  if (dialogue.plays <= Math.min(repeats, MOST_PLAYS - 1)) return invitation(dialogue, script);
  return [dialogue, { type: 'give-up' }];
}
