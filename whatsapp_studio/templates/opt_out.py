"""Decides the words that tell people, in their own language, how to stop marketing messages."""

from __future__ import annotations

# "Reply STOP to opt out": a footer may have 60 characters. STOP is understood everywhere (audience/consent).
_LINES = {
    "af": "Antwoord STOP om af te meld", "ar": "أرسل STOP لإلغاء الاشتراك", "bg": "Отговорете STOP, за да се отпишете",
    "bn": "বন্ধ করতে STOP লিখে উত্তর দিন", "ca": "Respon STOP per donar-te de baixa",
    "cs": "Pro odhlášení odpovězte STOP", "da": "Svar STOP for at afmelde", "de": "Antworte STOP, um dich abzumelden",
    "el": "Απαντήστε STOP για διαγραφή", "en": "Reply STOP to opt out", "es": "Responde STOP para darte de baja",
    "et": "Loobumiseks vasta STOP", "fa": "برای لغو، STOP را بفرستید", "fi": "Peru vastaamalla STOP",
    "fil": "I-reply ang STOP para mag-opt out", "fr": "Répondez STOP pour vous désabonner",
    "he": "להסרה יש להשיב STOP", "hi": "बंद करने के लिए STOP लिखकर भेजें", "hr": "Za odjavu odgovorite STOP",
    "hu": "Leiratkozás: válaszoljon STOP szóval", "id": "Balas STOP untuk berhenti berlangganan",
    "it": "Rispondi STOP per annullare l'iscrizione", "ja": "配信停止は STOP と返信してください",
    "ko": "수신 거부: STOP 회신", "lt": "Atsisakyti: atsakykite STOP", "lv": "Lai atteiktos, atbildiet STOP",
    "ms": "Balas STOP untuk berhenti", "nb": "Svar STOP for å melde deg av", "nl": "Antwoord STOP om je af te melden",
    "pl": "Aby zrezygnować, odpisz STOP", "pt": "Responda STOP para cancelar", "ro": "Răspunde STOP pentru dezabonare",
    "ru": "Чтобы отписаться, ответьте STOP", "sk": "Na odhlásenie odpovedzte STOP", "sl": "Za odjavo odgovorite STOP",
    "sr": "За одјаву одговорите STOP", "sv": "Svara STOP för att avsluta", "th": "ตอบ STOP เพื่อยกเลิก",
    "tr": "Çıkmak için STOP yazın", "uk": "Щоб відписатися, відповідайте STOP", "ur": "بند کرنے کے لیے STOP لکھیں",
    "vi": "Trả lời STOP để hủy nhận tin", "zh": "回复 STOP 退订",
}  # fmt: skip


def opt_out_line(language: str) -> str:
    """The footer that says how to opt out, in a language of templates (``nl``, ``pt_BR``); in English where unknown."""
    return _LINES.get(language.split("_")[0], _LINES["en"])
