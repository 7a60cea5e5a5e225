"""Draws (tp1 section 3.8) out of the records of a log. The beacon's BLS signature is not checked."""
from fault import need
from tp1 import Panel, combine, jcs, leaf, root, seed_of, sequences, sha, tagged, value_rows

QUICKNET = {
    "chain": "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
    "publicKey": "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
    "genesis": 1692803367,
    "period": 3,
}


def sure(holds, reason):
    need(holds, "draws", reason)


def check_spec(spec, scope):
    sure(spec["drawId"] == f"{scope}/{spec['purpose']}/{spec['attempt']}", "spec_invalid")
    people, rules, pool = spec["contributors"], spec["rules"], spec["pool"]
    for names in ([one["id"] for one in people], [one["pub"] for one in people]):
        sure(len(set(names)) == len(names), "spec_invalid")
    sure(any(one["id"] != "platform" for one in people), "spec_invalid")
    sure(all(tagged("tp1/kid", {"alg": "Ed25519", "pub": one["pub"]})[:16] == one["kid"] for one in people), "spec_invalid")
    picked = [pick["stratum"] for pick in rules["pick"]]
    sure(len(set(picked)) == len(picked), "spec_invalid")
    seats = sum(pick["seats"] for pick in rules["pick"])
    if spec["purpose"] == "panel":
        total, tenderer = rules["panel"]["total"], rules["panel"]["tenderer"]
        sure(total % 2 == 1 and total >= 5 and seats == total - tenderer and 3 * seats >= 2 * total, "spec_invalid")
    if pool["kind"] == "values":
        sure(len(set(pool["values"])) == len(pool["values"]) and not rules["caps"], "spec_invalid")
    else:
        sure(spec["purpose"] not in ("lottery", "coefficient"), "spec_invalid")
    source = spec["source"]
    if source["kind"] == "drand":
        sure(all(source[name] == value for name, value in QUICKNET.items()) and source["gap"] >= 30, "spec_invalid")


def collect(draw_id, records):
    found = {}
    for index, record in sorted(records.items()):
        if record["type"].startswith("draw.") and record["body"].get("drawId") == draw_id:
            found.setdefault(record["type"][5:], []).append((index, record["body"]))
    for kind in ("spec", "lock", "final", "result", "table", "void"):
        sure(len(found.get(kind, [])) <= 1, "not_one")
    sure("spec" in found, "spec_missing")
    return found


def check_lock(spec, found, closed, signed):
    index, lock = found["lock"][0]
    sure(index > found["spec"][0][0], "order")
    sure(lock["specHash"] == tagged("tp1/draw/spec", spec), "lock_invalid")
    sure((lock["round"] is not None) == (spec["source"]["kind"] == "drand"), "lock_invalid")
    inputs = {one["id"]: one for one in lock["inputs"]}
    ids = sorted(one["id"] for one in spec["contributors"])
    sure([one["id"] for one in lock["inputs"]] == ids, "lock_invalid")
    kind = "commit" if spec["source"]["kind"] == "escrow" else "nonce"
    for person in spec["contributors"]:
        one = inputs[person["id"]]
        payload = {"drawId": spec["drawId"], "id": one["id"], "specHash": lock["specHash"], kind: one.get(kind)}
        sure(signed(person["pub"], "tp1/draw/input", payload, one["sig"]), "input_signature")
    with_bids = bool(spec["source"].get("withBids"))
    sure(with_bids == (lock["bids"] is not None), "bids_mismatch")
    if with_bids:
        sure(closed is not None and closed["index"] < index, "bids_mismatch")
        sure(jcs(lock["bids"]) == jcs(closed["bids"]), "bids_mismatch")


