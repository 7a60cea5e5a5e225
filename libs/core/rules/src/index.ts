export * from './bond';
export * from './calendar';
export * from './classify';
export * from './finding';
export * from './panel-size';
export * from './rule-set';
export * from './shipped';
export * from './timetable';
