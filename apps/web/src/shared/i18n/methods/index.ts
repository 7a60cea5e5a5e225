export { REASON_TEXTS } from './reasons';
export { REFUSAL_TEXTS } from './refusals';
export { STEP_TEXTS } from './steps';
