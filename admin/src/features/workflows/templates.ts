/** Mails a workflow may name: notices to the resident, and what staff are told besides being asked. */
export const residentTemplateIds = [
  'received',
  'promised',
  'replied',
  'resolved',
  'invalid',
  'closedSilent',
  'reopened',
  'goesOn',
  'withdrawn',
  'pausedNotice',
  'closed',
] as const;
export const staffTemplateIds = ['asked', 'major', 'nobodyActed', 'ended'] as const;
export const templateIds = [...residentTemplateIds, ...staffTemplateIds] as const;
