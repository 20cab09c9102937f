// Words, files and addresses in: read at once, with what became of each.
import { useState, type DragEvent, type FormEvent } from "react";
import { api, ServerSays } from "../api";
import { useSpeech } from "../i18n/i18n";
import { Issue } from "../parts/issue";
import { Link } from "../route";
import type { Added, BriefIssue, Brought } from "../types";

export function AddPage() {
  const { t } = useSpeech();
  const [text, setText] = useState("");
  const [url, setUrl] = useState("");
  const [published, setPublished] = useState("");
  const [outlet, setOutlet] = useState("");
  const [title, setTitle] = useState("");
  const [added, setAdded] = useState<Added[]>([]);
  const [said, setSaid] = useState<(string | BriefIssue)[]>([]);
  const [isBusy, setBusy] = useState(false);
  const day = published || null;
  const who = outlet || null;
  const bring = async (asked: () => Promise<Brought>): Promise<boolean> => {
    setBusy(true);
    try {
      const found = await asked();
      setAdded((old) => [...found.reports, ...old]);
      setSaid((old) => [...old, ...found.issues]);
      return true;
    } catch (error) {
      const issues = error instanceof ServerSays ? error.issues : [];
      setSaid((old) => [...old, ...(issues.length ? issues : [(error as Error).message])]);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const paste = async (event: FormEvent) => {
    event.preventDefault();
    setSaid([]);
    if (await bring(async () => ({ reports: [await api.add(text, day, who, title || null)], issues: [] }))) setText("");
  };
  const goTo = async (event: FormEvent) => {
    event.preventDefault();
    setSaid([]);
    if (await bring(() => api.addAddress(url.trim(), day, who))) setUrl("");
  };
  const take = async (files: Iterable<File>) => {
    setSaid([]);
    for (const file of files) await bring(() => api.addFile(file, day, who));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take([...event.dataTransfer.files]);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h1>{t("paste")}</h1>
      <p>{t("pasteHelp")}</p>
      <div className="filters add-facts">
        <label>{t("published")}<input type="date" value={published} onChange={(event) => setPublished(event.target.value)} /></label>
        <label>{t("outlet")}<input dir="auto" value={outlet} onChange={(event) => setOutlet(event.target.value)} /></label>
        <label>{t("title")}<input dir="auto" value={title} onChange={(event) => setTitle(event.target.value)} /></label>
      </div>
      <form className="add paste" onSubmit={(event) => void paste(event)}>
        <label>{t("reading")}<textarea lang="ar" dir={text ? "auto" : undefined} rows={9} required value={text} onChange={(event) => setText(event.target.value)} placeholder={t("dropFiles")} /></label>
        <button disabled={isBusy || !text.trim()}>{t("read")}</button>
      </form>
      <form className="add address" onSubmit={(event) => void goTo(event)}>
        <label>{t("address")}<input type="url" dir="ltr" required pattern="[Hh][Tt][Tt][Pp][Ss]?://.+" placeholder="https://" aria-describedby="address-help" value={url} onChange={(event) => setUrl(event.target.value)} /></label>
        <button disabled={isBusy || !url.trim()}>{t("fetch")}</button>
        <p id="address-help" className="note">{t("addressHelp")}</p>
      </form>
      <p className="files"><label className="button">{t("files")}<input className="visually-hidden" type="file" multiple disabled={isBusy} onChange={(event) => { void take([...(event.target.files ?? [])]); event.target.value = ""; }} /></label></p>
      <p role="status" className="note">{isBusy ? t("atWork") : ""}</p>
      {said.map((each, at) => <div key={at} role="alert" className="failed">{typeof each === "string" ? <bdi lang="en" dir="ltr">{each}</bdi> : <Issue issue={each} />}</div>)}
      <Results added={added} />
    </div>
  );
}

function Results({ added }: { added: readonly Added[] }) {
  const { t, number } = useSpeech();
  return (
    <ul aria-live="polite" className="added">
      {added.map((each, at) => (
        <li key={`${each.report}${added.length - at}`}>
          {!each.is_new && t("already")} {number(each.claims)} {t("claims")}. <Link to={`/reports/${encodeURIComponent(each.report)}`}>{t("openReport")}</Link>
          {each.issues.map((issue) => <div key={issue.reason + issue.message} className="note"><Issue issue={issue} /></div>)}
        </li>
      ))}
    </ul>
  );
}
