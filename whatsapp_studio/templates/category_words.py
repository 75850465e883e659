"""Decides which words are typical of advertising, of news about an order, and of codes to log in: by language.

Patterns over small letters without accents; ``*`` stands for the rest of a word.
"""

from __future__ import annotations

_EVERYWHERE = (
    "black friday", "cyber monday", "cashback", "-\\d+ ?%", "\\d+ ?% ?(?:off|korting|rabatt|descuento|dto|desconto|off|"
    "de remise|de reduction|sconto|di sconto)", "\\d+ ?(?:€|\\$|£|eur|euro|usd) ?(?:off|korting|rabatt|sconto)",
)  # fmt: skip

ADVERTISING: dict[str, tuple[str, ...]] = {
    "en": (
        "sale", "discount*", "special offer*", "offer ends", "limited offer", "limited[- ]time", "deal", "deals",
        "promo", "promos", "promotion*", "promo code", "coupon*", "voucher*", "gift card*", "for free", "free gift",
        "free shipping", "free delivery", "half price", "best price*", "lowest price*", "save up to", "save \\d+*",
        "save (?:€|\\$|£) ?\\d+", "shop now", "buy now", "order now", "book now", "buy one", "new arrival*",
        "new collection", "just launched", "last chance", "do not miss", "don['’]t miss", "hurry", "while stocks last",
        "exclusive*", "win a", "won a", "you could win", "giveaway", "prize*", "refer a friend", "invite a friend",
        "sign up now", "subscribe now", "upgrade now", "try it now", "you may also like", "recommended for you",
        "we miss you",
        "clearance", "congratulations", "newsletter",
    ),
    "nl": (
        "korting*", "uitverkoop", "aanbieding*", "acties", "actieprijs", "actiecode", "kortingscode",
        "voordeel*", "gratis", "cadeau*", "cadeaubon*", "waardebon*", "vanaf (?:€|slechts)", "slechts (?:€|\\d+)",
        "bespaar", "halve prijs", "op = op", "op is op", "bestel nu", "koop nu", "shop nu", "boek nu", "shop de",
        "nieuwe collectie", "nieuw in de winkel", "laatste kans", "mis het niet", "mis deze", "alleen vandaag",
        "alleen dit weekend", "tijdelijke actie", "zolang de voorraad strekt", "exclusie*", "win een", "maak kans",
        "winactie*", "prijsvraag", "nodig een vriend", "schrijf je in voor", "nieuwsbrief", "we missen je",
        "ook leuk voor jou", "aanrader*", "spaarpunten", "voor jou geselecteerd",
    ),
    "de": (
        "rabatt*", "angebot*", "sonderangebot*", "aktionen", "aktionspreis*", "gutschein*", "gratis",
        "kostenlos*", "geschenk*", "schnappchen", "ausverkauf", "schlussverkauf", "sparen sie", "spare jetzt",
        "spar dir",
        "nur heute", "nur fur kurze zeit", "letzte chance", "jetzt kaufen", "jetzt bestellen", "jetzt shoppen",
        "jetzt buchen", "jetzt sichern", "neue kollektion", "neu im shop", "exklusiv*", "gewinne", "gewinnspiel*",
        "gewinnen sie", "solange der vorrat reicht", "zum halben preis", "bestpreis*", "wir vermissen dich",
        "freunde werben", "newsletter", "das konnte dir", "empfehlung fur dich",
    ),
    "es": (
        "descuento*", "oferta*", "promocion*", "promo", "rebaja*", "cupon*", "vale de regalo", "tarjeta regalo",
        "gratis", "regalo*", "envio gratis", "compra ahora", "compra ya", "pide ahora", "reserva ahora", "aprovecha*",
        "ultima oportunidad", "solo hoy", "por tiempo limitado", "tiempo limitado", "hasta agotar existencias",
        "nueva coleccion", "novedades", "exclusiv*", "ahorra*", "al mejor precio", "mitad de precio", "gana un*",
        "sorteo*", "premio*", "no te lo pierdas", "te echamos de menos", "te extranamos", "invita a un amigo",
        "suscribete", "boletin", "liquidacion",
    ),
    "pt": (
        "desconto*", "oferta*", "promocao", "promocoes", "promo", "liquidacao", "cupom", "cupons", "cupao",
        "vale-presente", "gratis", "brinde*", "presentes", "frete gratis", "compre agora", "compre ja", "peca agora",
        "reserve agora",
        "aproveite", "ultima chance", "ultima oportunidade", "so hoje", "somente hoje", "por tempo limitado",
        "tempo limitado", "enquanto durar*", "nova colecao", "novidades", "exclusiv*", "economize*",
        "poupe", "metade do preco", "ganhe", "sorteio*", "premio*", "nao perca", "sentimos sua falta",
        "saudades de voce", "indique um amigo",
        "inscreva-se", "imperdivel", "a partir de r\\$",
    ),
    "fr": (
        "remise*", "reduction*", "rabais", "soldes", "promo", "promos", "promotion*", "offre speciale",
        "offres speciales", "offre exclusive", "offre limitee", "bon d['’]achat", "code promo", "coupon*",
        "carte cadeau", "gratuit*",
        "offert*", "cadeau*", "livraison gratuite", "livraison offerte", "achetez maintenant", "commandez maintenant",
        "reservez maintenant", "profitez*", "derniere chance", "aujourd['’]hui seulement", "duree limitee",
        "jusqu['’]a epuisement*", "nouvelle collection", "nouveautes", "exclusi*", "economisez", "a moitie prix",
        "gagnez", "tirage au sort", "jeu[- ]concours", "ne manquez pas", "vous nous manquez", "tu nous manques",
        "parrainez*", "abonnez-vous", "vente privee", "ventes privees", "destockage",
    ),
    "it": (
        "sconto", "sconti", "scontat*", "offerta", "offerte", "promozion*", "promo", "saldi", "coupon", "buono",
        "buoni", "gratis", "gratuit*", "omaggio", "regalo", "regali", "spedizione gratuita", "acquista ora",
        "compra ora",
        "ordina ora", "prenota ora", "approfitta*", "ultima occasione", "solo oggi", "tempo limitato",
        "fino a esaurimento*", "nuova collezione", "novita", "esclusiv*", "risparmia*", "meta prezzo", "vinci",
        "concorso", "premio", "premi", "non perdere", "ci manchi", "invita un amico", "iscriviti",
    ),
}  # fmt: skip

