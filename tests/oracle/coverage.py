"""How often drawn catalogues exercise each rule: `python -m tests.oracle.coverage N`."""

import sys
from collections import Counter
from time import perf_counter

from .agreement import RULES
from .oracle import Verdict, judge
from .strategies import DATE, some_catalogues


def traits_of(verdict: Verdict) -> set[str]:
    """What occurs in a verdict: rules, their severities, supplies, numbers, levers, amends."""
    traits = {f"supply {word}" for held in verdict.supplies.values() for word, _ in held}
    for (rule, _, step, subject), one in verdict.findings.items():
        traits |= {f"{rule}", f"{rule} {one.severity}"}
        traits |= {f"{rule} #n"} if "#" in subject else set()
        traits |= {f"{rule} in a call"} if step and "/" in step else set()
        traits |= {f"{rule} amend"} if one.amend else set()
        traits |= {f"{rule} with benefit"} if one.benefit and any(one.benefit) else set()
    traits |= {"bound"} if any(held["bound"] for held in verdict.metrics.values()) else set()
    return traits


def survey(count: int) -> tuple[Counter[str], list[float], float]:
    """In how many catalogues each trait occurs, the time of each verdict, the whole time."""
    seen: Counter[str] = Counter()
    times: list[float] = []

    begun = perf_counter()
    for files in some_catalogues(count, 1):
        started = perf_counter()
        verdict = judge(files, DATE)
        times.append(perf_counter() - started)
        seen.update(traits_of(verdict))
    return seen, times, perf_counter() - begun


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seen, times, whole = survey(count)
    drawn = len(times)
    for trait in sorted(seen):
        print(f"{seen[trait]:7d} {100 * seen[trait] / drawn:6.1f}%  {trait}")
    for rule in sorted(RULES - seen.keys()):
        print(f"      0    0.0%  {rule}")
    ordered = sorted(times)
    print(f"{drawn} catalogues, {1000 * whole / drawn:.1f} ms each with drawing; judged in")
    print(
        f"  mean {1000 * sum(times) / drawn:.1f} ms, median {1000 * ordered[drawn // 2]:.1f} ms,"
        f" 99% {1000 * ordered[drawn * 99 // 100]:.1f} ms, most {1000 * ordered[-1]:.1f} ms"
    )


if __name__ == "__main__":
    main()
