"""The names of months and days that dates are written with, from CLDR; ``tools/months.py`` has written them.

They are one word of letters each, folded. To have Babel load forty languages takes half a second.
"""

from __future__ import annotations

MONTHS: dict[str, str] = {
    "en": (
        "january/jan february/feb march/mar april/apr may/may june/jun july/jul august/aug september/sep "
        "october/oct november/nov december/dec"
    ),
    "en_GB": (
        "january/jan february/feb march/mar april/apr may/may june/jun july/jul august/aug september/sept "
        "october/oct november/nov december/dec"
    ),
    "de": (
        "januar/jan februar/feb marz/marz,mar april/apr mai/mai juni/juni,jun juli/juli,jul august/aug "
        "september/sept,sep oktober/okt november/nov dezember/dez"
    ),
    "fr": (
        "janvier/janv fevrier/fevr mars/mars avril/avr mai/mai juin/juin juillet/juil aout/aout "
        "septembre/sept octobre/oct novembre/nov decembre/dec"
    ),
    "es": (
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
        "septiembre/sept octubre/oct noviembre/nov diciembre/dic"
    ),
    "pt": (
        "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago "
        "setembro/set outubro/out novembro/nov dezembro/dez"
    ),
    "it": (
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
        "settembre/set ottobre/ott novembre/nov dicembre/dic"
    ),
    "nl": (
        "januari/jan februari/feb maart/mrt april/apr mei/mei juni/jun juli/jul augustus/aug "
        "september/sep oktober/okt november/nov december/dec"
    ),
    "zh": "一月/ 二月/ 三月/ 四月/ 五月/ 六月/ 七月/ 八月/ 九月/ 十月/ 十一月/ 十二月/",
    "zh_Hant": "一月/ 二月/ 三月/ 四月/ 五月/ 六月/ 七月/ 八月/ 九月/ 十月/ 十一月/ 十二月/",
    "ja": "一月/ 二月/ 三月/ 四月/ 五月/ 六月/ 七月/ 八月/ 九月/ 十月/ 十一月/ 十二月/",
    "ko": "一月/ 二月/ 三月/ 四月/ 五月/ 六月/ 七月/ 八月/ 九月/ 十月/ 十一月/ 十二月/",
    "ru": (
        "января,январь/янв февраля,февраль/февр марта,март/мар,март апреля,апрель/апр мая,маи/мая,маи "
        "июня,июнь/июн,июнь июля,июль/июл,июль августа,август/авг сентября,сентябрь/сент "
        "октября,октябрь/окт ноября,ноябрь/нояб декабря,декабрь/дек"
    ),
    "de_AT": (
        "janner,januar/jan februar/feb marz/marz,mar april/apr mai/mai juni/juni,jun juli/juli,jul "
        "august/aug september/sep oktober/okt november/nov dezember/dez"
    ),
    "fr_CA": (
        "janvier/janv fevrier/fevr mars/mars avril/avr mai/mai juin/juin juillet/juill,juil aout/aout "
        "septembre/sept octobre/oct novembre/nov decembre/dec"
    ),
    "es_MX": (
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
        "septiembre/sep,sept octubre/oct noviembre/nov diciembre/dic"
    ),
    "sv": (
        "januari,一月/jan februari,二月/feb mars,三月/mars april,四月/apr maj,五月/maj juni,六月/juni juli,七月/juli "
        "augusti,八月/aug september,九月/sep oktober,十月/okt november,十一月/nov december,十二月/dec"
    ),
    "da": (
        "januar,一月/jan februar,二月/feb marts,三月/mar april,四月/apr maj,五月/maj juni,六月/jun juli,七月/jul "
        "august,八月/aug september,九月/sep oktober,十月/okt november,十一月/nov december,十二月/dec"
    ),
    "nb": (
        "januar,一月/jan februar,二月/feb mars,三月/mars,mar april,四月/apr mai,五月/mai juni,六月/juni,jun "
        "juli,七月/juli,jul august,八月/aug september,九月/sep oktober,十月/okt november,十一月/nov desember,十二月/des"
    ),
    "nn": (
        "januar,一月/jan februar,二月/feb mars,三月/mars,mar april,四月/apr mai,五月/mai juni,六月/juni,jun "
        "juli,七月/juli,jul august,八月/aug september,九月/sep oktober,十月/okt november,十一月/nov desember,十二月/des"
    ),
    "fi": (
        "tammikuuta,tammikuu/tammi helmikuuta,helmikuu/helmi maaliskuuta,maaliskuu/maalis "
        "huhtikuuta,huhtikuu/huhti toukokuuta,toukokuu/touko kesakuuta,kesakuu/kesa "
        "heinakuuta,heinakuu/heina elokuuta,elokuu/elo syyskuuta,syyskuu/syys lokakuuta,lokakuu/loka "
        "marraskuuta,marraskuu/marras joulukuuta,joulukuu/joulu"
    ),
    "is": (
        "januar,一月/jan februar,二月/feb mars,三月/mar april,四月/apr mai,五月/mai juni,六月/jun juli,七月/jul "
        "agust,八月/agu september,九月/sep oktober,十月/okt november,十一月/nov desember,十二月/des"
    ),
    "et": (
        "jaanuar,一月/jaan veebruar,二月/veebr marts,三月/marts aprill,四月/apr mai,五月/mai juuni,六月/juuni "
        "juuli,七月/juuli august,八月/aug september,九月/sept oktoober,十月/okt november,十一月/nov "
        "detsember,十二月/dets"
    ),
    "lv": (
        "janvaris,一月/janv februaris,二月/febr marts,三月/marts aprilis,四月/apr maijs,五月/maijs junijs,六月/jun "
        "julijs,七月/jul augusts,八月/aug septembris,九月/sept oktobris,十月/okt novembris,十一月/nov "
        "decembris,十二月/dec"
    ),
    "lt": (
        "sausio,sausis/saus vasario,vasaris/vas kovo,kovas/kov balandzio,balandis/bal geguzes,geguze/geg "
        "birzelio,birzelis/birz liepos,liepa/liep rugpjucio,rugpjutis/rugp rugsejo,rugsejis/rugs "
        "spalio,spalis/spal lapkricio,lapkritis/lapkr gruodzio,gruodis/gruod"
    ),
    "pl": (
        "stycznia,styczen/sty lutego,luty/lut marca,marzec/mar kwietnia,kwiecien/kwi maja,maj/maj "
        "czerwca,czerwiec/cze lipca,lipiec/lip sierpnia,sierpien/sie wrzesnia,wrzesien/wrz "
        "pazdziernika,pazdziernik/paz listopada,listopad/lis grudnia,grudzien/gru"
    ),
    "cs": (
        "ledna,leden/led unora,unor/uno brezna,brezen/bre dubna,duben/dub kvetna,kveten/kve "
        "cervna,cerven/cvn cervence,cervenec/cvc srpna,srpen/srp zari/zar rijna,rijen/rij "
        "listopadu,listopad/lis prosince,prosinec/pro"
    ),
    "sk": (
        "januara,januar/jan februara,februar/feb marca,marec/mar aprila,april/apr maja,maj/maj "
        "juna,jun/jun jula,jul/jul augusta,august/aug septembra,september/sep oktobra,oktober/okt "
        "novembra,november/nov decembra,december/dec"
    ),
    "sl": (
        "januar,一月/jan februar,二月/feb marec,三月/mar april,四月/apr maj,五月/maj junij,六月/jun julij,七月/jul "
        "avgust,八月/avg september,九月/sep oktober,十月/okt november,十一月/nov december,十二月/dec"
    ),
    "hr": (
        "sijecnja,sijecanj/sij veljace,veljaca/velj ozujka,ozujak/ozu travnja,travanj/tra "
        "svibnja,svibanj/svi lipnja,lipanj/lip srpnja,srpanj/srp kolovoza,kolovoz/kol rujna,rujan/ruj "
        "listopada,listopad/lis studenoga,studeni/stu prosinca,prosinac/pro"
    ),
    "bs": (
        "januar,一月/jan februar,二月/feb mart,三月/mar april,四月/apr maj,五月/maj juni,六月/jun juli,七月/jul "
        "august,八月/aug septembar,九月/sep oktobar,十月/okt novembar,十一月/nov decembar,十二月/dec"
    ),
    "sr": (
        "јануар,一月/јан фебруар,二月/феб март,三月/мар април,四月/апр мај,五月/мај јун,六月/јун јул,七月/јул "
        "август,八月/авг септембар,九月/сеп октобар,十月/окт новембар,十一月/нов децембар,十二月/дец"
    ),
    "sr_Latn": (
        "januar,一月/jan februar,二月/feb mart,三月/mar april,四月/apr maj,五月/maj jun,六月/jun jul,七月/jul "
        "avgust,八月/avg septembar,九月/sep oktobar,十月/okt novembar,十一月/nov decembar,十二月/dec"
    ),
    "uk": (
        "січня,січень/січ лютого,лютии/лют березня,березень/бер квітня,квітень/квіт травня,травень/трав "
        "червня,червень/черв липня,липень/лип серпня,серпень/серп вересня,вересень/вер "
        "жовтня,жовтень/жовт листопада,листопад/лист грудня,грудень/груд"
    ),
    "be": (
        "студзеня,студзень/сту лютага,люты/лют сакавіка,сакавік/сак красавіка,красавік/кра "
        "мая,маи/мая,маи чэрвеня,чэрвень/чэр ліпеня,ліпень/ліп жніуня,жнівень/жні верасня,верасень/вер "
        "кастрычніка,кастрычнік/кас лістапада,лістапад/ліс снежня,снежань/сне"
    ),
    "bg": (
        "януари,一月/яну февруари,二月/фев март,三月/март април,四月/апр маи,五月/маи юни,六月/юни юли,七月/юли "
        "август,八月/авг септември,九月/сеп октомври,十月/окт ноември,十一月/ное декември,十二月/дек"
    ),
    "mk": (
        "јануари,一月/јан февруари,二月/фев март,三月/мар април,四月/апр мај,五月/мај јуни,六月/јун јули,七月/јул "
        "август,八月/авг септември,九月/сеп октомври,十月/окт ноември,十一月/ное декември,十二月/дек"
    ),
    "hu": (
        "januar,一月/jan februar,二月/febr marcius,三月/marc aprilis,四月/apr majus,五月/maj junius,六月/jun "
        "julius,七月/jul augusztus,八月/aug szeptember,九月/szept oktober,十月/okt november,十一月/nov "
        "december,十二月/dec"
    ),
    "ro": (
        "ianuarie,一月/ian februarie,二月/feb martie,三月/mar aprilie,四月/apr mai,五月/mai iunie,六月/iun "
        "iulie,七月/iul august,八月/aug septembrie,九月/sept octombrie,十月/oct noiembrie,十一月/nov "
        "decembrie,十二月/dec"
    ),
    "el": (
        "ιανουαριου,ιανουαριοσ/ιαν φεβρουαριου,φεβρουαριοσ/φεβ μαρτιου,μαρτιοσ/μαρ απριλιου,απριλιοσ/απρ "
        "μαιου,μαιοσ/μαι ιουνιου,ιουνιοσ/ιουν ιουλιου,ιουλιοσ/ιουλ αυγουστου,αυγουστοσ/αυγ "
        "σεπτεμβριου,σεπτεμβριοσ/σεπ οκτωβριου,οκτωβριοσ/οκτ νοεμβριου,νοεμβριοσ/νοε "
        "δεκεμβριου,δεκεμβριοσ/δεκ"
    ),
    "tr": (
        "ocak,一月/oca subat,二月/sub mart,三月/mar nisan,四月/nis mayıs,五月/may haziran,六月/haz temmuz,七月/tem "
        "agustos,八月/agu eylul,九月/eyl ekim,十月/eki kasım,十一月/kas aralık,十二月/ara"
    ),
    "ca": (
        "gener/gen febrer/febr marc/marc d'abril,abril/d'abr,abr maig/maig juny/juny juliol/jul "
        "d'agost,agost/d'ag,ag setembre/set d'octubre,octubre/d'oct,oct novembre/nov desembre/des"
    ),
    "gl": (
        "xaneiro,一月/xan febreiro,二月/feb marzo,三月/mar abril,四月/abr maio,五月/maio xuno,六月/xuno xullo,七月/xul "
        "agosto,八月/ago setembro,九月/set outubro,十月/out novembro,十一月/nov decembro,十二月/dec"
    ),
    "eu": (
        "urtarrila,一月/urt otsaila,二月/ots martxoa,三月/mar apirila,四月/api maiatza,五月/mai ekaina,六月/eka "
        "uztaila,七月/uzt abuztua,八月/abu iraila,九月/ira urria,十月/urr azaroa,十一月/aza abendua,十二月/abe"
    ),
    "id": (
        "januari,一月/jan februari,二月/feb maret,三月/mar april,四月/apr mei,五月/mei juni,六月/jun juli,七月/jul "
        "agustus,八月/agu september,九月/sep oktober,十月/okt november,十一月/nov desember,十二月/des"
    ),
    "ms": (
        "januari,一月/jan februari,二月/feb mac,三月/mac april,四月/apr mei,五月/mei jun,六月/jun julai,七月/jul "
        "ogos,八月/ogo september,九月/sep oktober,十月/okt november,十一月/nov disember,十二月/dis"
    ),
    "ar": (
        "يناير,一月/يناير فبراير,二月/فبراير مارس,三月/مارس ابريل,四月/ابريل مايو,五月/مايو يونيو,六月/يونيو "
        "يوليو,七月/يوليو اغسطس,八月/اغسطس سبتمبر,九月/سبتمبر اكتوبر,十月/اكتوبر نوفمبر,十一月/نوفمبر "
        "ديسمبر,十二月/ديسمبر"
    ),
    "he": (
        "ינואר,一月/ פברואר,二月/ מרץ,三月/מרץ אפריל,四月/ מאי,五月/מאי יוני,六月/יוני יולי,七月/יולי אוגוסט,八月/ "
        "ספטמבר,九月/ אוקטובר,十月/ נובמבר,十一月/ דצמבר,十二月/"
    ),
    "fa": (
        "ژانویه/ژانویه فوریه/فوریه مارس/مارس اوریل/اوریل مه/مه ژوين/ژوين ژويیه/ژويیه اوت/اوت "
        "سپتامبر/سپتامبر اکتبر/اکتبر نوامبر/نوامبر دسامبر/دسامبر"
    ),
    "hi": "一月/ 二月/ 三月/ 四月/ मई,五月/मई 六月/ 七月/ अगसत,八月/ 九月/ 十月/ 十一月/ 十二月/",
    "bn": "一月/ 二月/ 三月/ 四月/ 五月/ 六月/ 七月/ আগসট,八月/আগ,আগসট 九月/ 十月/ 十一月/ 十二月/",
    "ta": "一月/ஜன 二月/ 三月/ ஏபரல,四月/ஏப 五月/ 六月/ 七月/ ஆகஸட,八月/ஆக 九月/ 十月/அக நவமபர,十一月/நவ 十二月/",
    "te": "一月/జన 二月/ 三月/ 四月/ 五月/ 六月/ 七月/ 八月/ఆగ 九月/ 十月/ 十一月/ 十二月/",
    "ka": (
        "იანვარი,一月/იან თებერვალი,二月/თებ მარტი,三月/მარ აპრილი,四月/აპრ მაისი,五月/მაი ივნისი,六月/ივნ "
        "ივლისი,七月/ივლ აგვისტო,八月/აგვ სექტემბერი,九月/სექ ოქტომბერი,十月/ოქტ ნოემბერი,十一月/ნოე "
        "დეკემბერი,十二月/დეკ"
    ),
    "hy": (
        "հունվարի,հունվար/հնվ փետրվարի,փետրվար/փտվ մարտի,մարտ/մրտ ապրիլի,ապրիլ/ապր մայիսի,մայիս/մյս "
        "հունիսի,հունիս/հնս հուլիսի,հուլիս/հլս օգոստոսի,օգոստոս/օգս սեպտեմբերի,սեպտեմբեր/սեպ "
        "հոկտեմբերի,հոկտեմբեր/հոկ նոյեմբերի,նոյեմբեր/նոյ դեկտեմբերի,դեկտեմբեր/դեկ"
    ),
    "az": (
        "yanvar,一月/yan fevral,二月/fev mart,三月/mar aprel,四月/apr may,五月/may iyun,六月/iyn iyul,七月/iyl "
        "avqust,八月/avq sentyabr,九月/sen oktyabr,十月/okt noyabr,十一月/noy dekabr,十二月/dek"
    ),
    "kk": (
        "қаңтар/қаң ақпан/ақп наурыз/нау сәуір/сәу мамыр/мам маусым/мау шілде/шіл тамыз/там қыркүиек/қыр "
        "қазан/қаз қараша/қар желтоқсан/жел"
    ),
    "uz": (
        "yanvar/yan fevral/fev mart/mar aprel/apr may/may iyun/iyn iyul/iyl avgust/avg sentabr/sen "
        "oktabr/okt noyabr/noy dekabr/dek"
    ),
}
"""January to December of each language: names in full, a slash, abbreviations; with commas where there are several."""

DAYS: dict[str, str] = {
    "en": "sunday monday tuesday wednesday thursday friday saturday sun mon tue wed thu fri sat",
    "en_GB": "sunday monday tuesday wednesday thursday friday saturday",
    "de": "sonntag montag dienstag mittwoch donnerstag freitag samstag",
    "fr": "dimanche lundi mardi mercredi jeudi vendredi samedi",
    "es": "domingo lunes martes miercoles jueves viernes sabado",
    "pt": "domingo sabado",
    "it": "domenica lunedi martedi mercoledi giovedi venerdi sabato",
    "nl": "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
    "zh": "星期日 星期一 星期二 星期三 星期四 星期五 星期六",
    "zh_Hant": "星期日 星期一 星期二 星期三 星期四 星期五 星期六",
    "ja": "日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日",
    "ko": "일요일 월요일 화요일 수요일 목요일 금요일 토요일",
    "ru": "воскресенье понедельник вторник среда четверг пятница суббота",
}
"""The days of a week."""
