export * from './invitation.module';
export { Invitations, type InvitationDraw, type InvitedFirm } from './invitations.store';
export * from './invite-firms';
