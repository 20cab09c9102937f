import { StrictMode, useEffect, useState, type FormEvent } from "react";
import { createRoot } from "react-dom/client";
import { api, ServerSays } from "./api";
import { Speaking, useSpeech } from "./i18n/i18n";
import { useLoaded } from "./load";
import { takeKeys } from "./keys";
import { Naming } from "./names";
import { AddPage } from "./pages/add";
import { AgreementPage } from "./pages/agreement";
import { EventPage } from "./pages/event";
import { KeysPage } from "./pages/keys";
import { LogPage } from "./pages/log";
import { OverviewPage } from "./pages/overview";
import { ReportPage } from "./pages/report";
import { ReportsPage } from "./pages/reports";
import { ReviewPage } from "./pages/review";
import { Link, useRoute } from "./route";
import { mayAdd, mayReview, SessionContext, useSession } from "./session";
import "./style/fonts.css";
import "./style/main.css";

function Page() {
  const { t } = useSpeech();
  const { path } = useRoute();
  const [, first = "", second] = path.split("/");
  if (first === "") return <OverviewPage />;
  if (first === "events" && second) return <EventPage id={decodeURIComponent(second)} />;
  if (first === "reports") return second ? <ReportPage id={decodeURIComponent(second)} /> : <ReportsPage />;
  if (first === "review") return <ReviewPage />;
  if (first === "add") return <AddPage />;
  if (first === "log") return <LogPage />;
  if (first === "keys") return <KeysPage />;
  if (first === "agreement") return <AgreementPage />;
  return <p>{t("notFound")}</p>;
}

type Theme = "light" | "dark" | "";

function Frame({ onSignOut }: { onSignOut: () => void }) {
  const { t, language, switchTo } = useSpeech();
  const session = useSession();
  const { path } = useRoute();
  const [theme, setTheme] = useState<Theme>((localStorage.getItem("marsad.theme") as Theme | null) ?? "");
  useEffect(() => {
    if (theme) document.documentElement.dataset["theme"] = theme;
    localStorage.setItem("marsad.theme", theme);
  }, [theme]);
  const isDark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const entry = (to: string, label: string) => (
    <li><Link to={to} aria-current={path === to || (to !== "/" && path.startsWith(to)) ? "page" : undefined}>{label}</Link></li>
  );
  return (
    <>
      <a className="skip" href="#content">{t("skip")}</a>
      <header className="top">
        <Link to="/" className="brand"><strong>{t("app")}</strong> <span>{t("tagline")}</span></Link>
        <nav aria-label={t("app")}>
          <ul>
            {entry("/", t("overview"))}
            {entry("/reports", t("reports"))}
            {mayReview(session) && entry("/review", t("review"))}
            {mayAdd(session) && entry("/add", t("add"))}
            {mayReview(session) && !session.is_blind && entry("/agreement", t("agreement"))}
            {entry("/log", t("log"))}
          </ul>
        </nav>
        <div className="tools">
          <button lang={language === "ar" ? "en" : "ar"} onClick={() => switchTo(language === "ar" ? "en" : "ar")}>{t("language")}</button>
          <button onClick={() => setTheme(isDark ? "light" : "dark")}>{t("theme")}</button>
          {!session.is_single && <button onClick={onSignOut}>{t("signOut")} <bdi>{session.user}</bdi></button>}
        </div>
      </header>
      <main id="content" tabIndex={-1}><Page /></main>
      <footer className="foot">
        {session.is_single ? t("single") : <bdi>{session.user}</bdi>} · <bdi dir="ltr">{session.store}</bdi> · {t("version")} <bdi>{session.version}</bdi>
      </footer>
    </>
  );
}

function SignIn({ onDone }: { onDone: () => void }) {
  const { t, language, switchTo } = useSpeech();
  const [said, setSaid] = useState("");
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await api.login(String(form.get("name")), String(form.get("password")));
      onDone();
    } catch (error) {
      setSaid(error instanceof ServerSays && error.status === 401 ? t("wrong") : (error as Error).message);
    }
  };
  return (
    <main className="sign-in">
      <h1>{t("app")}</h1>
      <form onSubmit={(event) => void send(event)}>
        <label>{t("name")}<input name="name" autoComplete="username" required /></label>
        <label>{t("password")}<input name="password" type="password" autoComplete="current-password" required /></label>
        <button>{t("signIn")}</button>
      </form>
      {said && <p role="alert" className="failed">{said}</p>}
      <button lang={language === "ar" ? "en" : "ar"} onClick={() => switchTo(language === "ar" ? "en" : "ar")}>{t("language")}</button>
    </main>
  );
}

function App() {
  const { t } = useSpeech();
  const session = useLoaded("session", async () => {
    const found = await api.session();
    takeKeys(found.keys);
    return found;
  });
  if (session.error instanceof ServerSays && session.error.status === 401) return <SignIn onDone={session.again} />;
  if (session.error) return <main><p role="alert" className="failed">{t("failed")} {session.error.message} <button onClick={session.again}>{t("retry")}</button></p></main>;
  if (!session.value) return <p>{t("loading")}</p>;
  return <SessionContext value={session.value}><Naming><Frame onSignOut={() => void api.logout().then(() => location.reload())} /></Naming></SessionContext>;
}

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <Speaking><App /></Speaking>
  </StrictMode>,
);
