import espeakng_loader

from audiobook.engines.espeak_report import report_speech_library


def test_the_report_says_which_library_speaks_and_where_it_came_from() -> None:
    report = report_speech_library()
    assert str(report.path) == espeakng_loader.get_library_path()
    assert report.version.startswith("1.")
    assert report.origin.startswith("espeakng-loader ")
    assert report.bindings.startswith("pyttsx3 ")
