import { PoolsScreen } from '../../../../features/pools/pools-screen';

export default function PoolsPage() {
  return <PoolsScreen />;
}