def drand(spec, found, gate):
    index, lock = found["lock"][0]
    source, locked = spec["source"], gate(index)
    sure(locked is not None, "not_cosigned")
    sure(locked[1] + source["gap"] <= source["genesis"] + (lock["round"] - 1) * source["period"], "too_late")
    if "final" not in found:
        return None
    at, body = found["final"][0]
    sure(at > index, "order")
    final = body["final"]
    sure(final["kind"] == "drand" and final["round"] == lock["round"], "beacon")
    sure(sha(bytes.fromhex(body["signature"])).hex() == final["randomness"], "beacon")
    return [{"id": one["id"], "nonce": one["nonce"]} for one in lock["inputs"]], final


def escrow_order(spec, found, gate):
    index, _ = found["lock"][0]
    deposits = found.get("deposit", [])
    opened = found.get("reveal", []) + found.get("forced", [])
    if not deposits and not opened:
        return
    locked = gate(index)
    sure(locked is not None, "not_cosigned")
    sure(all(at >= locked[0] for at, _ in deposits), "order")
    if opened:
        ids = sorted(body["id"] for _, body in deposits)
        sure(ids == sorted(one["id"] for one in spec["contributors"]), "deposit_missing")
        last = gate(max(at for at, _ in deposits))
        sure(last is not None, "not_cosigned")
        sure(all(at >= last[0] for at, _ in opened), "order")


def escrowed(spec, found, one):
    _, lock = found["lock"][0]
    draw_id = spec["drawId"]

    def fits(nonce):
        parts = {"drawId": draw_id, "specHash": lock["specHash"], "id": one["id"], "nonce": nonce}
        return tagged("tp1/draw/commit", parts) == one["commit"]

    reveals = [body["nonce"] for _, body in found.get("reveal", []) if body["id"] == one["id"]]
    if reveals:
        sure(len(reveals) == 1 and fits(reveals[0]), "nonce_false")
        return reveals[0]
    shares = [s for _, body in found.get("forced", []) if body["id"] == one["id"] for s in body["shares"]]
    if not shares:
        return None
    deposit = next(body for _, body in found["deposit"] if body["id"] == one["id"])
    commits = {share["x"]: share["commit"] for share in deposit["shares"]}
    context = {"kind": "draw", "drawId": draw_id, "id": one["id"]}
    good = {s["x"]: s["share"] for s in shares if tagged("tp1/share", {"ctx": context, **s}) == commits.get(s["x"])}
    sure(len(good) >= spec["source"]["t"], "nonce_false")
    nonce = combine(list(good.values())[: spec["source"]["t"]])
    sure(fits(nonce), "nonce_false")
    return nonce


def escrow(spec, found, gate):
    escrow_order(spec, found, gate)
    sure("final" not in found, "lock_invalid")
    contributions = []
    for one in found["lock"][0][1]["inputs"]:
        nonce = escrowed(spec, found, one)
        if nonce is None:
            sure("result" not in found, "nonce_missing")
            return None
        contributions.append({"id": one["id"], "nonce": nonce})
    return contributions, {"kind": "none"}


def of_bids(spec, found, outcomes):
    env = spec["source"]["withBids"]["env"]
    opened = {one["bid"]: one for one in outcomes if one["env"] == env}
    lock = found["lock"][0][1]
    sure(all(one["bid"] in opened for one in lock["bids"]), "bids_not_open")
    last = max([opened[one["bid"]]["index"] for one in lock["bids"]], default=-1)
    shown = [at for kind in ("reveal", "forced", "final") for at, _ in found.get(kind, [])]
    sure(min(shown) > last, "bids_not_open")
    nonces = ((one["bid"], opened[one["bid"]]["nonce"]) for one in lock["bids"])
    return [{"id": f"bid:{bid}", "nonce": nonce} for bid, nonce in nonces if nonce]


def rows_of(spec, found):
    pool = spec["pool"]
    if pool["kind"] == "values":
        return value_rows(spec)
    if "table" not in found:
        return None
    rows = found["table"][0][1]["rows"]
    fits = len(rows) == pool["size"] and [row["i"] for row in rows] == list(range(len(rows)))
    sure(fits and root([leaf(jcs(row)) for row in rows]).hex() == pool["root"], "table_mismatch")
    commitments = [row["idc"] for row in rows]
    sure(commitments == sorted(set(commitments)), "table_mismatch")
    for one in pool["strataSizes"]:
        sure(sum(one["id"] in row["strata"] for row in rows) == one["size"], "table_mismatch")
    return rows


