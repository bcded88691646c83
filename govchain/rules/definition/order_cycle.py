from govchain.analysis.rule import reader_rule

order_cycle = reader_rule("order-cycle", module=__name__)
