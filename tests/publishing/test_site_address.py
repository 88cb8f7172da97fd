import pytest

from audiobook.errors import UsageError
from audiobook.publishing.site_address import read_site_address


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/books/", "https://example.org/books/"),
        ("HTTP://Example.ORG:8080/a", "http://example.org:8080/a/"),
        ("https://bücher.example/hör mal".replace(" ", "%20"), "https://xn--bcher-kva.example/h%C3%B6r%20mal/"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("http://192.168.0.7/x", "http://192.168.0.7/x/"),
        ("https://user.github.io/~me/books", "https://user.github.io/~me/books/"),
    ],
)
def test_an_address_is_read_as_links_begin(given: str, read: str) -> None:
    assert read_site_address(given) == read
    assert read_site_address(read) == read


@pytest.mark.parametrize(
    "given",
    [
        "", "example.org", "//example.org/", "ftp://example.org/", "javascript:alert(1)", "https://", "https:///books",
        "https://example.org/?a=b", "https://example.org/#top", "https://me:secret@example.org/", "https://a b/",
        "https://example.org/a\nb", "https://example.org:99999/", "https://exa_mple..org/", "https://example.org/../x",
        "https://example.org//x", "https://[::1/", "file:///etc/passwd", "https://" + "a" * 300 + ".org/",
        'https://example.org"><script>/', "https://-x.org/", "https://example.org\\@evil.example/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_refused_with_an_example(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_site_address(given)
    assert "https://example.org/" in str(caught.value.hint)
