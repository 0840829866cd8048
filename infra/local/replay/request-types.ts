import type { NewComplaint } from '#http/schemas/complaint';

/**
 * The request types and channels of MyLA311, the City of Los Angeles' service requests (open data, public domain,
 * https://data.lacity.org), as categories and channels of the demo site.
 */
export const categoryOfType: Readonly<Record<string, string>> = {
  'Bulky Items': 'cleaning',
  'Dead Animal Removal': 'greening-pests',
  'Electronic Waste': 'cleaning',
  Feedback: 'staff-attitude',
  'Graffiti Removal': 'cleaning',
  'Homeless Encampment': 'noise-renovation',
  'Illegal Dumping Pickup': 'cleaning',
  'Metal/Household Appliances': 'cleaning',
  'Multiple Streetlight Issue': 'power-water-outage',
  Other: 'fees',
  'Report Water Waste': 'water-leak',
  'Single Streetlight Issue': 'corridor-light',
};

/** Everything else came over the counter. */
export const channelOfSource: Readonly<Record<string, NewComplaint['channel']>> = {
  Call: 'phone',
  "Council's Office": 'message',
  'Driver Self Report': 'staff',
  Email: 'message',
  'Mobile App': 'web',
  'Self Service': 'web',
  Voicemail: 'phone',
  'Walk-in': 'desk',
};
