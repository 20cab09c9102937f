// Views kept on the server: a name for an address, one's own and those others share.
import { useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { Link } from "../route";
import { useSession } from "../session";
import type { SavedView } from "../types";
import { ViewDialog } from "./dialog";

// As last seen; those of the beginning come with the session.
let latest: SavedView[] | undefined;

export function SavedViews({ path, text }: { path: string; text: string }) {
  const { t } = useSpeech();
  const { is_single, views: early } = useSession();
  const [views, setViews] = useState(latest ?? early);
  const again = () => api.views().then((found) => setViews((latest = found)));
  const [isNaming, setNaming] = useState(false);
  const [said, setSaid] = useState("");
  const done = (act: Promise<unknown>) =>
    void act.then(() => { setSaid(t("kept")); void again(); }, (error: unknown) => setSaid((error as Error).message));
  const first = [...new URLSearchParams(text)].map(([, value]) => value).join(", ").slice(0, 100);
  return (
    <>
      {text && <button type="button" onClick={() => setNaming(true)}>{t("save")}</button>}
      {isNaming && (
        <ViewDialog first={first} isAlone={is_single} onClose={() => setNaming(false)}
          onKeep={(name, isShared) => { setNaming(false); done(api.saveView(name, `${path}?${text}`, isShared)); }} />
      )}
      {views.length > 0 && (
        <details className="saved" onToggle={() => void again()}>
          <summary>{t("saved")}</summary>
          <ul>
            {views.map((view) => (
              <li key={`${view.by}/${view.name}`}>
                <Link to={view.to}><bdi>{view.name}</bdi></Link>
                {view.is_shared && <small> {t("shared")} {!view.is_own && <bdi>{view.by}</bdi>}</small>}{" "}
                {view.is_own && <button type="button" onClick={() => done(api.forgetView(view.name))}>{t("forget")}</button>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <span role="status" className="note">{said}</span>
    </>
  );
}
