/** How a call to one person may end, whatever carries it. */
export const VOICE_OUTCOMES = [
  /** A key that answers was pressed (and pressed again, where the script asks for it). */
  'KEY',
  /** Answered; every repetition was played and no key answered it. */
  'NO_KEY',
  /** Answered, and hung up before a key answered it. */
  'HANGUP_NO_KEY',
  /** Rang until its time was over. */
  'NO_ANSWER',
  /** SIP 486, 600. */
  'BUSY',
  /** SIP 603, 607, 608: the person or the network refused the call, which says nothing about the invitation. */
  'REJECTED',
  /** SIP 480, 408, or nobody at the other end: a page that is not open. */
  'UNREACHABLE',
  /** SIP 404, 410, 484, 604, or no number at all: trying again is no use. */
  'INVALID_NUMBER',
  /** Ended by the platform: answered elsewhere, or nobody is asked any more. */
  'CANCELLED',
  /** Our side or the trunk failed: never the fault of whoever was called. */
  'GATEWAY_ERROR',
] as const;
export type VoiceOutcome = (typeof VOICE_OUTCOMES)[number];
