import { permitted, router } from "@/server/procedures";
import {
  defaultViewInput,
  listViews,
  listViewsInput,
  removeView,
  saveView,
  saveViewInput,
  setDefaultView,
  viewInput,
} from "@/server/saved-views";

/** Views of a list that a person keeps under a name: their own view state (U-6). */
export const viewsRouter = router({
  list: permitted("views.list")
    .input(listViewsInput)
    .query(({ ctx, input }) => listViews(ctx.database, ctx.signedIn.personId, input)),
  save: permitted("views.save")
    .input(saveViewInput)
    .mutation(({ ctx, input }) => saveView(ctx.database, ctx.signedIn.personId, input)),
  remove: permitted("views.remove")
    .input(viewInput)
    .mutation(({ ctx, input }) => removeView(ctx.database, ctx.signedIn.personId, input.viewId)),
  setDefault: permitted("views.setDefault")
    .input(defaultViewInput)
    .mutation(({ ctx, input }) => setDefaultView(ctx.database, ctx.signedIn.personId, input)),
});
