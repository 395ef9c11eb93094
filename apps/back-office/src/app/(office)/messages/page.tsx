import { MessageListScreen } from '../../../features/messages/message-list-screen';

export default function MessageListPage() {
  return <MessageListScreen />;
}
