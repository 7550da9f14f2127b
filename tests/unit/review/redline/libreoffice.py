"""LibreOffice as a judge: opens a redline, accepts or rejects all changes, and writes the text."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_MACRO = """\
Sub Resolve(sCommand As String, sSource As String, sTarget As String)
    Dim aHidden(0) As New com.sun.star.beans.PropertyValue
    Dim aText(1) As New com.sun.star.beans.PropertyValue
    Dim oDocument, oDispatcher
    aHidden(0).Name = "Hidden"
    aHidden(0).Value = True
    oDocument = StarDesktop.loadComponentFromURL(sSource, "_blank", 0, aHidden())
    If Len(sCommand) &gt; 0 Then
        oDispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
        oDispatcher.executeDispatch(oDocument.CurrentController.Frame, ".uno:" &amp; sCommand, "", 0, Array())
    End If
    aText(0).Name = "FilterName"
    aText(0).Value = "Text (encoded)"
    aText(1).Name = "FilterOptions"
    aText(1).Value = "UTF8,LF,,,"
    oDocument.storeToURL(sTarget, aText())
    oDocument.close(True)
End Sub
"""
_MODULE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{_MACRO}</script:module>
"""


def resolved(soffice: str, wanted: Sequence[tuple[Path, str]], folder: Path) -> list[list[str]]:
    """Return the lines of each file after a command (AcceptAllTrackedChanges or "", none), empty lines left out."""
    profile = folder / "profile"
    _run(soffice, profile, "--terminate_after_init")  # makes the profile, with an empty Module1 in it
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(_MODULE, encoding="utf-8")
    targets = [folder / f"{number}.txt" for number in range(len(wanted))]
    calls = (
        f'macro:///Standard.Module1.Resolve("{command}","{file.as_uri()}","{target.as_uri()}")'
        for (file, command), target in zip(wanted, targets, strict=True)
    )
    _run(soffice, profile, *calls)
    texts = (target.read_text(encoding="utf-8-sig") for target in targets)
    return [[line for line in text.splitlines() if line.strip()] for text in texts]


def _run(soffice: str, profile: Path, *arguments: str) -> None:
    # a PDF made earlier in this process left its own font configuration, which has no fonts for other programs
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)
