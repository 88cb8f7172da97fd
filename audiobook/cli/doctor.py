"""`audiobook doctor`: what is installed, and whether it works."""

import json
from dataclasses import asdict

from audiobook.cli.border import command
from audiobook.cli.options import BUILD_DIR, VOICES_DIR, AsJson, BuildDir, VoicesDir, workspace
from audiobook.cli.terminal import tell
from audiobook.errors import EngineError


@command
def doctor(build_dir: BuildDir = BUILD_DIR, voices_dir: VoicesDir = VOICES_DIR, as_json: AsJson = False) -> int:
    """Check the installation: which speech library really speaks, its version and where it came from."""
    from audiobook.production.checkup import check_up

    findings = check_up(workspace(build_dir, voices_dir))
    if as_json:
        tell(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        width = max(len(finding.what) for finding in findings)
        for finding in findings:
            mark = "BAD" if not finding.is_well else "ok " if finding.is_there else "-- "
            tell(f"{mark}  {finding.what:<{width}}  {finding.found}")
    return 0 if all(finding.is_well for finding in findings) else EngineError.exit_code
