# For those who like make: every task is one of make.py.
.PHONY: analyze test lowest oracle bench docs
analyze test lowest oracle bench docs:
	@python3 make.py $@ $(ARGS)