NEWS: dict[str, tuple[str, ...]] = {
    "en": (
        "your (?:order|parcel|package|delivery|shipment|appointment|booking|reservation|payment|invoice|refund|"
        "subscription|account|repair|ticket)", "order (?:number|no|confirmation)", "tracking (?:number|code|link)",
        "has been (?:shipped|delivered|confirmed|cancelled|received)", "is on its way", "out for delivery",
    ),
    "nl": (
        "je (?:bestelling|pakket|levering|afspraak|reservering|boeking|betaling|factuur|abonnement|account|reparatie)",
        "jouw (?:bestelling|pakket|afspraak)",
        "uw (?:bestelling|pakket|levering|afspraak|reservering|betaling|factuur)", "bestelnummer", "ordernummer",
        "track ?(?:&|en) ?trace", "is verzonden", "is bezorgd", "is onderweg",
        "staat klaar",
    ),
    "de": (
        "(?:deine|ihre) (?:bestellung|lieferung|sendung|buchung|zahlung|rechnung|reparatur|reservierung)",
        "(?:dein|ihr) (?:paket|termin|konto|abo)", "bestellnummer", "sendungsnummer", "sendungsverfolgung",
        "wurde (?:versandt|versendet|geliefert|bestatigt|storniert)", "ist unterwegs",
    ),
    "es": (
        "(?:tu|su) (?:pedido|paquete|envio|entrega|cita|reserva|pago|factura|reembolso|cuenta|reparacion)",
        "numero de (?:pedido|seguimiento)", "ha sido (?:enviado|entregado|confirmado|cancelado)", "esta en camino",
    ),
    "pt": (
        "(?:seu|sua|o seu|a sua) (?:pedido|encomenda|pacote|entrega|consulta|reserva|pagamento|fatura|reembolso|conta)",
        "numero do pedido", "codigo de rastreio", "codigo de rastreamento",
        "foi (?:enviado|entregue|confirmado|cancelado)", "esta a caminho", "saiu para entrega",
    ),
    "fr": (
        "(?:votre|ta) (?:commande|livraison|reservation|facture)", "(?:votre|ton) (?:colis|rendez-vous|paiement|"
        "remboursement|abonnement|compte)", "numero de (?:commande|suivi)", "a ete (?:expediee?|livree?|confirmee?|"
        "annulee?)", "est en route",
    ),
    "it": (
        "(?:il tuo|il suo) (?:ordine|pacco|appuntamento|pagamento|rimborso|account)",
        "(?:la tua|la sua) (?:spedizione|consegna|prenotazione|fattura)", "numero d['’]ordine", "e stato (?:spedito|"
        "consegnato|confermato|annullato)", "in arrivo",
    ),
}  # fmt: skip

CODES: dict[str, tuple[str, ...]] = {
    "en": (
        "verification code", "one[- ]time (?:password|code|pin)", "otp", "login code", "log[- ]in code",
        "sign[- ]in code", "security code", "access code", "authentication code", "confirmation code",
        "do not share this code",
    ),
    "nl": ("verificatiecode", "inlogcode", "eenmalige code", "eenmalig wachtwoord", "beveiligingscode", "toegangscode"),
    "de": ("bestatigungscode", "verifizierungscode", "einmalpasswort", "einmalcode", "anmeldecode", "sicherheitscode"),
    "es": (
        "codigo de (?:verificacion|acceso|seguridad|confirmacion|inicio de sesion)", "contrasena de un solo uso",
    ),
    "pt": ("codigo de (?:verificacao|acesso|seguranca|confirmacao|login)", "senha de uso unico"),
    "fr": (
        "code de (?:verification|connexion|securite|confirmation)", "code d['’]acces", "mot de passe a usage unique",
        "code a usage unique",
    ),
    "it": ("codice di (?:verifica|accesso|sicurezza|conferma)", "password monouso", "codice monouso"),
}  # fmt: skip


def patterns(table: dict[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """The patterns of a table for a language of templates (``nl_BE``), and the English ones, used everywhere."""
    own = language.split("_")[0]
    found = [*table.get(own, ()), *(table["en"] if own != "en" else ())]
    return tuple([*found, *_EVERYWHERE] if table is ADVERTISING else found)
