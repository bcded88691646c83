from govchain.analysis.rule import reader_rule
from govchain.findings import Severity

unused_fact = reader_rule("unused-fact", module=__name__, severity=Severity.ADVICE)
