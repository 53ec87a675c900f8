latex_elements = {
    "preamble": r"""
        \definecolor{academicaccent}{HTML}{7A1F3D}
        \academiciconsfalse
        \renewcommand*\academicnamestyle{\fontsize{30}{34}\bfseries\color{academicaccent}\selectfont}
        \renewcommand*\academiccontactseparator{\enspace\textbar\enspace}
        \renewcommand*\academicsectionstyle{\color{academicaccent}\small\bfseries}
        \renewcommand\academicsectiontext[1]{\centering\MakeUppercase{#1}}
        \renewcommand*\academicsectionrule{}
        \renewcommand*\academictitlestyle{\color{academicaccent}}
        \renewcommand*\academicsubtitlestyle{}
        \renewcommand*\academicjoin{ / }
    """,
}
