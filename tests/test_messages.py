"""Messages keep template and values apart, choose plural forms and survive storage."""

from __future__ import annotations

from annotator.messages import Message, Way, say


def test_a_message_is_its_english_sentence() -> None:
    assert str(say("“{name}” is taken.", name="Lan")) == "“Lan” is taken."


def test_one_is_singular_and_everything_else_is_plural() -> None:
    template = "{count} span|{count} spans"
    assert [str(say(template, count=number)) for number in (0, 1, 2)] == ["0 spans", "1 span", "2 spans"]


def test_a_catalogue_with_one_form_serves_all_counts() -> None:
    catalogue = {"{count} span|{count} spans": "{count} vùng"}
    assert [say("{count} span|{count} spans", count=number).render(catalogue) for number in (1, 2)] == [
        "1 vùng",
        "2 vùng",
    ]


def test_values_are_never_templates() -> None:
    assert str(say("{name} | {name}", name="{x}|y")).endswith("{x}|y")


def test_a_stored_message_comes_back_equal() -> None:
    message = say("{count} of “{name}”", count=3, name='Đoàn\n"Hùng"')
    assert Message.load(message.dump()) == message


def test_a_message_within_a_message_is_said_in_the_same_language_and_stored_with_it() -> None:
    message = say("Taken back: {what}", what=say("{count} span|{count} spans", count=1))
    catalogue = {"Taken back: {what}": "Đã hoàn tác: {what}", "{count} span|{count} spans": "{count} vùng"}
    assert (str(message), message.render(catalogue)) == ("Taken back: 1 span", "Đã hoàn tác: 1 vùng")
    assert Message.load(message.dump()) == message


def test_counts_are_written_as_asked_and_line_numbers_are_left() -> None:
    inner = say("{count} spans in line {line}", count=5304, line=1200)
    message = say("Undone: {what}", what=inner)
    assert message.render(None, "{:,}".format) == "Undone: 5,304 spans in line 1200"
    assert str(message) == "Undone: 5304 spans in line 1200"


def test_a_way_out_names_a_command_or_a_place_in_the_window():
    way = Way(say("Run 'annotator backups'."), say("File > Backups…"))
    message = say("Damaged. {first} {way}", first=say("So says: {way}", way=way), way=way)
    assert str(message) == "Damaged. So says: Run 'annotator backups'. Run 'annotator backups'."
    catalogue = {"File > Backups…": "Tệp > Bản sao lưu…"}
    in_window = "Damaged. So says: Tệp > Bản sao lưu… Tệp > Bản sao lưu…"
    assert message.render(catalogue, in_window=True) == in_window
    assert str(Message.load(message.dump())) == str(message)
