from govchain.analysis.rule import reader_rule
from govchain.findings import Severity

unused_allow = reader_rule("unused-allow", module=__name__, severity=Severity.WARNING)
