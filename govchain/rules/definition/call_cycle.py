from govchain.analysis.rule import reader_rule

call_cycle = reader_rule("call-cycle", module=__name__)
