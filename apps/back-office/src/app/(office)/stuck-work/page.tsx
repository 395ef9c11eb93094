import { StuckWorkScreen } from '../../../features/stuck-work/stuck-work-screen';

export default function StuckWorkPage() {
  return <StuckWorkScreen />;
}
