import { ChannelSettingsScreen } from '../../../../../features/settings/channel-settings-screen';

export default async function ChannelSettingsPage({ params }: { params: Promise<{ channel: string }> }) {
  const { channel } = await params;
  return <ChannelSettingsScreen channel={channel} />;
}
