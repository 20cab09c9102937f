// A table of the page as a CSV file, made in the browser; cells that a spreadsheet would run are made harmless.
export function downloadCsv(name: string, rows: readonly (readonly (string | number | null)[])[]): void {
  const cell = (value: string | number | null) => {
    const text = value === null ? "" : String(value);
    const harmless = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return `"${harmless.replaceAll('"', '""').replaceAll(/[\r\n]+/g, " ")}"`;
  };
  const body = rows.map((row) => row.map(cell).join(",")).join("\r\n");
  saveFile(name, new Blob(["\ufeff", body, "\r\n"], { type: "text/csv" }));
}

/** Hand a file to the browser, which keeps it where downloads go. */
export function saveFile(name: string, body: Blob): void {
  const address = URL.createObjectURL(body);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
