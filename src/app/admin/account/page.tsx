import type { Metadata } from "next";
import { AccountPage } from "@/components/account-page/account-page";
import { ShortcutList } from "@/components/keyboard/shortcut-list";
import { PageBody } from "@/components/page-body";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";

export const metadata: Metadata = { title: "Your account" };

export default function Page() {
  return (
    <PageBody>
      <div className="grid max-w-portal gap-4">
        <AccountPage backTo="/admin/account" isDesk>
          <Card title="Keyboard shortcuts">
            <div className="max-w-form">
              <ShortcutList />
            </div>
          </Card>
          <Card title="What each role may do">
            <p className="text-cell">
              <TextLink href="/admin/permissions">Open the permissions</TextLink>
            </p>
          </Card>
        </AccountPage>
      </div>
    </PageBody>
  );
}
