import { router } from "@/server/procedures";
import { kitNeedProcedures } from "./kit-needs";
import { kitUnitProcedures } from "./kit-units";

/** Kits: what there is, who needs which, and where they are. */
export const kitsRouter = router({ ...kitUnitProcedures, ...kitNeedProcedures });
