import { accountProbes } from "./account-probes";
import { activityProbes } from "./activity-probes";
import { attendanceProbes } from "./attendance-probes";
import { bookingProbes } from "./booking-probes";
import { directoryProbes } from "./directory-probes";
import { eventProbes } from "./event-probes";
import { importProbes } from "./import-probes";
import { issueProbes } from "./issue-probes";
import { kitUnitProbes } from "./kit-unit-probes";
import { kitNeedProbes } from "./kit-need-probes";
import { kitCustodyProbes } from "./kit-custody-probes";
import { liveProbes } from "./live-probes";
import { locationProbes } from "./location-probes";
import { logProbes } from "./log-probes";
import { notificationProbes } from "./notification-probes";
import type { Probes } from "./probe";
import { staffingProbes } from "./staffing-probes";
import { steeringProbes } from "./steering-probes";
import { templateProbes } from "./template-probes";
import { viewProbes } from "./view-probes";
import type { MatrixWorld } from "./world";

/** One way to try each row of the matrix, a file for each subject; a row without one does not compile. */
export async function makeProbes(world: MatrixWorld): Promise<Probes> {
  return {
    ...(await accountProbes(world)),
    ...activityProbes(world),
    ...attendanceProbes(world),
    ...(await bookingProbes(world)),
    ...importProbes(world),
    ...(await eventProbes(world)),
    ...(await directoryProbes(world)),
    ...issueProbes(world),
    ...kitUnitProbes(),
    ...kitNeedProbes(world),
    ...kitCustodyProbes(world),
    ...(await locationProbes(world)),
    ...(await logProbes(world)),
    ...staffingProbes(world),
    ...steeringProbes(world),
    ...(await notificationProbes(world)),
    ...(await templateProbes(world)),
    "reports.overview": { kind: "free" },
    "reports.kitUtilisation": { kind: "free", input: {} },
    ...viewProbes(world),
    ...(await liveProbes(world)),
  };
}
