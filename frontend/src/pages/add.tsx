import { useState, type DragEvent } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { Link } from "../route";

interface Added {
  report: string;
  is_new: boolean;
  claims: number;
  issues: string[];
}

export function AddPage() {
  const { t, number } = useSpeech();
  const [text, setText] = useState("");
  const [published, setPublished] = useState("");
  const [outlet, setOutlet] = useState("");
  const [title, setTitle] = useState("");
  const [added, setAdded] = useState<Added[]>([]);
  const [said, setSaid] = useState("");
  const [isBusy, setBusy] = useState(false);
  const send = async (body: string, name: string | null) => {
    setBusy(true);
    setSaid("");
    try {
      const found = await api.add(body, published || null, outlet || null, name || title || null);
      setAdded((old) => [found, ...old]);
      setText("");
    } catch (error) {
      setSaid((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    for (const file of event.dataTransfer.files) await send(await file.text(), file.name);
  };
  return (
    <>
      <h1>{t("paste")}</h1>
      <p>{t("pasteHelp")}</p>
      <form className="add" onSubmit={(event) => { event.preventDefault(); void send(text, null); }} onDragOver={(event) => event.preventDefault()} onDrop={(event) => void drop(event)}>
        <label>{t("reading")}<textarea lang="ar" dir={text ? "auto" : undefined} rows={12} required value={text} onChange={(event) => setText(event.target.value)} placeholder={t("dropFiles")} /></label>
        <div className="filters">
          <label>{t("published")}<input type="date" value={published} onChange={(event) => setPublished(event.target.value)} /></label>
          <label>{t("outlet")}<input dir="auto" value={outlet} onChange={(event) => setOutlet(event.target.value)} /></label>
          <label>{t("title")}<input dir="auto" value={title} onChange={(event) => setTitle(event.target.value)} /></label>
          <button disabled={isBusy || !text.trim()}>{t("read")}</button>
        </div>
      </form>
      {said && <p role="alert" className="failed">{said}</p>}
      <ul aria-live="polite">
        {added.map((each, at) => (
          <li key={`${each.report}${at}`}>
            {!each.is_new && t("already")} {number(each.claims)} {t("claims")}. <Link to={`/reports/${encodeURIComponent(each.report)}`}>{t("openReport")}</Link>
            {each.issues.map((issue) => <p key={issue} className="note">{issue}</p>)}
          </li>
        ))}
      </ul>
    </>
  );
}
