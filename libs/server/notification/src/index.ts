export { Carrier, MailCarrier, SmsCarrier, type Letter } from './carriers';
export * from './contacts';
export { Deliver } from './deliver';
export { DutyReminders } from './duty-reminders';
export { ExpiryReminders } from './expiry-reminders';
export { Messages, type Delivery, type Message } from './messages.store';
export { CHANNELS, DELIVERY_STATES, type Channel } from './notification.entity';
export * from './notification.module';
export { Notify, type Told } from './notify';
