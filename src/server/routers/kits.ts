import { router } from "@/server/procedures";
import { kitCustodyProcedures } from "./kit-custody";

/** Kits and their parts: as things, as needs of events, and in people's hands. */
export const kitsRouter = router({ ...kitCustodyProcedures });
