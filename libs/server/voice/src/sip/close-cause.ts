import type { VoiceOutcome } from '@core/voice';

/** What a SIP answer (RFC 3261 §21) says of the callee; every other one is a fault of ours or of the trunk. */
const BY_STATUS: Readonly<Record<number, VoiceOutcome>> = {
  404: 'INVALID_NUMBER',
  408: 'UNREACHABLE',
  410: 'INVALID_NUMBER',
  480: 'UNREACHABLE',
  484: 'INVALID_NUMBER',
  485: 'INVALID_NUMBER',
  486: 'BUSY',
  487: 'UNREACHABLE',
  600: 'BUSY',
  603: 'REJECTED',
  604: 'INVALID_NUMBER',
  607: 'REJECTED',
  608: 'REJECTED',
};

/** The outcome behind the words with which baresip closes a call that nobody answered, such as `486 Busy Here`. */
export function outcomeOf(cause: string): VoiceOutcome {
  const status = /^(\d{3})\b/.exec(cause)?.[1];
  if (status !== undefined) return BY_STATUS[Number(status)] ?? 'GATEWAY_ERROR';
  return /timed out/i.test(cause) ? 'UNREACHABLE' : 'GATEWAY_ERROR';
}
