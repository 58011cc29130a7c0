import { router } from "@/server/procedures";
import { kitCustodyProcedures } from "./kit-custody";
import { kitNeedProcedures } from "./kit-needs";
import { kitUnitProcedures } from "./kit-units";

/** Kits and their parts: as things, as needs of events, and in people's hands. */
export const kitsRouter = router({ ...kitUnitProcedures, ...kitNeedProcedures, ...kitCustodyProcedures });
