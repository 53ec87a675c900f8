"""The commands that a formula may hold: LaTeX with amsmath and amssymb, as MathJax reads it too."""

from __future__ import annotations

from collections.abc import Mapping

from sphinxcontrib_academic.readers.tex.tables import names

OPERANDS = names(
    "displaystyle textstyle scriptstyle scriptscriptstyle Bbbk Box Bumpeq Cap Cup Delta Diamond Doteq "
    "Downarrow Finv Game Gamma Im Join Lambda Leftarrow Leftrightarrow Lleftarrow Longleftarrow "
    "Longleftrightarrow Longrightarrow Lsh Omega P Phi Pi Pr Psi Re Rightarrow Rrightarrow Rsh S Sigma "
    "Subset Supset Theta Uparrow Updownarrow Upsilon Vdash Vert Vvdash Xi aleph alpha amalg angle approx "
    "approxeq arccos arcsin arctan arg ast asymp backepsilon backprime backsim backsimeq backslash barwedge "
    "because beta beth between bigcap bigcirc bigcup bigodot bigoplus bigotimes bigsqcup bigstar "
    "bigtriangledown bigtriangleup biguplus bigvee bigwedge blacklozenge blacksquare blacktriangle "
    "blacktriangledown blacktriangleleft blacktriangleright bmod bot bowtie boxdot boxminus boxplus boxtimes "
    "bullet bumpeq cap cdot cdots checkmark chi circ circeq circlearrowleft circlearrowright circledR "
    "circledS circledast circledcirc circleddash clubsuit colon complement cong coprod copyright cos cosh "
    "cot coth csc cup curlyeqprec curlyeqsucc curlyvee curlywedge curvearrowleft curvearrowright dag dagger "
    "daleth dasharrow dashleftarrow dashrightarrow dashv ddag ddagger ddots deg delta det diamond "
    "diamondsuit digamma dim div divideontimes doteq doteqdot dotplus dots dotsb dotsc dotsi dotsm dotso "
    "doublebarwedge downarrow downdownarrows downharpoonleft downharpoonright ell emptyset epsilon eqcirc "
    "eqsim eqslantgtr eqslantless equiv eta eth exists exp fallingdotseq flat forall frown gamma gcd ge geq "
    "geqq geqslant gets gg ggg gggtr gimel gnapprox gneq gneqq gnsim gtrapprox gtrdot gtreqless gtreqqless "
    "gtrless gtrsim hbar heartsuit hom hookleftarrow hookrightarrow hslash iff iiiint iiint iint imath "
    "impliedby implies in inf infty injlim int intercal iota jmath kappa ker lVert lambda land langle lbrace "
    "lbrack lceil ldots le leadsto leftarrow leftarrowtail leftharpoondown leftharpoonup leftleftarrows "
    "leftrightarrow leftrightarrows leftrightharpoons leftrightsquigarrow leftthreetimes leq leqq leqslant "
    "lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim lfloor lg lhd lim liminf limsup ll llcorner lll "
    "llless ln lnapprox lneq lneqq lnot lnsim log longleftarrow longleftrightarrow longmapsto longrightarrow "
    "looparrowleft looparrowright lor lozenge lrcorner ltimes lvert maltese mapsto max measuredangle "
    "medspace mho mid min models mp mu multimap nLeftarrow nLeftrightarrow nRightarrow nVDash nVdash nabla "
    "natural ncong ne nearrow neg negmedspace negthickspace negthinspace neq nexists ngeq ngtr ni nleftarrow "
    "nleftrightarrow nleq nless nmid notin nparallel nprec npreceq nrightarrow nsim nsubseteq nsucc nsucceq "
    "nsupseteq ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq nu nvDash nvdash nwarrow odot "
    "oint omega ominus oplus oslash otimes parallel partial perp phi pi pitchfork pm pounds prec precapprox "
    "preccurlyeq preceq precnapprox precneqq precnsim precsim prime prod projlim propto psi qquad quad rVert "
    "rangle rbrace rbrack rceil rfloor rhd rho rightarrow rightarrowtail rightharpoondown rightharpoonup "
    "rightleftarrows rightleftharpoons rightrightarrows rightsquigarrow rightthreetimes risingdotseq rtimes "
    "rvert searrow sec setminus sharp sigma sim simeq sin sinh slash smallsetminus smile spadesuit "
    "sphericalangle sqcap sqcup sqsubset sqsubseteq sqsupset sqsupseteq square star subset subseteq "
    "subseteqq subsetneq subsetneqq succ succapprox succcurlyeq succeq succnapprox succneqq succnsim succsim "
    "sum sup supset supseteq supseteqq supsetneq supsetneqq surd swarrow tan tanh tau therefore theta "
    "thickspace thinspace times to top triangleleft trianglelefteq triangleq triangleright trianglerighteq "
    "twoheadleftarrow twoheadrightarrow ulcorner unlhd unrhd uparrow updownarrow upharpoonleft "
    "upharpoonright uplus upsilon upuparrows urcorner vDash varDelta varGamma varLambda varOmega varPhi "
    "varPi varPsi varSigma varTheta varUpsilon varXi varepsilon varinjlim varkappa varliminf varlimsup "
    "varnothing varphi varpi varprojlim varrho varsigma vartheta vartriangle vartriangleleft "
    "vartriangleright vdash vdots vee veebar vert wedge wp wr xi zeta"
)
"""Commands without arguments."""

