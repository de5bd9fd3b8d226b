"""The care of a desk: is it whole, is there a copy, what stands in its way."""
