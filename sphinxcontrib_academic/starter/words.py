"""Headings of a new site, by language; prose is the owner's, so that the examples of it stay English."""

from __future__ import annotations

HEADINGS = (
    "publications", "cv", "news", "selected", "education", "positions", "awards", "talks", "service", "all",
)  # fmt: skip
"""What the columns below are."""

_ROWS = {
    "en": (
        "Publications", "Curriculum vitae", "News", "Selected publications", "Education",
        "Positions", "Awards", "Talks", "Service", "All publications",
    ),
    "de": (
        "Publikationen", "Lebenslauf", "Neuigkeiten", "Ausgewählte Publikationen", "Ausbildung",
        "Stationen", "Auszeichnungen", "Vorträge", "Gremien", "Alle Publikationen",
    ),
    "fr": (
        "Publications", "Curriculum vitæ", "Actualités", "Publications choisies", "Formation",
        "Parcours", "Distinctions", "Exposés", "Responsabilités", "Toutes les publications",
    ),
    "es": (
        "Publicaciones", "Currículum", "Noticias", "Publicaciones seleccionadas", "Formación",
        "Experiencia", "Premios", "Conferencias", "Servicio", "Todas las publicaciones",
    ),
    "pt": (
        "Publicações", "Currículo", "Notícias", "Publicações selecionadas", "Formação",
        "Experiência", "Prémios", "Palestras", "Serviço", "Todas as publicações",
    ),
    "it": (
        "Pubblicazioni", "Curriculum vitae", "Novità", "Pubblicazioni scelte", "Formazione",
        "Esperienza", "Premi", "Seminari", "Incarichi", "Tutte le pubblicazioni",
    ),
    "nl": (
        "Publicaties", "Curriculum vitae", "Nieuws", "Geselecteerde publicaties", "Opleiding",
        "Functies", "Prijzen", "Lezingen", "Academische taken", "Alle publicaties",
    ),
    "zh": ("论文", "个人简历", "动态", "代表论文", "教育经历", "工作经历", "获奖", "报告", "学术服务", "全部论文"),
    "zh_TW": ("論文", "個人簡歷", "動態", "代表論文", "學歷", "經歷", "獲獎", "演講", "學術服務", "全部論文"),
    "ja": ("論文", "履歴書", "お知らせ", "主要論文", "学歴", "職歴", "受賞", "講演", "学会活動", "すべての論文"),
    "ko": ("논문", "이력서", "소식", "대표 논문", "학력", "경력", "수상", "발표", "학술 활동", "모든 논문"),
    "ru": (
        "Публикации", "Резюме", "Новости", "Избранные публикации", "Образование",
        "Опыт работы", "Награды", "Доклады", "Научная деятельность", "Все публикации",
    ),
    "ar": (
        "المنشورات", "السيرة الذاتية", "الأخبار", "منشورات مختارة", "التعليم",
        "المناصب", "الجوائز", "المحاضرات", "الخدمة", "جميع المنشورات",
    ),
}  # fmt: skip


def headings(language: str) -> dict[str, str]:
    """The headings in that language, in English where it is not among ours."""
    base = {"zh_HK": "zh_TW", "zh_MO": "zh_TW"}.get(language, language)
    row = _ROWS.get(base) or _ROWS.get(base.partition("_")[0]) or _ROWS["en"]
    return dict(zip(HEADINGS, row, strict=True))