def check_result(spec, found, seed):
    index, result = found["result"][0]
    sure(result["seed"] == seed, "seed_mismatch")
    events = found.get("event", [])
    for at, (place, event) in enumerate(events):
        sure(event["seq"] == at and place > index, "event_mismatch")
    rows = rows_of(spec, found)
    if rows is None:
        return
    drawn = Panel(spec["rules"], rows, sequences(seed, spec["rules"], rows))
    sure(drawn.seats == result["panel"], "result_mismatch")
    for _, event in events:
        seated = event["row"] in [seat["row"] for seat in drawn.seats]
        sure(seated and drawn.replace(event["row"]) == event["by"], "event_mismatch")
    if "table" in found:
        named = {}
        for person in found["table"][0][1]["people"]:
            identity = tagged("tp1/draw/identity", {"salt": person["idSalt"], "who": person["who"]})
            sure(person["row"] < len(rows) and rows[person["row"]]["idc"] == identity, "name_mismatch")
            named[person["row"]] = True
        sure(all(seat["row"] in named for seat in drawn.seats), "name_mismatch")


def check_attempt(spec, records, leaves, scope, index):
    prefix = f"{scope}/{spec['purpose']}/"
    voids = [
        at
        for at, record in sorted(records.items())
        if record["type"] == "draw.void" and at < index and str(record["body"].get("drawId")).startswith(prefix)
    ]
    last = leaves[voids[-1]].hex() if voids else None
    sure(spec["attempt"] == len(voids) + 1 and spec["prevVoid"] == last, "attempt_chain")


def check_void(spec, found, signed):
    index, body = found["void"][0]
    sure(index > found["spec"][0][0], "order")
    if "lock" in found and found["lock"][0][0] < index:
        payload = {"drawId": spec["drawId"], "reason": body["reason"]}
        for person in spec["contributors"]:
            agreed = any(signed(person["pub"], "tp1/draw/void", payload, sig) for sig in body.get("sigs", []))
            sure(person["id"] == "platform" or agreed, "void_unsigned")


def verify_draw(draw_id, records, leaves, scope, gate, closed, outcomes, complete, signed):
    found = collect(draw_id, records)
    index, spec = found["spec"][0]
    check_spec(spec, scope)
    check_attempt(spec, records, leaves, scope, index)
    if "void" in found:
        check_void(spec, found, signed)
    later = [kind for kind in ("result", "final", "reveal", "event") if kind in found]
    sure("lock" in found or not later, "order")
    sure("result" in found or "event" not in found, "order")
    if "lock" not in found or ("void" in found and "result" not in found):
        return
    check_lock(spec, found, closed, signed)
    known = drand(spec, found, gate) if spec["source"]["kind"] == "drand" else escrow(spec, found, gate)
    if known is None:
        sure("result" not in found, "order")
    else:
        contributions, final = known
        if spec["source"].get("withBids"):
            contributions = contributions + of_bids(spec, found, outcomes)
        seed = seed_of(spec, found["lock"][0][1], contributions, final)
        if "result" in found:
            before = [at for kind in ("lock", "reveal", "forced", "final") for at, _ in found.get(kind, [])]
            sure(max(before) < found["result"][0][0], "order")
            check_result(spec, found, seed)
            return
    sure(not complete, "abandoned")


def verify_draws(records, leaves, scope, gate, keys, closed, outcomes, complete, signed):
    """Every draw that the records speak of; sources of dice are left to the first implementation."""
    ids = [r["body"]["drawId"] for _, r in sorted(records.items()) if r["type"].startswith("draw.")]
    for draw_id in dict.fromkeys(ids):
        verify_draw(draw_id, records, leaves, scope, gate, closed, outcomes, complete, signed)
