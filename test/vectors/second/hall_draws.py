"""What a hall draws for the evaluation (docs/protocols/evaluation.md, 2): over the published plan and all opened bids, after
every public bid was opened, and told in hall and report as it came out. Ranks are left to the first implementation."""
from itertools import product

from fault import need
from tp1 import jcs, permutation

# Formulas whose benchmark takes a sample of the bids (docs/methods).
SAMPLING = ("price-abc", "price-itender-m3", "price-sample9")
MOST_SEATS = 1000


def sure(holds, reason):
    need(holds, "evaluation", reason)


def kinds_of(plan):
    drawn = {"sample": plan["formula"] in SAMPLING, "tie": plan["parameters"].get("tieBreak") == "draw"}
    return [kind for kind in ("sample", "tie") if drawn[kind]]


def combinations(plan):
    """Every combination of the coefficients, by its text."""
    keys = sorted(plan["draw"])
    if not keys:
        return {}
    rows = product(*(plan["draw"][key] for key in keys))
    return {" ".join(f"{key}={value}" for key, value in zip(keys, row)): dict(zip(keys, row)) for row in rows}


def pool_of(plan, bids):
    return [*combinations(plan), *(f"{kind} {bid}" for kind in kinds_of(plan) for bid in sorted(bids))]


def drawn_from(plan, order):
    offered = combinations(plan)
    values = next((offered[value] for value in order if value in offered), {})
    orders = {}
    for kind in kinds_of(plan):
        orders[kind] = [value[len(kind) + 1 :] for value in order if value.startswith(f"{kind} ")]
    return values, orders


def same(said, values, orders):
    sure(jcs(said[0]) == jcs(values), "coefficients_mismatch")
    sure(jcs(said[1]) == jcs(orders), "orders_mismatch")


def hall_draws_step(records, bids, end):
    """`records` of the tender by index; `bids` that opened; `end`: the last record of the public opening."""
    listed = sorted(records.items())
    notice = next((r["body"] for _, r in listed if r["type"] == "tender.published"), {})
    plan = notice.get("plan")
    if plan is None:
        return
    values, orders = {}, {}
    for index, record in listed:
        spec = record["body"]
        if record["type"] != "draw.spec" or spec["purpose"] != "coefficient":
            continue
        pool = pool_of(plan, bids)
        seats = min(MOST_SEATS, len(pool)) if kinds_of(plan) else 1
        rules = {"pick": [{"stratum": "values", "seats": seats, "fallback": []}], "caps": []}
        own = spec["pool"]["kind"] == "values" and spec["pool"]["values"] == pool and jcs(spec["rules"]) == jcs(rules)
        sure(own, "coefficients_of_another_plan")
        sure(index > end, "coefficients_drawn_early")
        ends = {r["type"]: r["body"] for _, r in listed if r["body"].get("drawId") == spec["drawId"]}
        if "draw.result" in ends and "draw.void" not in ends:
            seed = bytes.fromhex(ends["draw.result"]["seed"])
            order = [pool[at] for at in permutation(seed, "stratum/values", len(pool))]
            values, orders = drawn_from(plan, order)
    for _, record in listed:
        if record["type"] == "hall.coefficients_drawn":
            event = record["body"]["event"]
            same((event["values"], event.get("orders", {})), values, orders)
    for _, record in listed:
        if record["type"] == "evaluation.reported":
            same((record["body"].get("drawn", {}), record["body"].get("orders", {})), values, orders)
