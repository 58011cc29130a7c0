/** Prints the AsyncAPI document of the log: `npm run --silent log:asyncapi > muster.asyncapi.json`. */
import { asyncApiText } from "@/server/log-catalog/asyncapi-text";

process.stdout.write(asyncApiText());
