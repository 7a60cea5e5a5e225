export * from './calendar.module';
export { Calendars, type KnownYear } from './calendars';