_ONE_ARGUMENT = names(
    "sqrt hat bar tilde vec dot ddot dddot ddddot check breve acute grave mathring widehat widetilde "
    "overline underline overbrace underbrace overleftarrow overrightarrow overleftrightarrow "
    "underleftarrow underrightarrow mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak "
    "mathnormal boldsymbol pmb operatorname mathop mathbin mathrel mathord mathopen mathclose mathpunct "
    "mathinner boxed xleftarrow xrightarrow substack not phantom hphantom vphantom"
)
_TWO_ARGUMENTS = names("frac dfrac tfrac cfrac binom dbinom tbinom stackrel overset underset")

ARGUMENTS: Mapping[str, int] = {**dict.fromkeys(_ONE_ARGUMENT, 1), **dict.fromkeys(_TWO_ARGUMENTS, 2)}
"""Commands with arguments, and how many."""

TEXTS = names("text textrm textit textbf textsf texttt textnormal textup mbox textsc hbox emph textsl")
"""Commands whose argument is words."""

FONTS: Mapping[str, str] = {
    "rm": "mathrm", "bf": "mathbf", "it": "mathit", "sf": "mathsf", "tt": "mathtt", "cal": "mathcal",
    "mathscr": "mathcal", "bm": "boldsymbol", "Bbb": "mathbb", "frak": "mathfrak",
}  # fmt: skip
"""Old or foreign commands for fonts, and those that every LaTeX knows."""

DECLARED = frozenset(("rm", "bf", "it", "sf", "tt", "cal"))
"""Fonts that count to the end of their group."""

SIZES = names("big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr biggm Biggl Biggr Biggm left right")
"""Commands that want a delimiter."""

DELIMITERS = names(
    "( ) [ ] | / < > . \\| \\{ \\} \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil \\vert \\Vert \\lvert "
    "\\rvert \\lVert \\rVert \\lbrace \\rbrace \\lbrack \\rbrack \\uparrow \\downarrow \\Uparrow \\Downarrow "
    "\\backslash"
)

OPERATORS = names(
    "sum prod coprod int iint iiint oint bigcup bigcap bigvee bigwedge bigoplus bigotimes bigodot biguplus "
    "bigsqcup lim sup inf max min limsup liminf det gcd Pr"
)
"""Operators that ``\\limits`` may follow."""

ENVIRONMENTS = names("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases aligned gathered")

SIGNS = frozenset(("\\{", "\\}", "\\$", "\\%", "\\&", "\\#", "\\_", "\\ ", "\\,", "\\;", "\\:", "\\!", "\\>", "\\|"))
"""A backslash with one sign."""

DROPPED = names(
    "label tag color hspace vspace mathstrut nonumber notag allowbreak nobreak relax limits nolimits protect "
    "displaylimits ensuremath"
)
"""Commands that a formula in a line of text can do without."""

DROPPED_ARGUMENT = frozenset(("label", "tag", "color", "hspace", "vspace"))

ALONE: Mapping[str, str] = {
    "*": "*", "\\ast": "*", "\\star": "⋆", "\\dagger": "†", "\\dag": "†", "\\ddagger": "‡", "\\ddag": "‡",
    "\\S": "§", "\\P": "¶", "\\#": "#", "\\%": "%", "\\&": "&", "\\$": "$", "\\copyright": "©",
    "\\circledR": "®", "\\bullet": "•", "\\textless": "<", "\\textgreater": ">", "\\textregistered": "®",
    "\\texttrademark": "™", "\\textasciitilde": "~", "\\diamond": "⋄", "\\natural": "♮", "\\sharp": "♯",
    "\\flat": "♭", "\\checkmark": "✓", "^\\circ": "°", "^{\\circ}": "°", "\\degree": "°", "^\\prime": "′",
    "^{\\prime}": "′", "\\,": "\u2009", "\\ ": " ", "\\;": " ", "\\:": "\u2009", "\\!": "", "-": "−",
    "--": "–", "---": "—", "\\_": "_", "\\backslash": "\\", "\\ldots": "…", "\\dots": "…",
    "\\mathsection": "§", "\\textdagger": "†", "\\textdaggerdbl": "‡", "\\mathparagraph": "¶",
    "\\euro": "€", "\\pounds": "£", "^{\\text{TM}}": "™", "^{\\rm TM}": "™", "^{TM}": "™",
    "^{\\mathrm{TM}}": "™", "^{\\textregistered}": "®", "^{\\circledR}": "®",
}  # fmt: skip
"""Formulas that only stand for a sign of text."""

BARE = names(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho "
    "sigma tau upsilon  phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega "
    "ell infty circ dagger ddagger prime  ast star top bot perp pm mp times bullet cdot sharp flat natural"
)
"""Commands that a script may hold without braces."""
