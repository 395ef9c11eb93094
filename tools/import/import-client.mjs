/** The server said no, or could not be reached; the message is for the person at the terminal. */
export class Refused extends Error {}

/** The few routes of the API that an import needs, with the session cookie kept. */
export class ImportClient {
  #url;
  #cookie = '';

  constructor(url) {
    this.#url = url.replace(/\/$/, '');
  }

  async signIn(email, password) {
    const response = await this.#send('auth/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
    this.#cookie = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  }

  async upload(fileName, content, market) {
    const form = new FormData();
    form.append('market', market); // before the file: the server reads the parts in order
    form.append('file', new Blob([content], { type: 'text/csv' }), fileName);
    return (await this.#send('imports', { method: 'POST', body: form })).json();
  }

  async get(id) {
    return (await this.#send(`imports/${id}`, {})).json();
  }

  async post(path, body) {
    const json = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await this.#send(`imports/${path}`, { method: 'POST', ...json })).json();
  }

  async #send(path, { headers, ...init }) {
    let response;
    try {
      response = await fetch(`${this.#url}/api/${path}`, { ...init, headers: { ...headers, cookie: this.#cookie } });
    } catch (error) {
      throw new Refused(`${this.#url} cannot be reached (${error.cause?.code ?? error.message}). Nothing was imported. Start Oneshelf with npm start, or set ONESHELF_URL.`);
    }
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    throw new Refused(problem.detail ?? `${this.#url} answered ${response.status}. Nothing was imported.`);
  }
}
