"""A whole adapter over Python's own JSON reader: docs/conformance/adapter.md. Yours calls your reader and writer instead."""
import base64, json, sys

def once(pairs):                                   # a member that stands twice is refused
    if len({name for name, _ in pairs}) != len(pairs): raise ValueError("twice")
    return dict(pairs)

def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0) if isinstance(value, (dict, list)) else 0

def read(ask):
    raw = base64.b64decode(ask["documentBase64"]) if "documentBase64" in ask else ask["document"].encode()
    record = json.loads(raw.decode("utf-8"), object_pairs_hook=once, parse_constant=lambda _: 1 / 0)
    json.dumps(record, ensure_ascii=False).encode("utf-8")                   # halves of surrogate pairs are refused
    if depth(record) > 34 or not isinstance(record.get("type"), str): raise ValueError("no record")
    return record

def acceptable(record):
    marking = record.get("marking") or {}
    parts = [marking] + marking.get("granular", [])
    return (record["modelVersion"].split(".")[0] == "1" and all(p.get("tier", "official") == "official" for p in parts)
            and not any(e.get("mustUnderstand") for e in (record.get("extensions") or {}).values()))

def answer(ask):
    try: record = read(ask)
    except Exception: return {"accepted": False}
    if ask["operation"] == "accept": return {"accepted": acceptable(record)}
    if ask["operation"] == "change":
        record[ask["pointer"][1:]] = ask["value"]
        record.get("absent", {}).pop(ask["pointer"], None)
        if not record.get("absent", True): del record["absent"]
    return {"document": json.dumps(record, ensure_ascii=False)}

for line in sys.stdin:
    ask = json.loads(line)
    if ask["cmd"] == "stop": break
    said = {"seq": ask["seq"], **answer(ask)} if ask["cmd"] == "ask" else {
        "protocol": 1, "supplier": "Example", "product": "adapter.py", "version": "1", "operations": ["accept", "round-trip", "change"]}
    print(json.dumps(said), flush=True)
