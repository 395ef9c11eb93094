// The seller of the demo. The simulator and the product must name the same one; the simulator knows no other.
export const amazonAccount = {
  AMAZON_SELLER_ID: 'A2FIELDHOUSEDEMO',
  AMAZON_CLIENT_ID: 'amzn1.application-oa2-client.oneshelf',
  AMAZON_CLIENT_SECRET: 'amazon-secret-oneshelf',
  AMAZON_REFRESH_TOKEN: 'Atzr|oneshelf',
  AMAZON_NOTIFICATION_SECRET: 'oneshelf-amazon-notifications',
};

/** Where the simulator posts its notifications. */
export const notificationUrl = (apiUrl) => `${apiUrl}/api/marketplace/amazon/notifications?secret=${amazonAccount.AMAZON_NOTIFICATION_SECRET}`;
