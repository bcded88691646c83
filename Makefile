# For those who like make: every task is one of make.py.
.PHONY: analyze test oracle bench docs
analyze test oracle bench docs:
	@python3 make.py $@ $(ARGS)
