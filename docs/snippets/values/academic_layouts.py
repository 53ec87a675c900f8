academic_layouts = {
    "mine": ["{venue:bracket} {title:link}", "{authors:5} · {links:code,pdf,rest}"],
    "plain": "style:plain",
}
