export function escapeHtml(text: unknown): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return String(text ?? '').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A cell that is markup already; any other cell is escaped. */
export interface Markup {
  markup: string;
}

export function table(title: string, columns: string[], rows: (unknown | Markup)[][]): string {
  const head = columns.map((column) => `<th>${escapeHtml(column)}</th>`).join('');
  const cells = (row: unknown[]): string => row.map((cell) => `<td>${cellHtml(cell)}</td>`).join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('') || `<tr><td colspan="${columns.length}">none yet</td></tr>`;
  return `<h2>${escapeHtml(title)} <small>${rows.length}</small></h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function cellHtml(cell: unknown): string {
  return typeof cell === 'object' && cell !== null && 'markup' in cell ? String(cell.markup) : escapeHtml(cell);
}

/** A button that posts JSON to the simulator and shows the page again. */
export function action(label: string, url: string, body: object): Markup {
  return { markup: `<button data-url="${escapeHtml(url)}" data-body="${escapeHtml(JSON.stringify(body))}">${escapeHtml(label)}</button>` };
}

/** One input a setting; saved together to /_control. */
export function settingsForm(settings: object): string {
  const inputs = Object.entries(settings).map(([name, value]) => {
    const field = `name="${escapeHtml(name)}" data-type="${typeof value}"`;
    const input = typeof value === 'boolean' ? `<input type="checkbox" ${field} ${value ? 'checked' : ''}>` : `<input ${field} value="${escapeHtml(value)}">`;
    return `<label>${escapeHtml(name)} ${input}</label>`;
  });
  return `<h2>Controls</h2><form id="settings">${inputs.join(' ')} <button>Save</button></form>`;
}

const style = `body{font:15px/1.45 system-ui,sans-serif;margin:2rem;max-width:76rem;color:#222;background:#fff}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
h2 small{color:#666;font-weight:normal}form label{display:inline-block;margin:0 1rem .5rem 0}input:not([type=checkbox]){width:8rem}`;

const script = `const post=async(url,body)=>{const answer=await fetch(url,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(body)});
if(answer.ok)location.reload();else alert(await answer.text())};
document.querySelectorAll('button[data-url]').forEach(button=>button.addEventListener('click',()=>post(button.dataset.url,JSON.parse(button.dataset.body))));
document.querySelector('#settings')?.addEventListener('submit',event=>{event.preventDefault();const body={};
for(const input of event.target.querySelectorAll('input'))body[input.name]=input.dataset.type==='boolean'?input.checked:input.dataset.type==='number'?Number(input.value):input.value;
post('/_control',body)});`;

export function page(title: string, sections: string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1>${sections.join('\n')}<script>${script}</script></body></html>`;
}
