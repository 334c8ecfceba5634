"""ui: the user's own templates - saved from the present issues, replaced by one of the same name, deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.new_record import NewRecord
from ui.prepare.steps.step_page import StepPage

Entries = list[tuple[str, str, Callable[[], object]]]


def own_template_entries(page: StepPage) -> Entries:
    """Return what a menu of templates offers besides the templates themselves."""
    say, presenter = page.tools.say, page.presenter
    entries: Entries = []
    if presenter.negotiation.issues:
        entries.append((say("Save these issues as a template"), "", lambda: save_template(page)))
    if any(each.saved_id for each in presenter.templates()):
        entries.append((say("Delete a template of your own"), "", lambda: delete_template(page)))
    return entries


def save_template(page: StepPage) -> None:
    """Ask for the name under which the present issues are kept; a name that is taken is replaced."""
    say, presenter = page.tools.say, page.presenter

    def save(typed: Mapping[str, str]) -> None:
        changes = presenter.save_template(typed["name"])
        page.changes_made.emit(changes)
        page.tools.prompts.tell(say.message(changes.label))

    panel = NewRecord(page.tools.theme, say, page.window(), say("Save as a template"), say("Save template"), save)
    known = [each.name for each in presenter.templates() if each.saved_id]
    panel.add_line("name", say("Name"), hint=say("one that is there already is replaced"), known=known)
    panel.ask()


def delete_template(page: StepPage) -> None:
    """Ask which template of the user's own is to go."""
    say, presenter = page.tools.say, page.presenter

    def delete(typed: Mapping[str, str]) -> None:
        page.run_and_offer(lambda: presenter.delete_template(int(typed["template"])))

    panel = NewRecord(page.tools.theme, say, page.window(), say("Delete a template"), say("Delete template"), delete)
    own = [(str(each.saved_id), each.name) for each in presenter.templates() if each.saved_id]
    panel.add_choice("template", say("Template"), own)
    panel.ask()
