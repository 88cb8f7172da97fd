"""Measure the built-in voice profiles and write what was measured back into their files.

    python benchmarks/measure_voices.py            # rewrite loudness_lufs, f0_hz and spectrum of every profile
    python benchmarks/measure_voices.py --closest  # only print the pairs of voices that are hardest to tell apart

Loudness is integrated loudness after EBU R128. f0_hz is the median fundamental frequency, by autocorrelation. spectrum
is the long-term spectrum of the voiced parts in twelve bands a third of a decade... see `BAND_EDGES_HZ`, in dB relative
to their mean, so that it says how a voice is coloured and not how loud it is.
"""
