import { router } from "@/server/procedures";
import { kitUnitProcedures } from "./kit-units";

export const kitsRouter = router({ ...kitUnitProcedures });
