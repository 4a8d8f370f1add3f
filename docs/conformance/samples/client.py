"""A whole client of the partner API over Python's own urllib, as an adapter: docs/conformance/clients.md. Yours calls your client instead."""
import email.utils, json, sys, time, urllib.error, urllib.parse, urllib.request, uuid

MOST_BYTES, ATTEMPTS = 16 << 20, 3

class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_): return None                              # 3xx comes out as an HTTPError

OPENER = urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))

class Call:
    """What one task needs: where, for what purpose, until when, and its token."""
    def __init__(self, ask):
        self.ask, self.service, self.until, self.token = ask, ask["service"], time.monotonic() + ask["seconds"], ask["service"]["token"]

    def once(self, method, path, body, headers):
        access = self.ask["access"]
        sent = urllib.request.Request(self.service["baseUrl"] + "v1/" + path, data=body, method=method, headers={
            "Authorization": "Bearer " + self.token, "Content-Type": "application/json", "Accept": "application/json, application/problem+json", **headers,
            "Policing-Access": f'purpose={access["purpose"]}, basis={access["basis"]}, case="{access["case"]}"'})
        try: answer = OPENER.open(sent, timeout=max(0.1, self.until - time.monotonic()))
        except urllib.error.HTTPError as refused: answer = refused
        with answer: text = answer.read(MOST_BYTES + 1)
        if len(text) > MOST_BYTES: raise OSError("too long")
        return answer.status, answer.headers, text

    def send(self, method, path, body=None, **headers):
        """Status, headers and text; status 0 where there was no answer. All that this client calls may be sent again."""
        headers = {"Policing-Correlation": str(uuid.uuid4()), **{name.replace("_", "-"): value for name, value in headers.items()}}
        new_token = False
        for attempt in range(1, ATTEMPTS + 1):
            try: status, said, text = self.once(method, path, body, headers)
            except (OSError, urllib.error.URLError, ValueError): status, said, text = 0, {}, b""
            if status == 401 and not new_token:
                self.renew()
                new_token = True
            elif status not in (0, 429, 503) or attempt == ATTEMPTS: break
            else:
                pause = wait(said.get("Retry-After"))
                if time.monotonic() + pause > self.until: break
                time.sleep(pause)
        return status, said, text

    def renew(self):
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": self.service["clientId"]}).encode()
        with OPENER.open(self.service["tokenUrl"], form, timeout=5) as answer: self.token = json.load(answer)["access_token"]

def wait(after):
    if after is None: return 0.05
    if after.isdigit(): return int(after)
    return max(0, email.utils.parsedate_to_datetime(after).timestamp() - time.time())

def read_object(text):
    try: read = json.loads(text)
    except ValueError: return None
    return read if isinstance(read, dict) else None

def trouble(status, text, is_write):
    """What stands against it being done; None where the answer has 2xx."""
    if 200 <= status < 300: return None
    if status == 0: return {"outcome": "unknown" if is_write else "failed"}
    if status < 400: return {"outcome": "failed"}
    return {"outcome": "refused", "code": str((read_object(text) or {}).get("code", ""))}

def written(status, text):
    return trouble(status, text, True) or {"outcome": "done" if "change" in (read_object(text) or {}) else "unknown"}

def is_partial(record):
    return record.get("view", {}).get("partial") or any(why in ("masked", "withheld") for why in record.get("absent", {}).values())

def address(ask): return f'records/{ask["type"]}/{ask["id"].removeprefix("urn:uuid:")}'

def get(call, ask):
    status, said, text = call.send("GET", address(ask))
    bad, record = trouble(status, text, False), read_object(text)
    if not bad and (record is None or record.get("id") != ask["id"]): bad = {"outcome": "failed"}
    return bad, record, said.get("ETag")

def read(call, ask):
    bad, record, _ = get(call, ask)
    return bad or {"outcome": "done", "document": json.dumps(record)}

def create(call, ask):
    if is_partial(json.loads(ask["document"])): return {"outcome": "not-sent"}
    status, _, text = call.send("PUT", address(ask), ask["document"].encode(), If_None_Match="*")
    return written(status, text)

def replace(call, ask):
    if is_partial(json.loads(ask["document"])): return {"outcome": "not-sent"}
    status, _, text = call.send("PUT", address(ask), ask["document"].encode(), If_Match=ask["etag"])
    return written(status, text)

def change_member(call, ask):
    for _ in range(ATTEMPTS):
        bad, record, tag = get(call, ask)
        if bad: return bad
        if tag is None or is_partial(record): return {"outcome": "not-sent"}
        record[ask["pointer"][1:]] = ask["value"]
        status, _, text = call.send("PUT", address(ask), json.dumps(record).encode(), If_Match=tag)
        if status != 412: break                                              # another was faster: read again, and change that
    return written(status, text)

def search(call, ask):
    ids, seen, query = [], set(), {"type": ask["type"], "match": {"vrm": ask["mark"]}, "limit": ask["pageSize"], "justification": ask["access"]["justification"]}
    while True:
        status, _, text = call.send("POST", "search", json.dumps(query).encode())
        if bad := trouble(status, text, False): return bad
        page = read_object(text)
        if page is None or not isinstance(page.get("matches"), list): return {"outcome": "failed"}
        ids += [match["record"]["id"] for match in page["matches"]]
        if "cursor" not in page: return {"outcome": "done", "ids": ids}
        if page["cursor"] in seen: return {"outcome": "failed"}
        seen.add(page["cursor"])
        query["cursor"] = page["cursor"]

TASKS = {"read": read, "create": create, "replace": replace, "change-member": change_member, "search": search}

for line in sys.stdin:
    ask = json.loads(line)
    if ask["cmd"] == "stop": break
    said = {"seq": ask["seq"], **TASKS[ask["operation"]](Call(ask), ask)} if ask["cmd"] == "ask" else {
        "protocol": 1, "supplier": "Example", "product": "client.py", "version": "1", "operations": list(TASKS)}
    print(json.dumps(said), flush=True)
