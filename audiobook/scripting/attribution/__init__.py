"""Who says what: candidates, reasons, decoding, confidence, and the evidence in words."""
