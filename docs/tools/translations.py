"""Collect the window's strings into resources/translations/*.ts and compile them to *.qm.

    python docs/tools/translations.py                  collect, then compile
    python docs/tools/translations.py --compile TS QM  compile one file only

Translators edit annotator_vi.ts and, for plural forms only, annotator_en.ts, by hand or in Qt Linguist.
qt_vi.ts holds the words of Qt's own dialogs and menus, for which PySide6 ships no Vietnamese; it is joined to
annotator_vi.qm. Both .ts and .qm are kept in the repository; a test sees that they agree.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"vi": "vi_VN", "en": "en_US"}


def tool(name: str) -> str:
    """Path of a translators' tool of PySide6-Essentials."""
    package = Path(PySide6.__file__).parent
    for folder in (package, package / "Qt" / "libexec"):
        found = shutil.which(name, path=str(folder))
        if found:
            return found
    raise FileNotFoundError(f"{name} is not in {package}")


def collect() -> None:
    """Bring both .ts files up to date with the sources; what is gone goes."""
    sources = sorted((ROOT / "annotator" / "ui").rglob("*.py"))
    app = ROOT / "annotator" / "app.py"
    names = [str(path.relative_to(ROOT)) for path in [*sources, app] if path.exists()]
    for language, locale in LANGUAGES.items():
        options = ["-source-language", "en_US", "-target-language", locale, "-locations", "none"]
        target = str((FOLDER / f"annotator_{language}.ts").relative_to(ROOT))
        command = [tool("lupdate"), *names, *options, "-no-obsolete", "-silent", "-ts", target]
        subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603


def compile_one(source: Path, target: Path) -> None:
    """Compile a .ts file, joined with Qt's own words in its language if we have them.

    The old .qm is replaced, not written over: a program that runs has it mapped into its memory.
    """
    qt = source.with_name(source.name.replace("annotator_", "qt_"))
    inputs = [str(path) for path in (source, qt) if path.exists()]
    made = target.with_name(f"{target.name}.new")
    subprocess.run([tool("lrelease"), "-silent", *inputs, "-qm", str(made)], check=True)  # noqa: S603
    made.replace(target)


def main() -> None:
    """Do what the words of the command say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--compile", nargs=2, type=Path, metavar=("TS", "QM"))
    pair = parser.parse_args().compile
    if pair:
        compile_one(*pair)
        return
    collect()
    for language in LANGUAGES:
        compile_one(FOLDER / f"annotator_{language}.ts", FOLDER / f"annotator_{language}.qm")


if __name__ == "__main__":
    main()
