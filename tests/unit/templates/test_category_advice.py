"""Words that make Meta read a template as another category are found, in each language, and named."""

from __future__ import annotations

import pytest

from tests.fixtures.templates import body, buttons, raw
from whatsapp_studio.base.wording import explain
from whatsapp_studio.templates.category_advice import advice, matched
from whatsapp_studio.templates.template import Template, parse


def template(text: str, category: str, language: str = "en", *parts: dict[str, object]) -> Template:
    return parse(raw(body(text), *parts, category=category, language=language))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Get 20% off in our Sale, this week only.", ("20% off", "Sale")),
        ("nl", "Nu met 15% korting en een gratis bel.", ("15% korting", "gratis")),
        ("nl_BE", "Op is op: BESTEL NU je fiets.", ("Op is op", "BESTEL NU")),
        ("de", "Jetzt sichern: Gutschein über 10 €, exklusiv für dich.", ("Jetzt sichern", "Gutschein", "exklusiv")),
        ("es_MX", "Última oportunidad: descuentos en bicicletas.", ("Última oportunidad", "descuentos")),
        ("pt_BR", "Aproveite: frete grátis só hoje.", ("Aproveite", "frete grátis", "só hoje")),
        ("fr", "Livraison offerte et 20 % de réduction sur les vélos.", ("Livraison offerte", "20 % de réduction")),
        ("it", "Solo oggi: sconti sulle biciclette.", ("Solo oggi", "sconti")),
        ("pl", "Black Friday: nowe rowery.", ("Black Friday",)),
    ],
)
def test_a_utility_template_that_advertises(language: str, text: str, words: tuple[str, ...]) -> None:
    (problem,) = advice(template(text, "UTILITY", language))

    assert (problem.code, problem.where, problem.severity) == ("category-advice", "category", "warning")
    assert problem.facts["words"] == ", ".join(f"“{word}”" for word in words)
    assert words[0] in explain(problem.code, problem.facts).title
    assert advice(template(text, "MARKETING", language)) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your order {{1}} is on its way. We deliver it on {{2}}."),
        ("nl", "Je bestelling {{1}} is onderweg. Actie nodig? Bel ons gerust."),
        ("de", "Ihre Bestellung {{1}} ist unterwegs und kommt am {{2}} an."),
        ("es", "Tu pedido {{1}} está en camino y llega el {{2}} a casa."),
        ("pt_BR", "Seu pedido {{1}} está a caminho e chega no dia {{2}}, certo?"),
        ("fr", "Votre commande {{1}} est en route et arrive le {{2}}, merci."),
        ("it", "Il tuo ordine {{1}} è stato spedito e arriva il {{2}}, grazie."),
    ],
)
def test_news_about_an_order_is_utility(language: str, text: str) -> None:
    assert advice(template(text, "UTILITY", language)) == ()

    (problem,) = advice(template(text, "MARKETING", language))
    assert problem.code == "category-advice-utility" and problem.facts["words"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Use {{1}} as your one-time password for the shop."),
        ("nl", "Je verificatiecode is {{1}}, deel hem niet."),
        ("de", "Dein Bestätigungscode lautet {{1}}, bitte nicht teilen."),
        ("es", "Tu código de verificación es {{1}}, no lo compartas."),
        ("pt_BR", "Seu código de verificação é {{1}}, não compartilhe."),
        ("fr", "Votre code de vérification est {{1}}, ne le partagez pas."),
    ],
)
@pytest.mark.parametrize("category", ["UTILITY", "MARKETING"])
def test_codes_are_for_authentication(language: str, text: str, category: str) -> None:
    assert [problem.code for problem in advice(template(text, category, language))] == ["category-advice-code"]


def test_buttons_count_and_words_inside_others_do_not() -> None:
    button = buttons({"type": "QUICK_REPLY", "text": "Shop now"})
    assert [p.facts["words"] for p in advice(template("Thank you.", "UTILITY", "en", button))] == ["“Shop now”"]
    assert matched("Wholesale dealers ideally resale", "advertising", "en") == ()
    assert matched("discounted SALE sale Sale", "advertising", "en") == ("discounted", "SALE")
    assert advice(template("Get 20% off.", "AUTHENTICATION")) == ()
