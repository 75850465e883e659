"""Meta's figures of templates are read where it counts, and it is said why where there are none."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.fixtures.at_meta import AtMeta, meta
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Unwatched
from whatsapp_studio.base.wording import explain
from whatsapp_studio.templates.figures import Click, Figures, Why, day_of

__all__ = ["meta"]


def sent(meta: AtMeta, times: int) -> None:
    for n in range(times):
        answer = meta.box.send(
            f"+316123456{n:02d}", type="template",
            template={"name": "lente_actie", "language": {"code": "nl"}, "components": [
                {"type": "body", "parameters": [{"type": "text", "text": "Maria"}]}]},
        )  # fmt: skip
        assert answer.status_code == 200, answer.text
    meta.later(600)


def test_switched_off_it_says_how_to_switch_it_on(meta: AtMeta) -> None:
    template = meta.made()
    watching = meta.studio.watching
    assert watching.figures(template) == Why("insights-none")
    watching.read_figures()
    why = watching.figures(template)
    assert why == Why("insights-off", can_enable=True)
    assert "cannot be switched off" in explain("insights-off").fix

    meta.studio.templates.sync()
    watching.enable_insights()
    assert watching.due() == meta.now
    sent(meta, 5)
    watching.read_figures([template])
    found = watching.figures(template)
    assert isinstance(found, Figures)
    assert found.total.sent == 5
    assert 0 < found.total.delivered <= 5
    assert found.read_at == meta.now
    assert found.days[0].day == meta.now.date()
    assert (meta.now.date() - found.frozen_before) == timedelta(days=7)


def test_where_it_is_not_offered_it_says_so(meta: AtMeta) -> None:
    template = meta.made()
    meta.box.set(insights_offered=False)
    meta.studio.watching.read_figures()
    assert meta.studio.watching.figures(template) == Why("insights-region")
    assert "European Union" in explain("insights-region").why
    with pytest.raises(UserError):
        meta.studio.watching.enable_insights()


def test_once_a_day_and_only_what_still_moves(meta: AtMeta) -> None:
    meta.made()
    watching = meta.studio.watching
    assert watching.due() is None, "templates were never read"
    meta.studio.templates.sync()
    assert watching.due() == meta.now
    watching.enable_insights()
    sent(meta, 1)
    watching.read_figures()
    assert watching.due() == meta.now + timedelta(days=1)
    meta.later(days=20, deaf=True)
    starts: list[int] = []

    def look(request):  # type: ignore[no-untyped-def]
        if request.url.path.endswith("/template_analytics") and "lente" not in request.url.path:
            starts.append(int(request.url.params["start"]))

    meta.before = look  # type: ignore[assignment]
    watching.read_figures([meta.template()])
    (start,) = starts
    assert timedelta(days=27) < meta.now - meta.now.fromtimestamp(start, meta.now.tzinfo) < timedelta(days=29)


def test_a_data_point_is_read_in_either_shape() -> None:
    point = {
        "template_id": "1", "start": 1_780_012_800, "sent": 3, "delivered": 2, "read": "?",
        "clicked": [{"type": "url_button", "button_content": "Shop", "count": 2}, {"count": 0}, "x"],
        "cost": [{"amount_spent": 0.25}],
    }  # fmt: skip
    day = day_of(point)
    assert day is not None
    assert (day.sent, day.delivered, day.read) == (3, 2, 0)
    assert day.clicks == (Click("url_button", "Shop", 2),)
    assert day.spent == Decimal("0.25")
    assert day_of({**point, "cost": [{"type": "amount_spent", "value": 1.5}]}).spent == Decimal("1.5")  # type: ignore[union-attr]
    assert day_of({}) is None


def test_what_meta_refuses_is_asked_again_tomorrow(meta: AtMeta) -> None:
    meta.made()
    meta.studio.templates.sync()
    watching = meta.studio.watching
    watching.enable_insights()
    meta.box.call("DELETE", f"/{meta.box.world.waba_id}/message_templates?name=lente_actie")
    with pytest.raises(UserError):
        watching.do(Unwatched())
    assert watching.due() == meta.now + timedelta(days=1)
