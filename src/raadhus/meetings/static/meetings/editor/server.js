// One call of the API. Answers { status, data }; status 0 is no connection.

let token = document.querySelector("[name='csrfmiddlewaretoken']").value;

// A log-in in another tab changes the page's key; the page itself has the new one.
async function renewed() {
  const page = await fetch(location.href, { redirect: "manual" });
  const found = page.ok && new DOMParser().parseFromString(await page.text(), "text/html");
  const field = found && found.querySelector("[data-writing] [name='csrfmiddlewaretoken']");
  if (field) token = field.value;
  return Boolean(field);
}

export async function call(method, address, body, again = true) {
  try {
    const answer = await fetch(address, {
      method,
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(15000),
    });
    if (answer.status === 403 && again && (await renewed())) return call(method, address, body, false);
    const data = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
    return { status: answer.status, data };
  } catch {
    return { status: 0, data: null };
  }
}
