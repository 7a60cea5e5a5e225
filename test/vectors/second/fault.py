"""How a verification ends when something does not hold."""


class Fault(Exception):
    def __init__(self, step, reason):
        super().__init__(f"{step}: {reason}")
        self.step, self.reason = step, reason


def need(holds, step, reason):
    if not holds:
        raise Fault(step, reason)
