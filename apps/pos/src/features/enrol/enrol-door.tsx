import { WithQueries } from '../../shell/queries';
import { EnrolScreen } from './enrol-screen';

export const EnrolDoor = () => <WithQueries><EnrolScreen /></WithQueries>;
