"""stub"""
from pathlib import Path
from audiobook.model.release_check import ReleaseCheck
def check_page(check: ReleaseCheck) -> str: return ""
def is_check_page(path: Path) -> bool: return False
