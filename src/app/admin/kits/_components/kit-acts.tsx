"use client";

import dynamic from "next/dynamic";
import { AskDialog } from "@/app/admin/_components/ask-dialog";
import { ReasonDialog } from "@/app/admin/_components/reason-dialog";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Button, ButtonLink } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { KitRecord } from "./kit-record";
import { labelsHref } from "./labels-href";
import { useKitAct } from "./use-kit-act";

const MoveDialog = dynamic(() => import("./move-dialog").then((part) => part.MoveDialog), { ssr: false });
const InspectDialog = dynamic(() => import("./inspect-dialog").then((part) => part.InspectDialog), {
  ssr: false,
});
const KitDialog = dynamic(() => import("./kit-dialog").then((part) => part.KitDialog), { ssr: false });

/** What can be done with a kit now; the server says what. */
export function KitActs({ kit }: { kit: KitRecord }) {
  const { can } = kit;
  const move = useLateDialog();
  const inspect = useLateDialog();
  const edit = useLateDialog();
  return (
    <>
      {can.move && kit.parts.length > 0 ? (
        <Button variant="primary" onClick={move.open}>
          Move parts…
        </Button>
      ) : null}
      {can.inspect ? <Button onClick={inspect.open}>Inspect…</Button> : null}
      {can.quarantine ? <Quarantine kit={kit} /> : null}
      {can.edit ? <Button onClick={edit.open}>Edit…</Button> : null}
      <ButtonLink variant="quiet" href={labelsHref({ kit: kit.id })}>
        Label
      </ButtonLink>
      {can.retire ? <Retire kit={kit} /> : null}
      {can.restore ? <Restore kit={kit} /> : null}
      {move.wasOpened ? <MoveDialog kit={kit} {...move.dialog} /> : null}
      {inspect.wasOpened ? <InspectDialog kit={kit} {...inspect.dialog} /> : null}
      {edit.wasOpened ? <KitDialog kit={kit} {...edit.dialog} /> : null}
    </>
  );
}

function Quarantine({ kit }: { kit: KitRecord }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const { open, wasOpened, dialog } = useLateDialog();
  const quarantine = useKitAct(trpc.kits.quarantine.mutationOptions());
  return (
    <>
      <Button onClick={open}>Quarantine…</Button>
      {wasOpened ? (
        <ReasonDialog
          {...dialog}
          title={`Put ${kit.code} in quarantine`}
          description="It is not used until somebody has inspected it. Events that were to use it are looked at again."
          verbs={{ act: "Put in quarantine", leave: "Leave it in use" }}
          onSend={async (reason) => {
            await quarantine.send({ kitInstanceId: kit.id, reason });
            toasts.success(`${kit.code} is in quarantine.`, kit.code);
          }}
        />
      ) : null}
    </>
  );
}

function Retire({ kit }: { kit: KitRecord }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const { open, wasOpened, dialog } = useLateDialog();
  const retire = useKitAct(trpc.directory.kitInstances.archive.mutationOptions());
  return (
    <>
      <Button variant="quiet" onClick={open}>
        Retire…
      </Button>
      {wasOpened ? (
        <AskDialog
          {...dialog}
          title={`Retire ${kit.code}`}
          description="No event can have it any more. What is in it stays there until you move it; its history stays for good."
          verbs={{ act: "Retire it", leave: "Keep it in use" }}
          onSend={async () => {
            await retire.send({ recordId: kit.id, version: kit.version });
            toasts.success(`${kit.code} is retired.`, kit.code);
          }}
        />
      ) : null}
    </>
  );
}

function Restore({ kit }: { kit: KitRecord }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const { open, wasOpened, dialog } = useLateDialog();
  const restore = useKitAct(trpc.directory.kitInstances.restore.mutationOptions());
  return (
    <>
      <Button onClick={open}>Bring back…</Button>
      {wasOpened ? (
        <AskDialog
          {...dialog}
          title={`Bring ${kit.code} back`}
          description="Events can have it again, with what is in it now."
          verbs={{ act: "Bring it back", leave: "Leave it retired" }}
          onSend={async () => {
            await restore.send({ recordId: kit.id, version: kit.version });
            toasts.success(`${kit.code} is in use again.`, kit.code);
          }}
        />
      ) : null}
    </>
  );
}
